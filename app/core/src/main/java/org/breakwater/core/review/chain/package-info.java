/// What a review knows of a chain: its questions, what a simulation tells, and which code is whose.
@NullMarked
package org.breakwater.core.review.chain;

import org.jspecify.annotations.NullMarked;
