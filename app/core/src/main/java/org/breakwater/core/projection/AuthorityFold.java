package org.breakwater.core.projection;

import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.AuthorityRecords.Delay;
import org.breakwater.core.projection.AuthorityRecords.FunctionKey;
import org.breakwater.core.projection.AuthorityRecords.MemberKey;
import org.breakwater.core.projection.AuthorityRecords.OperationKey;
import org.breakwater.core.projection.AuthorityRecords.RoleKey;
import org.breakwater.core.projection.AuthorityRecords.TargetKey;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.Membership;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Folds roles and what waits for its time in the AccessManager.
record AuthorityFold(AuthorityRecords records) {

    void apply(AuthorityFact fact, LoggedFact logged) {
        var manager = logged.contract();
        switch (fact) {
            case AuthorityFact.OperationScheduled scheduled ->
                records.operations()
                        .put(new OperationKey(manager, scheduled.operationId()), AuthorityRecords.scheduled(scheduled));
            case AuthorityFact.OperationExecuted executed ->
                over(manager, executed.operationId(), DelayedOperation.State.EXECUTED);
            case AuthorityFact.OperationCanceled canceled ->
                over(manager, canceled.operationId(), DelayedOperation.State.CANCELED);
            case AuthorityFact.RoleLabel label ->
                records.labels().put(new RoleKey(manager, label.roleId()), label.label());
            case AuthorityFact.RoleGranted granted -> granted(manager, granted, logged.time());
            case AuthorityFact.RoleRevoked revoked ->
                records.members().remove(new MemberKey(manager, revoked.roleId(), revoked.account()));
            case AuthorityFact.RoleAdminChanged changed ->
                records.admins().put(new RoleKey(manager, changed.roleId()), changed.admin());
            case AuthorityFact.RoleGuardianChanged changed ->
                records.guardians().put(new RoleKey(manager, changed.roleId()), changed.guardian());
            case AuthorityFact.RoleGrantDelayChanged changed ->
                records.delays()
                        .put(new RoleKey(manager, changed.roleId()), new Delay(changed.delay(), changed.since()));
            case AuthorityFact.TargetFunctionRoleUpdated updated ->
                records.functions()
                        .put(new FunctionKey(manager, updated.target(), updated.selector()), updated.roleId());
            case AuthorityFact.TargetAdminDelayUpdated updated ->
                records.adminDelays()
                        .put(new TargetKey(manager, updated.target()), new Delay(updated.delay(), updated.since()));
            case AuthorityFact.TargetClosed closed ->
                records.closed().put(new TargetKey(manager, closed.target()), closed.closed());
        }
    }

    private void granted(Address manager, AuthorityFact.RoleGranted granted, long at) {
        var key = new MemberKey(manager, granted.roleId(), granted.account());
        if (granted.newMember()) {
            records.members().put(key, Membership.from(granted.since(), granted.delay()));
        } else {
            records.members()
                    .change(
                            key,
                            () -> granted.account() + " was never a member of role "
                                    + Long.toUnsignedString(granted.roleId()),
                            member -> member.changing(granted.delay(), granted.since(), at));
        }
    }

    private void over(Address manager, Hash32 operation, DelayedOperation.State state) {
        records.operations()
                .change(
                        new OperationKey(manager, operation),
                        () -> "operation " + operation + " was never scheduled",
                        scheduled -> scheduled.in(state));
    }
}
