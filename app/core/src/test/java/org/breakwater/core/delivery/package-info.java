/// Delivering, tried with targets that fail, programs that end and clocks that jump.
@NullMarked
package org.breakwater.core.delivery;

import org.jspecify.annotations.NullMarked;
