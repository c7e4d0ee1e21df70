/// Scenarios that somebody here thought of: what is hit, how hard, and how that is kept.
@NullMarked
package org.breakwater.core.stress.own;

import org.jspecify.annotations.NullMarked;
