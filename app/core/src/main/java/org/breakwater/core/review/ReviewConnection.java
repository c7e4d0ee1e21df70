package org.breakwater.core.review;

import java.math.BigInteger;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.ChainId;

/// A chain on which transactions can be reviewed, until it is closed.
public interface ReviewConnection extends Reviewer, AutoCloseable {

    ChainId chain();

    /// A proposal by its id, as the Governor has announced it.
    ///
    /// @param book the person's own names
    ReviewProposal.Wanted proposal(BigInteger id, AddressBook book, ReviewPolicy policy) throws ProblemException;

    @Override
    void close();
}
