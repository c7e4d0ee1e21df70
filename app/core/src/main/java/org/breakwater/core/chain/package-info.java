/// The chain itself: its blocks.
@NullMarked
package org.breakwater.core.chain;

import org.jspecify.annotations.NullMarked;
