/// The protocol's whole state as of one block.
@NullMarked
package org.breakwater.core.snapshot;

import org.jspecify.annotations.NullMarked;
