/// The review of a Safe's transaction.
@NullMarked
package org.breakwater.core.review;

import org.jspecify.annotations.NullMarked;
