package org.breakwater.core.review;

import org.breakwater.core.value.ChainId;

/// A chain on which transactions can be reviewed, until it is closed.
public interface ReviewConnection extends Reviewer, AutoCloseable {

    ChainId chain();

    @Override
    void close();
}
