/// What a chain's state is, proven against the header of a block: nothing here asks anybody.
@NullMarked
package org.breakwater.core.proof;

import org.jspecify.annotations.NullMarked;
