/// What the protocol's money can do and has to do: what can be liquid when, and what falls due when.
@NullMarked
package org.breakwater.core.treasury;

import org.jspecify.annotations.NullMarked;
