package org.breakwater.core.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.Hash32;

/// A Safe's queue as it was judged here: every hash computed, every signature recovered.
///
/// @param order what waits; a transaction that the service hides and an owner has signed is among it
/// @param spam what the service hides and no owner has signed, as far as it was read
/// @param hidden how many the service says that it hides
/// @param hiddenFault why reading what it hides ended early
/// @param findings what the service says and that is not so, or not proved
public record ServedQueue(
        NonceOrder<QueuedTransaction> order,
        List<QueuedTransaction> spam,
        long hidden,
        Optional<ServiceFault> hiddenFault,
        List<ServiceFinding> findings) {

    public ServedQueue {
        spam = List.copyOf(spam);
        findings = List.copyOf(findings);
    }

    /// What waits, by nonce.
    public List<QueuedTransaction> waiting() {
        var waiting = new ArrayList<QueuedTransaction>();
        order.slots().forEach(slot -> waiting.addAll(slot.proposals()));
        return waiting;
    }

    /// A waiting transaction by the hash that it has, not by one that it is given.
    public Optional<QueuedTransaction> find(Hash32 safeTxHash) {
        return waiting().stream()
                .filter(transaction -> transaction.hash().hash().equals(safeTxHash))
                .findFirst();
    }

    /// What an honest service has no way to say.
    public List<ServiceFinding> lies() {
        return findings.stream().filter(ServiceFinding::isLie).toList();
    }
}
