package org.breakwater.core.review;

import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;

/// Port: reviews and rehearses transactions on one chain. Blocking.
public interface Reviewer {

    /// As of the newest block.
    Review review(ReviewRequest request) throws ProblemException;

    /// A proposal of the DAO, as of the newest block.
    ProposalReview review(ReviewProposal.Wanted wanted) throws ProblemException;

    /// Carries a Safe's transactions out in nonce order on a copy of the chain that nobody else sees. Stops when its
    /// thread is interrupted.
    Rehearsal rehearse(Address safe, List<SafeTransaction> queue) throws ProblemException;
}
