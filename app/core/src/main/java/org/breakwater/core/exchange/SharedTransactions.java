package org.breakwater.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Hash32;

/// Port: the Safe transactions that this machine knows without anybody else: those that were composed here, and those
/// that came by file or as text. What was kept is on the disk when the call returns.
public interface SharedTransactions {

    /// A transaction that this machine knows.
    ///
    /// @param since when it came to know it
    record Kept(SharedTransaction transaction, Instant since) {}

    /// Keeps a transaction. What is known of it already is merged with it, so nothing that was kept is lost.
    ///
    /// @return all that is known of it now
    SharedTransaction keep(SharedTransaction transaction) throws ProblemException;

    /// By its safeTxHash.
    Optional<SharedTransaction> find(Hash32 safeTxHash) throws ProblemException;

    /// All of them, the oldest first.
    List<Kept> all() throws ProblemException;

    /// Lets a transaction go. Signatures that were made for it stay valid for good.
    void forget(Hash32 safeTxHash) throws ProblemException;
}
