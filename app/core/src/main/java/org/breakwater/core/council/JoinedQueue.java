package org.breakwater.core.council;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactions.Kept;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.value.Hash32;

/// What waits for one Safe: what a service tells, joined with what this machine knows by itself. Of one transaction the
/// signatures of both count.
///
/// @param onlyHere hashes of those that the service does not tell
record JoinedQueue(List<ServedTransaction> waiting, Set<Hash32> onlyHere) {

    /// @param told for whichever Safe
    /// @param kept for whichever Safe
    static JoinedQueue of(SafeDomain domain, List<ServedTransaction> told, List<Kept> kept) {
        var own = new LinkedHashMap<SafeTransaction, Kept>();
        kept.stream()
                .filter(one -> one.transaction().subject().domain().equals(domain))
                .forEach(one -> own.put(one.transaction().subject().transaction(), one));
        var joined = new ArrayList<ServedTransaction>();
        for (var served : told) {
            if (served.safe().equals(domain.safe())
                    && domain.version().knows(served.transaction().operation())) {
                var mine = Optional.ofNullable(own.remove(served.transaction()));
                joined.add(mine.map(one -> joined(served, one)).orElse(served));
            }
        }
        own.values().forEach(one -> joined.add(unserved(one)));
        return new JoinedQueue(
                joined,
                own.values().stream()
                        .map(one -> one.transaction().hash().hash())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static ServedTransaction joined(ServedTransaction served, Kept own) {
        var confirmations = new ArrayList<>(served.confirmations());
        var known = new HashSet<>(
                confirmations.stream().map(Confirmation::signature).toList());
        confirmations(own).stream()
                .filter(confirmation -> !known.contains(confirmation.signature()))
                .forEach(confirmations::add);
        return served.confirmedBy(confirmations);
    }

    private static ServedTransaction unserved(Kept own) {
        var transaction = own.transaction();
        return new ServedTransaction(
                transaction.subject().domain().safe(),
                transaction.subject().transaction(),
                transaction.hash().hash(),
                Optional.empty(),
                own.since(),
                confirmations(own),
                words(transaction));
    }

    private static String words(SharedTransaction transaction) {
        return transaction.reasons().stream().map(Reason::words).collect(Collectors.joining("\n"));
    }

    private static List<Confirmation> confirmations(Kept own) {
        return own.transaction().signatures().stream()
                .map(signature -> new Confirmation(
                        signature.owner(), OwnerSignature.inOwnerOrder(List.of(signature)), own.since()))
                .toList();
    }
}
