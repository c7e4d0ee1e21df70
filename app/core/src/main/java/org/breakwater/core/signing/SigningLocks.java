package org.breakwater.core.signing;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;

/// Port: the locks on transactions. What is locked stays locked when the program ends, however it ends.
public interface SigningLocks {

    /// The lock that keeps a transaction from being signed.
    Optional<SigningLock> closed(SafeHashCase subject) throws ProblemException;

    /// Locks a transaction. When it returns, the lock is on the disk.
    void lock(SafeHashCase subject, String why) throws ProblemException;

    /// Ends all locks of a transaction.
    ///
    /// @param why in the words of the person who does
    void lift(SafeHashCase subject, String why) throws ProblemException;

    /// Every lock that there ever was, the newest first.
    List<SigningLock> locks() throws ProblemException;
}
