package org.breakwater.core.emergency;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.safe.NonceOrder.Slot;
import org.breakwater.core.safe.QueuedTransaction;

/// Where in the guardian Safe's order a pause goes so that it stops something soonest. What has all its signatures goes
/// before it, because anybody could send that first and so end the pause; what lacks signatures gives way.
///
/// @param nonce of the pause
/// @param first what has to be executed before, in order
/// @param displaced what wants the same nonce and lacks signatures; it ends when the pause is executed
public record PauseTurn(BigInteger nonce, List<QueuedTransaction> first, List<QueuedTransaction> displaced) {

    public PauseTurn {
        first = List.copyOf(first);
        displaced = List.copyOf(displaced);
    }

    /// The turn that a pause has that waits already.
    public static PauseTurn of(WatchedSafe guardian, QueuedTransaction pause) {
        var nonce = pause.transaction().nonce();
        var first = new ArrayList<QueuedTransaction>();
        for (var slot : guardian.waiting()) {
            if (slot.nonce().compareTo(nonce) < 0) {
                first.add(mostSigned(slot));
            }
        }
        return new PauseTurn(
                nonce,
                first,
                slot(guardian, nonce).stream()
                        .flatMap(slot -> slot.proposals().stream())
                        .filter(other -> !other.hash().equals(pause.hash()))
                        .toList());
    }

    /// The turn of a pause that is not written yet.
    public static PauseTurn of(WatchedSafe guardian) {
        var nonce = guardian.setup().nonce();
        var first = new ArrayList<QueuedTransaction>();
        var slot = slot(guardian, nonce);
        while (slot.isPresent() && guardian.isComplete(mostSigned(slot.get()))) {
            first.add(mostSigned(slot.get()));
            nonce = nonce.add(BigInteger.ONE);
            slot = slot(guardian, nonce);
        }
        return new PauseTurn(nonce, first, slot.map(Slot::proposals).orElse(List.of()));
    }

    private static Optional<Slot<QueuedTransaction>> slot(WatchedSafe guardian, BigInteger nonce) {
        return guardian.waiting().stream()
                .filter(slot -> slot.nonce().equals(nonce))
                .findFirst();
    }

    private static QueuedTransaction mostSigned(Slot<QueuedTransaction> slot) {
        return slot.proposals().stream()
                .max(Comparator.comparingInt(proposal -> proposal.signers().size()))
                .orElseThrow();
    }
}
