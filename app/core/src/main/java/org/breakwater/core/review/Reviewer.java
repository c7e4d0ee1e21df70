package org.breakwater.core.review;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.ReviewRequest;

/// Port: reviews transactions on one chain. Blocking.
@FunctionalInterface
public interface Reviewer {

    /// As of the newest block.
    Review review(ReviewRequest request) throws ProblemException;
}
