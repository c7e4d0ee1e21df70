/// The protocol's parameters and the changes proposed to them.
@NullMarked
package org.breakwater.core.parameters;

import org.jspecify.annotations.NullMarked;
