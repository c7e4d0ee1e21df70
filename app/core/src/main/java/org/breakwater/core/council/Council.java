package org.breakwater.core.council;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// The Safes as the chain has them after one block, with what a service says waits for them.
///
/// @param queueProblems why something that waits may be missing: a service that is silent, a file that is damaged
public record Council(List<WatchedSafe> safes, List<Problem> queueProblems) {

    public Council {
        safes = List.copyOf(safes);
        queueProblems = List.copyOf(queueProblems);
    }

    /// A Safe and its queue.
    ///
    /// @param name what it is for: "Council", "Guardian"
    /// @param onlyHere hashes of those in the queue that no service tells: composed here, or handed on
    public record WatchedSafe(
            String name,
            SafeDomain domain,
            SafeSetup setup,
            NonceOrder<QueuedTransaction> queue,
            Set<Hash32> onlyHere) {

        public WatchedSafe {
            onlyHere = Set.copyOf(onlyHere);
        }

        public Address address() {
            return setup.address();
        }

        /// What can still be executed, by nonce.
        public List<NonceOrder.Slot<QueuedTransaction>> waiting() {
            return queue.slots().stream()
                    .filter(slot -> slot.position() != NonceOrder.Position.USED_UP)
                    .toList();
        }

        /// Whether enough owners have signed a transaction here.
        public boolean isComplete(QueuedTransaction transaction) {
            return transaction.signers().size() >= setup.threshold();
        }
    }

    public Optional<WatchedSafe> safe(Address address) {
        return safes.stream().filter(safe -> safe.address().equals(address)).findFirst();
    }
}
