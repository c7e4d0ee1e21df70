package org.breakwater.core.review;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;

/// A chain on which transactions can be reviewed, until it is closed.
public interface ReviewConnection extends Reviewer, AutoCloseable {

    ChainId chain();

    /// A proposal by its id, as the Governor has announced it.
    ///
    /// @param book the person's own names
    ReviewProposal.Wanted proposal(BigInteger id, AddressBook book, ReviewPolicy policy) throws ProblemException;

    /// What a service says that waits for a Safe; nothing where none is asked.
    ///
    /// @throws ProblemException where it does not answer
    List<SafeTransaction> waiting(Address safe) throws ProblemException;

    @Override
    void close();
}
