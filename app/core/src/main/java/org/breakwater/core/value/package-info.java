/// Values that cannot hold a bad value.
@NullMarked
package org.breakwater.core.value;

import org.jspecify.annotations.NullMarked;
