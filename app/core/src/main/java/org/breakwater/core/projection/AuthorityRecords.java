package org.breakwater.core.projection;

import org.breakwater.core.fact.AuthorityFact.OperationScheduled;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.Membership;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Selector;

/// What is known of roles and of what waits in the AccessManager.
///
/// @param delays of granting a role, as last set
record AuthorityRecords(
        Table<RoleKey, String> labels,
        Table<MemberKey, Membership> members,
        Table<RoleKey, Long> admins,
        Table<RoleKey, Long> guardians,
        Table<RoleKey, Delay> delays,
        Table<FunctionKey, Long> functions,
        Table<TargetKey, Boolean> closed,
        Table<TargetKey, Delay> adminDelays,
        Table<OperationKey, DelayedOperation> operations) {

    record RoleKey(Address manager, long role) {}

    record MemberKey(Address manager, long role, Address account) {}

    record FunctionKey(Address manager, Address target, Selector selector) {}

    record TargetKey(Address manager, Address target) {}

    record OperationKey(Address manager, Hash32 operation) {}

    /// @param seconds from `since` on
    record Delay(long seconds, long since) {}

    static AuthorityRecords in(Journal journal) {
        return new AuthorityRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    AuthorityRecords frozen() {
        return new AuthorityRecords(
                labels.frozen(),
                members.frozen(),
                admins.frozen(),
                guardians.frozen(),
                delays.frozen(),
                functions.frozen(),
                closed.frozen(),
                adminDelays.frozen(),
                operations.frozen());
    }

    static DelayedOperation scheduled(OperationScheduled operation) {
        return new DelayedOperation(operation, DelayedOperation.State.SCHEDULED);
    }
}
