/// What is asked of a review.
@NullMarked
package org.breakwater.core.review.request;

import org.jspecify.annotations.NullMarked;
