package org.breakwater.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.watch.rule.Rule;

/// What a Safe executed lately, and who signed it.
///
/// @param from first block that was read
/// @param through last block that was read; final, so that nothing of it changes
/// @param owners of whom it is known since when they are: not those who were added after the last block
/// @param executions oldest first, the newest {@link #MOST}
/// @param acts of its owners beside those, oldest first, the newest {@link #MOST}
public record SignedHistory(
        Address safe,
        long from,
        BlockRef through,
        Set<Address> owners,
        List<Execution> executions,
        List<OwnersAct> acts) {

    /// How far back is read, by the blocks' times.
    public static final Duration HORIZON = Rule.Signer.MOST_SPAN;

    /// So many executions are kept, and so many acts.
    public static final int MOST = 500;

    /// A transaction that the Safe says it executed (`ExecutionSuccess`, `ExecutionFailure`).
    ///
    /// @param signers empty where its signatures cannot be read: another contract carried it
    public record Execution(Hash32 safeTxHash, long block, Instant at, Optional<Set<Address>> signers) {

        public Execution {
            signers = signers.map(Set::copyOf);
        }
    }

    /// What an owner did, or what made them one.
    public sealed interface OwnersAct {

        Address owner();

        long block();

        Instant at();

        /// They approved a hash on chain (`ApproveHash`), which is a signature of it.
        record Approved(Address owner, long block, Instant at, Hash32 safeTxHash) implements OwnersAct {}

        /// They became an owner (`AddedOwner`): nothing before was theirs to sign.
        record Joined(Address owner, long block, Instant at) implements OwnersAct {}
    }

    public SignedHistory {
        owners = Set.copyOf(owners);
        var horizon = through.time().minus(HORIZON);
        executions = newest(executions.stream().filter(each -> !each.at().isBefore(horizon)));
        acts = newest(acts.stream().filter(each -> !each.at().isBefore(horizon)));
    }

    private static <T> List<T> newest(Stream<T> all) {
        var list = all.toList();
        return list.subList(Math.max(0, list.size() - MOST), list.size());
    }

    /// With what was read after it.
    public SignedHistory and(SignedHistory later) {
        return new SignedHistory(
                safe,
                from,
                later.through,
                later.owners,
                Stream.concat(executions.stream(), later.executions.stream()).toList(),
                Stream.concat(acts.stream(), later.acts.stream()).toList());
    }
}
