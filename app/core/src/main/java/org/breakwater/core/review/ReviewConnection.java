package org.breakwater.core.review;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.value.ChainId;

/// A chain on which transactions can be reviewed, until it is closed.
public interface ReviewConnection extends AutoCloseable {

    ChainId chain();

    /// As of the newest block. Blocking.
    Review review(ReviewRequest request) throws ProblemException;

    @Override
    void close();
}
