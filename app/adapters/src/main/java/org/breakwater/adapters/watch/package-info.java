/// Rule files, and what a monitor reads besides the index.
@NullMarked
package org.breakwater.adapters.watch;

import org.jspecify.annotations.NullMarked;
