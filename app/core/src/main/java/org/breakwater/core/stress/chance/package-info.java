/// Random numbers and the few distributions that a stress run draws from. Nothing here is money.
@NullMarked
package org.breakwater.core.stress.chance;

import org.jspecify.annotations.NullMarked;
