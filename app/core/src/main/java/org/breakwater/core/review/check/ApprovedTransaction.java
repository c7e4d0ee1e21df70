package org.breakwater.core.review.check;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A transaction of another Safe whose hash is approved by a call, reviewed as what it is.
///
/// @param sentence what it does
/// @param checks of it, by themselves
public record ApprovedTransaction(Address safe, SafeTransaction transaction, String sentence, List<Check> checks) {
    public ApprovedTransaction {
        checks = List.copyOf(checks);
    }

    /// Approves the hash of a transaction at the Safe that makes it.
    private static final String APPROVES = "approveHash(bytes32)";

    /// The hash that a call approves.
    public static Optional<Hash32> hashIn(ReviewedCall call) {
        return call.signature().equals(APPROVES)
                ? call.understood().map(read -> new Arguments(read.call().values()).word(0))
                : Optional.empty();
    }

    /// The evidence of the checks that stand against it.
    List<String> against() {
        return checks.stream()
                .filter(check -> check.blocks() || check.holds())
                .map(check -> check.id() + ": " + check.result().evidence())
                .toList();
    }
}
