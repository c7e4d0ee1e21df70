package org.breakwater.core.council;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.safe.SafeSetups;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;

/// Use case: reads the Safes from the chain, and checks what a service says of their queues against it, with what this
/// machine knows of them by itself. Blocking.
///
/// @param safes by their addresses, with what each is for
/// @param queue what a service says that waits
/// @param kept what was composed here or came by file
public record ReadCouncil(
        ChainId chain,
        SequencedMap<Address, String> safes,
        SafeSetups setups,
        QueueSource queue,
        SharedTransactions kept,
        SignatureRecovery recovery) {

    public Council read(BlockRef block) throws ProblemException {
        var problems = new ArrayList<Problem>();
        var told = or(problems, queue::waiting);
        var own = or(problems, kept::all);
        var watched = new ArrayList<WatchedSafe>();
        for (var safe : safes.entrySet()) {
            var setup = setups.setup(safe.getKey(), block);
            var domain = new SafeDomain(SafeVersion.parse(setup.version()), chain, setup.address());
            watched.add(watched(safe.getValue(), domain, setup, JoinedQueue.of(domain, told, own)));
        }
        return new Council(watched, problems);
    }

    private interface Reading<T> {
        List<T> read() throws ProblemException;
    }

    /// Nothing where it cannot be read, which is a problem and keeps nothing else from being read.
    private static <T> List<T> or(List<Problem> problems, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ProblemException unread) {
            problems.add(unread.problem());
            return List.of();
        }
    }

    private WatchedSafe watched(String name, SafeDomain domain, SafeSetup setup, JoinedQueue joined) {
        var queued = joined.waiting().stream()
                .map(served -> QueuedTransaction.of(domain, served, setup.owners(), recovery))
                .map(transaction -> transaction.approvedBy(
                        setup.approvers(transaction.hash().hash())))
                .toList();
        return new WatchedSafe(
                name,
                domain,
                setup,
                NonceOrder.of(
                        setup.nonce(),
                        queued,
                        transaction -> transaction.transaction().nonce()),
                joined.onlyHere());
    }
}
