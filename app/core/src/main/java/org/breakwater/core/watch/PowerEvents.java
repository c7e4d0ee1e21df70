package org.breakwater.core.watch;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.Quantity;

/// Reads facts of who may do what, and of what was decided: roles, delays, proposals, parameters, pauses.
final class PowerEvents {

    private final AlertNames names;
    private final Deployment deployment;

    PowerEvents(AlertNames names, Deployment deployment) {
        this.names = names;
        this.deployment = deployment;
    }

    void authority(AuthorityFact fact, Found found) {
        switch (fact) {
            case AuthorityFact.RoleGranted granted -> granted(granted, found);
            case AuthorityFact.RoleRevoked(var role, var account) -> {
                found.ended(EventKind.ROLE_GRANTED, member(role, account), "The role was revoked");
                found.began(
                        EventKind.ROLE_REVOKED,
                        member(role, account),
                        new Subject.Contract(account),
                        names.address(account),
                        "It has no longer the role of " + deployment.roleName(role));
            }
            case AuthorityFact.RoleAdminChanged(var role, var admin) ->
                found.began(
                        EventKind.ROLE_ADMIN_CHANGED,
                        "admin of role " + Long.toUnsignedString(role),
                        new Subject.Contract(found.contract()),
                        deployment.roleName(role),
                        "It is granted and revoked by " + deployment.roleName(admin));
            case AuthorityFact.RoleGuardianChanged(var role, var guardian) ->
                found.began(
                        EventKind.ROLE_ADMIN_CHANGED,
                        "guardian of role " + Long.toUnsignedString(role),
                        new Subject.Contract(found.contract()),
                        deployment.roleName(role),
                        "What it schedules is cancelled by " + deployment.roleName(guardian));
            case AuthorityFact.RoleGrantDelayChanged(var role, var delay, var _) ->
                found.began(
                        EventKind.ROLE_DELAY_CHANGED,
                        "grant delay of role " + Long.toUnsignedString(role),
                        new Subject.Contract(found.contract()),
                        deployment.roleName(role),
                        "A grant of it takes effect after " + seconds(delay));
            case AuthorityFact.TargetAdminDelayUpdated(var target, var delay, var _) ->
                found.began(
                        EventKind.ROLE_DELAY_CHANGED,
                        "admin delay of " + target,
                        new Subject.Contract(target),
                        names.address(target),
                        "Its administration waits for " + seconds(delay));
            case AuthorityFact.TargetFunctionRoleUpdated(var target, var selector, var role) ->
                found.began(
                        EventKind.FUNCTION_ROLE_CHANGED,
                        "function " + target + "/" + selector,
                        new Subject.Contract(target),
                        names.address(target),
                        selector + " may be called by " + deployment.roleName(role));
            case AuthorityFact.TargetClosed(var target, var closed) -> {
                if (closed) {
                    found.began(
                            EventKind.TARGET_CLOSED,
                            "target " + target,
                            new Subject.Contract(target),
                            names.address(target),
                            "Nobody may call what a role is needed for");
                } else {
                    found.ended(EventKind.TARGET_CLOSED, "target " + target, "It is open again");
                }
            }
            case AuthorityFact.OperationScheduled scheduled ->
                found.began(
                        EventKind.OPERATION_SCHEDULED,
                        "operation " + scheduled.operationId() + "/"
                                + Integer.toUnsignedString((int) scheduled.nonce()),
                        new Subject.Contract(scheduled.target()),
                        names.address(scheduled.target()),
                        names.address(scheduled.caller()) + " can execute it from " + Said.time(scheduled.schedule())
                                + " on");
            case AuthorityFact.OperationExecuted(var id, var nonce) ->
                found.ended(
                        EventKind.OPERATION_SCHEDULED,
                        "operation " + id + "/" + Integer.toUnsignedString((int) nonce),
                        "It was executed");
            case AuthorityFact.OperationCanceled(var id, var nonce) ->
                found.ended(
                        EventKind.OPERATION_SCHEDULED,
                        "operation " + id + "/" + Integer.toUnsignedString((int) nonce),
                        "It was cancelled");
            case AuthorityFact.RoleLabel _ -> {
                // A label changes nothing.
            }
        }
    }

    private void granted(AuthorityFact.RoleGranted granted, Found found) {
        var kind = granted.newMember() ? EventKind.ROLE_GRANTED : EventKind.ROLE_DELAY_CHANGED;
        found.began(
                kind,
                member(granted.roleId(), granted.account()),
                new Subject.Contract(granted.account()),
                names.address(granted.account()),
                "It has the role of " + deployment.roleName(granted.roleId()) + " from " + Said.time(granted.since())
                        + " on, with a delay of " + seconds(granted.delay()));
    }

    private static String member(long role, Address account) {
        return "role " + Long.toUnsignedString(role) + "/" + account;
    }

    void timelock(TimelockFact fact, Found found) {
        switch (fact) {
            case TimelockFact.RoleGranted(var role, var account, var _) ->
                found.began(
                        EventKind.ROLE_GRANTED,
                        "timelock role " + role + "/" + account,
                        new Subject.Contract(account),
                        names.address(account),
                        "It has a role in the Timelock: " + role);
            case TimelockFact.RoleRevoked(var role, var account, var _) -> {
                found.ended(EventKind.ROLE_GRANTED, "timelock role " + role + "/" + account, "The role was revoked");
                found.began(
                        EventKind.ROLE_REVOKED,
                        "timelock role " + role + "/" + account,
                        new Subject.Contract(account),
                        names.address(account),
                        "It has no longer a role in the Timelock: " + role);
            }
            case TimelockFact.MinDelayChange(var before, var after) ->
                reduced(EventKind.DELAY_REDUCED, "the Timelock's delay", before, after, found);
            case TimelockFact.CallScheduled scheduled -> {
                if (scheduled.index().signum() == 0) {
                    found.began(
                            EventKind.OPERATION_SCHEDULED,
                            "timelock " + scheduled.id(),
                            new Subject.Contract(scheduled.target()),
                            names.address(scheduled.target()),
                            "It waits in the Timelock for "
                                    + seconds(scheduled.delay().longValueExact()));
                }
            }
            case TimelockFact.CallExecuted executed ->
                found.ended(EventKind.OPERATION_SCHEDULED, "timelock " + executed.id(), "It was executed");
            case TimelockFact.Cancelled(var id) ->
                found.ended(EventKind.OPERATION_SCHEDULED, "timelock " + id, "It was cancelled");
            case TimelockFact.CallSalt _, TimelockFact.RoleAdminChanged _ -> {
                // Said by the other events.
            }
        }
    }

    void governor(GovernorFact fact, Found found) {
        switch (fact) {
            case GovernorFact.ProposalCreated created ->
                found.began(
                        EventKind.PROPOSAL_CREATED,
                        proposal(created.proposalId()),
                        new Subject.Proposal(created.proposalId()),
                        "by " + names.address(created.proposer()),
                        "It has " + created.targets().size() + " calls; the vote ends at "
                                + Said.time(created.voteEnd().longValueExact()));
            case GovernorFact.ProposalQueued(var id, var eta) ->
                found.began(
                        EventKind.PROPOSAL_QUEUED,
                        proposal(id),
                        new Subject.Proposal(id),
                        "from " + Said.time(eta.longValueExact()) + " on it can be executed",
                        "Whoever objects has until then");
            case GovernorFact.ProposalExecuted(var id) -> {
                over(id, "It was executed", found);
                found.began(
                        EventKind.PROPOSAL_EXECUTED,
                        proposal(id),
                        new Subject.Proposal(id),
                        "by anybody",
                        "What it decides is in force");
            }
            case GovernorFact.ProposalCanceled(var id) -> {
                over(id, "It was cancelled", found);
                found.began(
                        EventKind.PROPOSAL_CANCELED,
                        proposal(id),
                        new Subject.Proposal(id),
                        "for good",
                        "It cannot be executed any more");
            }
            case GovernorFact.ProposalExtended(var id, var deadline) ->
                found.began(
                        EventKind.VOTE_EXTENDED,
                        proposal(id),
                        new Subject.Proposal(id),
                        "until " + Said.time(deadline),
                        "Its quorum was reached late");
            case GovernorFact.VotingDelaySet(var before, var after) ->
                reduced(EventKind.DELAY_REDUCED, "the voting delay", before, after, found);
            case GovernorFact.VotingPeriodSet(var before, var after) ->
                reduced(EventKind.DELAY_REDUCED, "the voting period", before, after, found);
            case GovernorFact.LateQuorumVoteExtensionSet(var before, var after) ->
                reduced(
                        EventKind.DELAY_REDUCED,
                        "the extension after a late quorum",
                        BigInteger.valueOf(before),
                        BigInteger.valueOf(after),
                        found);
            case GovernorFact.ProposalThresholdSet(var before, var after) ->
                reduced(EventKind.THRESHOLD_REDUCED, "the votes needed to propose", before, after, found);
            case GovernorFact.QuorumNumeratorUpdated(var before, var after) ->
                reduced(EventKind.THRESHOLD_REDUCED, "the quorum in percent", before, after, found);
            case GovernorFact.TimelockChange(var _, var after) ->
                found.began(
                        EventKind.TIMELOCK_CHANGED,
                        "timelock",
                        new Subject.Contract(found.contract()),
                        names.address(found.contract()),
                        "What passes waits in " + names.address(after));
            case GovernorFact.VoteCast _, GovernorFact.VoteCastWithParams _ -> {
                // A vote is no alert.
            }
        }
    }

    private static String proposal(BigInteger id) {
        return "proposal " + id;
    }

    private static void over(BigInteger id, String how, Found found) {
        found.ended(EventKind.PROPOSAL_CREATED, proposal(id), how);
        found.ended(EventKind.PROPOSAL_QUEUED, proposal(id), how);
    }

    private void reduced(EventKind kind, String what, BigInteger before, BigInteger after, Found found) {
        if (after.compareTo(before) < 0) {
            found.began(
                    kind,
                    what,
                    new Subject.Contract(found.contract()),
                    what,
                    before + " → " + after,
                    new Evidence("before", before.toString(), found.source()),
                    new Evidence("after", after.toString(), found.source()));
        } else if (after.compareTo(before) > 0) {
            found.ended(kind, what, "It was raised to " + after);
        }
    }

    void directory(DirectoryFact fact, Found found) {
        switch (fact) {
            case DirectoryFact.ModuleSet(var name, var from, var to) -> {
                var written = ModuleName.of(name).map(Enum::name).orElse(name.toString());
                found.began(
                        EventKind.MODULE_CHANGED,
                        "module " + written,
                        new Subject.Contract(to.isZero() ? from : to),
                        written,
                        names.address(from) + " → " + names.address(to));
            }
            case DirectoryFact.PoolAdded added ->
                found.began(
                        EventKind.POOL_ADDED,
                        "pool " + added.poolId(),
                        new Subject.Pool(added.poolId()),
                        "pool " + added.poolId(),
                        "It is at " + added.pool());
        }
    }

    void parameter(ParameterFact fact, Found found) {
        switch (fact) {
            case ParameterFact.ChangeProposed proposed ->
                found.began(
                        EventKind.PARAMETER_PROPOSED,
                        "change " + proposed.changeId(),
                        new Subject.ParameterChange(proposed.changeId()),
                        key(proposed.key()) + ", " + proposed.scope(),
                        proposed.oldValue() + " → " + proposed.newValue() + " from " + Said.time(proposed.eta())
                                + " on");
            case ParameterFact.ChangeExecuted executed -> {
                found.ended(EventKind.PARAMETER_PROPOSED, "change " + executed.changeId(), "It was executed");
                found.began(
                        EventKind.PARAMETER_EXECUTED,
                        "change " + executed.changeId(),
                        new Subject.ParameterChange(executed.changeId()),
                        key(executed.key()) + ", " + executed.scope(),
                        executed.oldValue() + " → " + executed.newValue());
            }
            case ParameterFact.ChangeCancelled cancelled ->
                found.ended(EventKind.PARAMETER_PROPOSED, "change " + cancelled.changeId(), "It was cancelled");
            case ParameterFact.Tightened tightened ->
                found.began(
                        EventKind.PARAMETER_TIGHTENED,
                        "tightened " + tightened.key() + "/" + tightened.scope(),
                        new Subject.Contract(found.contract()),
                        key(tightened.key()) + ", " + tightened.scope(),
                        tightened.oldValue() + " → " + tightened.newValue() + " by " + names.address(tightened.by()));
            case ParameterFact.ParamDefined _, ParameterFact.ParamScoped _, ParameterFact.BoundsTightened _ -> {
                // Nothing that is in force is another.
            }
        }
    }

    private static String key(Hash32 key) {
        return Arrays.stream(ParameterKey.values())
                .filter(known -> known.word().equals(key))
                .map(Enum::name)
                .findFirst()
                .orElse(key.toString());
    }

    void guardian(GuardianFact fact, Found found) {
        switch (fact) {
            case GuardianFact.Paused paused ->
                found.began(
                        EventKind.PAUSED,
                        "pause " + paused.pauseId(),
                        new Subject.Pause(paused.pauseId()),
                        paused.poolId() == 0 ? "every pool" : "pool " + paused.poolId(),
                        "By " + names.address(paused.by()) + ", until " + Said.time(paused.until()) + "; "
                                + paused.budgetLeft() + " pauses are left",
                        new Evidence("pauses left", Integer.toString(paused.budgetLeft()), found.source()));
            case GuardianFact.Lifted lifted ->
                found.ended(EventKind.PAUSED, "pause " + lifted.pauseId(), "The pause was lifted");
            case GuardianFact.Extended(var id, var until) ->
                found.began(
                        EventKind.PAUSE_EXTENDED,
                        "pause " + id,
                        new Subject.Pause(id),
                        "until " + Said.time(until),
                        "It was to end before");
            case GuardianFact.AdapterQuarantined quarantined ->
                found.began(
                        EventKind.ADAPTER_QUARANTINED,
                        "adapter " + quarantined.adapter(),
                        new Subject.Adapter(quarantined.adapter()),
                        names.address(quarantined.adapter()),
                        "By " + names.address(quarantined.by()) + "; it detects and confirms nothing");
            case GuardianFact.AdapterRestored(var adapter) ->
                found.ended(EventKind.ADAPTER_QUARANTINED, "adapter " + adapter, "The adapter was restored");
        }
    }

    private static String seconds(long seconds) {
        return seconds == 0 ? "no time" : Quantity.write(Duration.ofSeconds(seconds));
    }
}
