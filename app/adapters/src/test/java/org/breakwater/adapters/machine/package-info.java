/// The machine on which the program runs.
@NullMarked
package org.breakwater.adapters.machine;

import org.jspecify.annotations.NullMarked;
