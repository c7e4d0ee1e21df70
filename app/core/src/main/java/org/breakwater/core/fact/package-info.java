/// What contracts said happened: the protocol's events as typed facts, and the contracts that say them.
@NullMarked
package org.breakwater.core.fact;

import org.jspecify.annotations.NullMarked;
