/// The protocol's vocabulary: its enumerations and numbers, in the contracts' order.
@NullMarked
package org.breakwater.core.protocol;

import org.jspecify.annotations.NullMarked;
