/// The protocol's arithmetic as pure functions, equal to the contracts' to the unit.
@NullMarked
package org.breakwater.core.rule;

import org.jspecify.annotations.NullMarked;
