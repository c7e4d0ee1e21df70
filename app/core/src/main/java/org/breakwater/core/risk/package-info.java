/// How the protocol stands: figures with their formula, their unit, and what they are true of.
@NullMarked
package org.breakwater.core.risk;

import org.jspecify.annotations.NullMarked;
