package org.breakwater.core.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.safe.SafeSetups;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;

/// Use case: reads the Safes from the chain, and checks what a service says of their queues against it. Blocking.
///
/// @param safes by their addresses, with what each is for
public record ReadCouncil(
        ChainId chain,
        SequencedMap<Address, String> safes,
        SafeSetups setups,
        QueueSource queue,
        SignatureRecovery recovery) {

    /// What waits, or why that is not known.
    private record Told(List<ServedTransaction> waiting, Optional<Problem> problem) {}

    public Council read(BlockRef block) throws ProblemException {
        var told = told();
        var watched = new ArrayList<WatchedSafe>();
        for (var safe : safes.entrySet()) {
            watched.add(watched(safe, setups.setup(safe.getKey(), block), told.waiting()));
        }
        return new Council(watched, told.problem());
    }

    private Told told() {
        try {
            return new Told(queue.waiting(), Optional.empty());
        } catch (ProblemException unread) {
            return new Told(List.of(), Optional.of(unread.problem()));
        }
    }

    private WatchedSafe watched(Map.Entry<Address, String> safe, SafeSetup setup, List<ServedTransaction> waiting)
            throws ProblemException {
        var domain = new SafeDomain(SafeVersion.parse(setup.version()), chain, setup.address());
        var queued = waiting.stream()
                .filter(served -> served.safe().equals(setup.address()))
                .filter(served -> domain.version().knows(served.transaction().operation()))
                .map(served -> QueuedTransaction.of(domain, served, setup.owners(), recovery))
                .toList();
        return new WatchedSafe(
                safe.getValue(),
                domain,
                setup,
                NonceOrder.of(
                        setup.nonce(),
                        queued,
                        transaction -> transaction.transaction().nonce()));
    }
}
