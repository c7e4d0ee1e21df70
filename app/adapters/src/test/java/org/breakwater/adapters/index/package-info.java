/// The index on a real node and a real file.
@NullMarked
package org.breakwater.adapters.index;

import org.jspecify.annotations.NullMarked;
