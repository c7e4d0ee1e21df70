/// What a guardian decides in an emergency: what is to be stopped, whether it can be, and where in the Safe's order.
@NullMarked
package org.breakwater.core.emergency;

import org.jspecify.annotations.NullMarked;
