package org.breakwater.desktop.event;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.VotesFact;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;

/// What the DAO, the council and the guardian decided, and what followed.
record GovernanceEvents(EventNames names) {

    String of(GovernorFact fact) {
        return switch (fact) {
            case GovernorFact.ProposalCreated created ->
                names.address(created.proposer()) + " proposed: “" + firstLine(created.description()) + "”";
            case GovernorFact.ProposalQueued queued ->
                capitalised(names.proposal(queued.proposalId())) + " waits in the timelock";
            case GovernorFact.ProposalExecuted executed ->
                capitalised(names.proposal(executed.proposalId())) + " is executed";
            case GovernorFact.ProposalCanceled canceled ->
                capitalised(names.proposal(canceled.proposalId())) + " is cancelled";
            case GovernorFact.ProposalExtended extended ->
                capitalised(names.proposal(extended.proposalId())) + " is voted on until "
                        + EventWords.date(extended.extendedDeadline());
            case GovernorFact.VoteCast cast -> vote(cast.voter(), cast.support(), cast.weight(), cast.proposalId());
            case GovernorFact.VoteCastWithParams cast ->
                vote(cast.voter(), cast.support(), cast.weight(), cast.proposalId());
            case GovernorFact.VotingDelaySet set ->
                "Votes open " + EventWords.duration(set.newVotingDelay()) + " after a proposal";
            case GovernorFact.VotingPeriodSet set -> "Votes last " + EventWords.duration(set.newVotingPeriod());
            case GovernorFact.ProposalThresholdSet set ->
                "Proposing takes " + EventWords.votes(set.newProposalThreshold());
            case GovernorFact.QuorumNumeratorUpdated updated ->
                "The quorum is " + updated.newQuorumNumerator() + Numbers.NO_BREAK + "% of supply";
            case GovernorFact.LateQuorumVoteExtensionSet set ->
                "A late quorum adds " + EventWords.duration(BigInteger.valueOf(set.newVoteExtension()));
            case GovernorFact.TimelockChange change -> "The DAO acts through " + names.address(change.newTimelock());
        };
    }

    private String vote(Address voter, int support, BigInteger weight, BigInteger id) {
        var choice = switch (support) {
            case 0 -> "against";
            case 1 -> "for";
            default -> "to abstain on";
        };
        return names.address(voter) + " voted " + choice + " " + names.proposal(id) + " with "
                + EventWords.votes(weight);
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("").replaceFirst("^#+ *", "").strip();
        return line.length() > 90 ? line.substring(0, 90) + "…" : line;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    String of(TimelockFact fact) {
        return switch (fact) {
            case TimelockFact.CallScheduled call ->
                "A call to " + names.address(call.target()) + " waits " + EventWords.duration(call.delay())
                        + " in the timelock";
            case TimelockFact.CallExecuted call -> "The timelock called " + names.address(call.target());
            case TimelockFact.CallSalt _ -> "A waiting operation has a salt";
            case TimelockFact.Cancelled _ -> "An operation in the timelock is cancelled";
            case TimelockFact.MinDelayChange change ->
                "The timelock's delay is " + EventWords.duration(change.newDuration());
            case TimelockFact.RoleAdminChanged _ -> "A role of the timelock has another admin";
            case TimelockFact.RoleGranted granted -> names.address(granted.account()) + " has a role of the timelock";
            case TimelockFact.RoleRevoked revoked -> names.address(revoked.account()) + " lost a role of the timelock";
        };
    }

    String of(AuthorityFact fact) {
        return switch (fact) {
            case AuthorityFact.OperationScheduled scheduled ->
                names.address(scheduled.caller()) + " scheduled a call to " + names.address(scheduled.target())
                        + ", ready " + EventWords.date(scheduled.schedule());
            case AuthorityFact.OperationExecuted _ -> "A scheduled call is executed";
            case AuthorityFact.OperationCanceled _ -> "A scheduled call is cancelled";
            case AuthorityFact.RoleLabel label -> "Role " + role(label.roleId()) + " is called “" + label.label() + "”";
            case AuthorityFact.RoleGranted granted ->
                names.address(granted.account()) + " has role " + role(granted.roleId());
            case AuthorityFact.RoleRevoked revoked ->
                names.address(revoked.account()) + " lost role " + role(revoked.roleId());
            case AuthorityFact.RoleAdminChanged changed ->
                "Role " + role(changed.admin()) + " grants role " + role(changed.roleId());
            case AuthorityFact.RoleGuardianChanged changed ->
                "Role " + role(changed.guardian()) + " can cancel for role " + role(changed.roleId());
            case AuthorityFact.RoleGrantDelayChanged changed ->
                "Granting role " + role(changed.roleId()) + " takes "
                        + EventWords.duration(BigInteger.valueOf(changed.delay()));
            case AuthorityFact.TargetFunctionRoleUpdated updated ->
                "Role " + role(updated.roleId()) + " may call a function of " + names.address(updated.target());
            case AuthorityFact.TargetAdminDelayUpdated updated ->
                "Changing who may call " + names.address(updated.target()) + " takes "
                        + EventWords.duration(BigInteger.valueOf(updated.delay()));
            case AuthorityFact.TargetClosed closed ->
                names.address(closed.target()) + (closed.closed() ? " is closed" : " is open again");
        };
    }

    private static String role(long id) {
        return Long.toUnsignedString(id);
    }

    String of(VotesFact fact) {
        return switch (fact) {
            case VotesFact.DelegateChanged changed ->
                names.address(changed.delegator()) + " lets " + names.address(changed.toDelegate()) + " vote";
            case VotesFact.DelegateVotesChanged changed ->
                names.address(changed.delegate()) + " votes with " + EventWords.votes(changed.newVotes());
        };
    }

    String of(DirectoryFact fact) {
        return switch (fact) {
            case DirectoryFact.ModuleSet set ->
                names.address(set.to()) + " is the module “" + EventWords.lower(ParameterWords.name(set.name())) + "”";
            case DirectoryFact.PoolAdded added -> "Pool " + added.poolId() + " is added: " + added.name();
        };
    }

    String of(ParameterFact fact) {
        return switch (fact) {
            case ParameterFact.ParamDefined defined ->
                ParameterWords.name(defined.key()) + " is defined: "
                        + ParameterWords.value(defined.key(), defined.spec().unit(), defined.initialValue());
            case ParameterFact.ParamScoped scoped ->
                ParameterWords.name(scoped.key()) + " has a value of its own for " + scoped.scope();
            case ParameterFact.BoundsTightened tightened ->
                "The bounds of " + ParameterWords.name(tightened.key()) + " are tightened";
            case ParameterFact.ChangeProposed proposed ->
                "Change " + proposed.changeId() + " is proposed: " + ParameterWords.name(proposed.key()) + ", "
                        + proposed.scope();
            case ParameterFact.ChangeExecuted executed ->
                "Change " + executed.changeId() + " is in force: " + ParameterWords.name(executed.key()) + ", "
                        + executed.scope();
            case ParameterFact.ChangeCancelled cancelled ->
                "Change " + cancelled.changeId() + " is cancelled by " + names.address(cancelled.by());
            case ParameterFact.Tightened tightened ->
                ParameterWords.name(tightened.key()) + ", " + tightened.scope() + ", is tightened by "
                        + names.address(tightened.by());
        };
    }

    String of(GuardianFact fact) {
        return switch (fact) {
            case GuardianFact.Paused paused ->
                names.address(paused.by()) + " paused " + scopes(paused.scopes()) + " of " + where(paused.poolId())
                        + " until " + Times.dateAndTime(Instant.ofEpochSecond(paused.until()));
            case GuardianFact.Lifted lifted -> names.address(lifted.by()) + " lifted pause " + lifted.pauseId();
            case GuardianFact.Extended extended ->
                "Pause " + extended.pauseId() + " runs until "
                        + Times.dateAndTime(Instant.ofEpochSecond(extended.until()));
            case GuardianFact.AdapterQuarantined quarantined ->
                names.address(quarantined.by()) + " put " + names.address(quarantined.adapter()) + " in quarantine";
            case GuardianFact.AdapterRestored restored -> names.address(restored.adapter()) + " is out of quarantine";
        };
    }

    private static String scopes(int scopes) {
        return Arrays.stream(PauseScope.values())
                .filter(scope -> scope.isIn(scopes))
                .map(scope -> EventWords.lower(Terms.of(scope)))
                .collect(Collectors.joining(", "));
    }

    private String where(long poolId) {
        return poolId == 0 ? "every pool" : names.pool(poolId);
    }
}
