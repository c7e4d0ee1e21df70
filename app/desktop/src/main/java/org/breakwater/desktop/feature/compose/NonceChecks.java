package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.wording.Finding;

/// What a transaction's nonce means among what waits for the Safe.
record NonceChecks(WatchedSafe safe, BigInteger nonce) {

    List<Finding> all() {
        return Stream.of(rivals(), before()).flatMap(Optional::stream).toList();
    }

    private Optional<Finding> rivals() {
        var rivals = safe.queue().slots().stream()
                .filter(slot -> slot.nonce().equals(nonce))
                .mapToInt(slot -> slot.proposals().size())
                .sum();
        return rivals == 0
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Severity.WARNING,
                        rivals == 1
                                ? "Another transaction wants nonce " + nonce
                                : Numbers.count(rivals) + " transactions want nonce " + nonce,
                        "Whichever is executed first ends the others. Signatures stay usable until then."));
    }

    private Optional<Finding> before() {
        var next = safe.setup().nonce();
        if (nonce.compareTo(next) <= 0) {
            return Optional.empty();
        }
        var last = nonce.subtract(BigInteger.ONE);
        return Optional.of(Finding.of(
                Severity.NOTE,
                last.equals(next)
                        ? "Nonce " + next + " is executed first"
                        : "Nonces " + next + " to " + last + " are executed first",
                "The Safe takes each nonce once, in order."));
    }
}
