/// The calls of a Safe's transaction, unfolded from its bytes.
@NullMarked
package org.breakwater.core.review.call;

import org.jspecify.annotations.NullMarked;
