/// What the protocol may lose within a year: who is hit together, what that costs by the contracts' own rules, and
/// how likely it is. See the decision record 0025.
@NullMarked
package org.breakwater.core.stress;

import org.jspecify.annotations.NullMarked;
