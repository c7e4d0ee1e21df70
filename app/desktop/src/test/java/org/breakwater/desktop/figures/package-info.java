/// Every number that a place draws, beside the call that gives it.
@NullMarked
package org.breakwater.desktop.figures;

import org.jspecify.annotations.NullMarked;
