package org.breakwater.core.signing;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;

/// Port: the locks on transactions. What is locked stays locked when the program ends, however it ends.
public interface SigningLocks {

    /// The lock that keeps a transaction from being signed.
    Optional<SigningLock> closed(SafeHashCase subject) throws ProblemException;

    /// Refuses a transaction that is locked.
    default void requireOpen(SafeHashCase subject) throws ProblemException {
        var lock = closed(subject);
        if (lock.isPresent()) {
            throw new ProblemException(new Problem(
                    "This transaction is locked since " + lock.get().since() + ": "
                            + lock.get().why(),
                    "It was found that what is signed may not be what is shown.",
                    "Find the cause first; whoever then lifts the lock says why."));
        }
    }

    /// Locks a transaction. When it returns, the lock is on the disk.
    void lock(SafeHashCase subject, String why) throws ProblemException;

    /// Ends all locks of a transaction.
    ///
    /// @param why in the words of the person who does
    void lift(SafeHashCase subject, String why) throws ProblemException;

    /// Every lock that there ever was, the newest first.
    List<SigningLock> locks() throws ProblemException;
}
