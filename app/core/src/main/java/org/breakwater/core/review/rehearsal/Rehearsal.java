package org.breakwater.core.review.rehearsal;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// What became of a Safe's queue when it was carried out in nonce order on a copy of the chain.
///
/// @param block that was copied
/// @param steps in the order in which they were tried
/// @param before whom the Safe obeys before
/// @param after whom it obeys at the end; nothing where its storage no longer says so
/// @param balances that are others at the end
public record Rehearsal(
        BlockRef block,
        List<Step> steps,
        SafeConfiguration before,
        Optional<SafeConfiguration> after,
        List<Balance> balances) {

    public Rehearsal {
        steps = List.copyOf(steps);
        balances = List.copyOf(balances);
    }

    /// One transaction.
    public record Step(SafeTransaction transaction, Hash32 hash, Outcome outcome) {}

    /// How a transaction ended.
    public sealed interface Outcome {

        /// The Safe carried it out.
        record Executed() implements Outcome {}

        /// The Safe used its nonce up, and the call inside it failed.
        record FailedInside() implements Outcome {}

        /// It reverted, and its nonce is still free.
        record Reverted(String why) implements Outcome {}

        /// The Safe takes another nonce by then.
        ///
        /// @param next the nonce that it takes
        record OutOfTurn(BigInteger next) implements Outcome {}

        /// It could not be tried: who must approve it is no longer to be told.
        record Untried(String why) implements Outcome {}
    }

    /// What the Safe has.
    ///
    /// @param token nothing for the network's own money
    /// @param decimals of the token, as it says itself; 0 where it does not
    public record Balance(Optional<Address> token, int decimals, BigInteger before, BigInteger after) {}
}
