package org.breakwater.core.watch;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.Quantity;

/// Reads facts for what is worth an alert. Words that others chose are not repeated: only names, numbers and addresses.
final class EventReader {

    private final AlertNames names;
    private final Deployment deployment;

    EventReader(AlertNames names, Deployment deployment) {
        this.names = names;
        this.deployment = deployment;
    }

    List<Happening> read(LoggedFact logged) {
        var found = new Found(logged);
        switch (logged.fact()) {
            case AuthorityFact fact -> authority(fact, found);
            case TimelockFact fact -> timelock(fact, found);
            case GovernorFact fact -> governor(fact, found);
            case DirectoryFact fact -> directory(fact, found);
            case ModuleFact.AuthorityUpdated(var authority) ->
                found.began(
                        EventKind.AUTHORITY_CHANGED,
                        "authority",
                        new Subject.Contract(logged.contract()),
                        names.address(logged.contract()),
                        "It asks " + names.address(authority) + " who may do what");
            case ParameterFact fact -> parameter(fact, found);
            case GuardianFact fact -> guardian(fact, found);
            case TreasuryFact fact -> treasury(fact, found);
            case PoolFact fact -> pool(fact, found);
            case IncidentFact fact -> incident(fact, found);
            case ClaimFact fact -> claim(fact, found);
            case CaseFact.CaseOpened opened ->
                found.began(
                        EventKind.CASE_OPENED,
                        "case " + opened.caseId(),
                        new Subject.Case(opened.caseId()),
                        "case " + opened.caseId(),
                        "Voters decide it until " + Said.time(opened.case_().closes()));
            case CaseFact.CaseClosed closed ->
                found.ended(EventKind.CASE_OPENED, "case " + closed.caseId(), "The case is closed");
            case RiskFact fact -> risk(fact, found);
            case AdapterFact fact -> adapter(fact, found);
            case ConfigurationFact _ ->
                found.began(
                        EventKind.ADAPTER_CONFIGURED,
                        "configuration",
                        new Subject.Adapter(logged.contract()),
                        names.address(logged.contract()),
                        "What it reads, or from where on it decides, is another");
            case EscrowFact fact -> escrow(fact, found);
            case SeriesFact.SeriesSettled settled ->
                found.began(
                        EventKind.SERIES_SETTLED,
                        "series " + settled.id(),
                        new Subject.Contract(logged.contract()),
                        "series " + settled.id(),
                        "Severity " + Quantity.write(BigInteger.valueOf(settled.severityBps()), Unit.BASIS_POINTS));
            case AccountCoverFact.FundingEnded(var integrator, var _) ->
                found.began(
                        EventKind.FUNDING_ENDED,
                        "funding " + integrator,
                        new Subject.Integrator(integrator),
                        names.address(integrator),
                        "What it prepaid is used up, and nothing of it is in force");
            case AccountCoverFact.FundingStarted(var integrator, var _) ->
                found.ended(EventKind.FUNDING_ENDED, "funding " + integrator, "Prepaid cover runs again");
            case GateFact.ExclusionSet(var account, var excluded) ->
                found.began(
                        EventKind.EXCLUSION_CHANGED,
                        "exclusion " + account,
                        new Subject.Contract(account),
                        names.address(account),
                        excluded ? "It may not take part any more" : "It may take part again");
            case PolicyFact.TermsPublished published ->
                found.began(
                        EventKind.TERMS_PUBLISHED,
                        "terms " + published.poolId() + "/" + published.version(),
                        new Subject.Pool(published.poolId()),
                        "pool " + published.poolId(),
                        "Version " + published.version() + " holds for what is sold from now on");
            default -> {
                // Nothing that a rule can name.
            }
        }
        return found.all;
    }

    private void authority(AuthorityFact fact, Found found) {
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
                        new Subject.Contract(found.logged.contract()),
                        deployment.roleName(role),
                        "It is granted and revoked by " + deployment.roleName(admin));
            case AuthorityFact.RoleGuardianChanged(var role, var guardian) ->
                found.began(
                        EventKind.ROLE_ADMIN_CHANGED,
                        "guardian of role " + Long.toUnsignedString(role),
                        new Subject.Contract(found.logged.contract()),
                        deployment.roleName(role),
                        "What it schedules is cancelled by " + deployment.roleName(guardian));
            case AuthorityFact.RoleGrantDelayChanged(var role, var delay, var _) ->
                found.began(
                        EventKind.ROLE_DELAY_CHANGED,
                        "grant delay of role " + Long.toUnsignedString(role),
                        new Subject.Contract(found.logged.contract()),
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

    private void timelock(TimelockFact fact, Found found) {
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

    private void governor(GovernorFact fact, Found found) {
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
                        new Subject.Contract(found.logged.contract()),
                        names.address(found.logged.contract()),
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
                    new Subject.Contract(found.logged.contract()),
                    what,
                    before + " → " + after,
                    new Evidence("before", before.toString(), found.source()),
                    new Evidence("after", after.toString(), found.source()));
        } else if (after.compareTo(before) > 0) {
            found.ended(kind, what, "It was raised to " + after);
        }
    }

    private void directory(DirectoryFact fact, Found found) {
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

    private void parameter(ParameterFact fact, Found found) {
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
                        new Subject.Contract(found.logged.contract()),
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

    private void guardian(GuardianFact fact, Found found) {
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

    private void treasury(TreasuryFact fact, Found found) {
        switch (fact) {
            case TreasuryFact.Spent spent ->
                found.moved(
                        EventKind.OUTFLOW,
                        "spent to " + spent.to(),
                        new Subject.Treasury(),
                        spent.amount(),
                        "To " + names.address(spent.to()) + " by " + (spent.byCouncil() ? "the council" : "the DAO"));
            case TreasuryFact.BackstopPaid paid ->
                found.moved(
                        EventKind.BACKSTOP_PAID,
                        "backstop of incident " + paid.incidentId(),
                        new Subject.Pool(paid.poolId()),
                        paid.amount(),
                        "For incident " + paid.incidentId() + " by " + (paid.byCouncil() ? "the council" : "the DAO"));
            case TreasuryFact.Allocated allocated ->
                found.moved(
                        EventKind.ALLOCATED,
                        "allocated to " + allocated.venue(),
                        new Subject.Venue(allocated.venue()),
                        allocated.amount(),
                        "Into " + names.address(allocated.venue()) + ", which now has "
                                + Said.amount(allocated.principal()));
            case TreasuryFact.VenueAdded added ->
                found.began(
                        EventKind.VENUE_ADDED,
                        "venue " + added.venue(),
                        new Subject.Venue(added.venue()),
                        names.address(added.venue()),
                        "Its cap is " + Quantity.write(BigInteger.valueOf(added.capBps()), Unit.BASIS_POINTS));
            case TreasuryFact.VenueClosed(var venue) ->
                found.began(
                        EventKind.VENUE_CLOSED,
                        "venue " + venue,
                        new Subject.Venue(venue),
                        names.address(venue),
                        "Nothing is put into it any more");
            case TreasuryFact.LossRealised loss ->
                found.moved(
                        EventKind.VENUE_LOSS,
                        "written off at " + loss.venue(),
                        new Subject.Venue(loss.venue()),
                        loss.amount(),
                        "It was written off");
            case TreasuryFact.Recalled recalled -> {
                if (recalled.profit().signum() < 0) {
                    found.moved(
                            EventKind.VENUE_LOSS,
                            "recalled from " + recalled.venue(),
                            new Subject.Venue(recalled.venue()),
                            recalled.profit().negate(),
                            "So much less came back than was put in");
                }
            }
            case TreasuryFact.PegFeedSet(var asset, var feed, var _) ->
                found.began(
                        EventKind.PEG_FEED_CHANGED,
                        "feed of " + asset,
                        new Subject.Asset(asset),
                        names.address(asset),
                        "Its price is what " + names.address(feed) + " says");
            case TreasuryFact.PegStateChanged changed -> {
                if (changed.to() == PegState.NORMAL) {
                    found.ended(EventKind.PEG_STATE_CHANGED, "peg of " + changed.asset(), "Its peg is normal again");
                } else {
                    found.began(
                            EventKind.PEG_STATE_CHANGED,
                            "peg of " + changed.asset(),
                            new Subject.Asset(changed.asset()),
                            names.address(changed.asset()),
                            changed.to() == PegState.WATCH ? "It is watched" : "It has lost its peg",
                            new Evidence("price, 1e-8 dollar", changed.price8().toString(), found.source()));
                }
            }
            case TreasuryFact.FeesReceived _,
                    TreasuryFact.BackstopReturned _,
                    TreasuryFact.ExitRequested _,
                    TreasuryFact.PegPriced _ -> {
                // The course of business.
            }
        }
    }

    private void pool(PoolFact fact, Found found) {
        var about = new Subject.Contract(found.logged.contract());
        switch (fact) {
            case PoolFact.Payout payout ->
                found.moved(
                        EventKind.OUTFLOW,
                        "payout of claim " + payout.claimId(),
                        about,
                        payout.assets(),
                        "To " + names.address(payout.to()) + " for incident "
                                + Long.toUnsignedString(payout.incidentId()));
            case PoolFact.RedeemFilled filled ->
                found.moved(
                        EventKind.OUTFLOW,
                        "redemption " + filled.requestId(),
                        about,
                        filled.assets(),
                        "Set aside for " + names.address(filled.controller()) + ", who leaves");
            case PoolFact.DrainBreakerTripped tripped ->
                found.began(
                        EventKind.DRAIN_BREAKER,
                        tripped.payouts() ? "payouts" : "redemptions",
                        about,
                        names.address(found.logged.contract()),
                        (tripped.payouts() ? "Payouts" : "Redemptions") + " of 24 hours have come to "
                                + Said.amount(tripped.outflow24h()) + " of "
                                + Said.amount(tripped.limit()));
            default -> {
                // The course of business.
            }
        }
    }

    private void incident(IncidentFact fact, Found found) {
        switch (fact) {
            case IncidentFact.IncidentOpened opened ->
                found.moved(
                        EventKind.INCIDENT_OPENED,
                        incident(opened.incidentId()),
                        new Subject.Incident(opened.incidentId()),
                        incident(opened.incidentId()) + ", ",
                        opened.affectedCover(),
                        "It hits " + names.subject(opened.subjectId()) + " in pool " + opened.poolId()
                                + "; so much is covered");
            case IncidentFact.IncidentConfirmed confirmed ->
                found.began(
                        EventKind.INCIDENT_CONFIRMED,
                        incident(confirmed.incidentId()),
                        new Subject.Incident(confirmed.incidentId()),
                        incident(confirmed.incidentId()),
                        "It can be challenged until " + Said.time(confirmed.challengeEnds()));
            case IncidentFact.Challenged challenged ->
                found.began(
                        EventKind.INCIDENT_CHALLENGED,
                        incident(challenged.incidentId()),
                        new Subject.Incident(challenged.incidentId()),
                        incident(challenged.incidentId()),
                        "By " + names.address(challenged.by()));
            case IncidentFact.IncidentStateChanged changed -> {
                if (isOver(changed.to())) {
                    found.ended(EventKind.INCIDENT_OPENED, incident(changed.incidentId()), "The incident is over");
                    found.ended(EventKind.INCIDENT_CONFIRMED, incident(changed.incidentId()), "The incident is over");
                    found.ended(EventKind.INCIDENT_CHALLENGED, incident(changed.incidentId()), "The incident is over");
                }
            }
            case IncidentFact.AdapterBound bound ->
                found.began(
                        EventKind.ADAPTER_CHANGED,
                        "adapter " + bound.adapter() + " of subject " + bound.subjectId(),
                        new Subject.Adapter(bound.adapter()),
                        names.address(bound.adapter()),
                        (bound.bound() ? "It decides about " : "It no longer decides about ")
                                + names.subject(bound.subjectId()));
            default -> {
                // Each of these is told by the state it leads to.
            }
        }
    }

    private static String incident(long id) {
        return "incident " + Long.toUnsignedString(id);
    }

    private static boolean isOver(IncidentState state) {
        return switch (state) {
            case CLOSED, REJECTED, LAPSED -> true;
            case NONE, DETECTED, CONFIRMED, ESCALATED, COUNCIL_REVIEW, SETTLING -> false;
        };
    }

    private void claim(ClaimFact fact, Found found) {
        switch (fact) {
            case ClaimFact.FraudFlagged(var id, var _) ->
                found.began(
                        EventKind.FRAUD_FLAGGED,
                        "claim " + id,
                        new Subject.Claim(id),
                        "claim " + id,
                        "The council accuses it; voters decide");
            case ClaimFact.ClaimWaits(var id, var due) ->
                found.began(
                        EventKind.PAYOUT_WAITS,
                        "claim " + id,
                        new Subject.Claim(id),
                        "claim " + id,
                        Said.amount(due) + " are due when the pool's window frees");
            case ClaimFact.ClaimPaid paid ->
                found.ended(EventKind.PAYOUT_WAITS, "claim " + paid.claimId(), "The claim was paid");
            default -> {
                // The course of business.
            }
        }
    }

    private void risk(RiskFact fact, Found found) {
        switch (fact) {
            case RiskFact.StatusChanged(var id, var from, var to, var _) -> {
                if (to == SubjectStatus.LISTED) {
                    found.ended(EventKind.SUBJECT_STATUS_CHANGED, "subject " + id, "It is listed");
                } else if (to != SubjectStatus.CANDIDATE) {
                    found.began(
                            EventKind.SUBJECT_STATUS_CHANGED,
                            "subject " + id,
                            new Subject.InsuredSubject(0, id),
                            names.subject(id),
                            words(from) + " → " + words(to));
                }
            }
            case RiskFact.LevelChanged changed -> {
                if (changed.to().number() > changed.from().number()) {
                    found.began(
                            EventKind.LEVEL_RAISED,
                            "level of subject " + changed.subjectId(),
                            new Subject.InsuredSubject(0, changed.subjectId()),
                            names.subject(changed.subjectId()),
                            words(changed.from()) + " → " + words(changed.to()));
                } else {
                    found.ended(
                            EventKind.LEVEL_RAISED,
                            "level of subject " + changed.subjectId(),
                            "Its level is " + words(changed.to()));
                }
            }
            case RiskFact.SubjectApplied _, RiskFact.InputsAttested _ -> {
                // The course of business.
            }
        }
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void adapter(AdapterFact fact, Found found) {
        switch (fact) {
            case AdapterFact.SignersSet(var signers, var threshold) ->
                found.began(
                        EventKind.SIGNERS_CHANGED,
                        "signers",
                        new Subject.Adapter(found.logged.contract()),
                        names.address(found.logged.contract()),
                        threshold + " of " + signers.size() + " must sign what it takes for true");
            case AdapterFact.Disputed disputed ->
                found.began(
                        EventKind.ASSERTION_DISPUTED,
                        "assertion " + disputed.assertionId(),
                        new Subject.Adapter(found.logged.contract()),
                        "assertion " + disputed.assertionId(),
                        "By " + names.address(disputed.disputer()));
            case AdapterFact.AssertionDecided decided ->
                found.ended(
                        EventKind.ASSERTION_DISPUTED, "assertion " + decided.assertionId(), "The dispute is decided");
            case AdapterFact.Observed _,
                    AdapterFact.Sampled _,
                    AdapterFact.ReportUsed _,
                    AdapterFact.Asserted _,
                    AdapterFact.AssertionUsed _ -> {
                // The course of business.
            }
        }
    }

    private void escrow(EscrowFact fact, Found found) {
        switch (fact) {
            case EscrowFact.CreditKept(var _, var account, var amount) ->
                found.moved(
                        EventKind.PAYMENT_KEPT,
                        "credit of " + account,
                        new Subject.Contract(account),
                        amount,
                        "A payment to " + names.address(account) + " failed and is kept");
            case EscrowFact.CreditCollected(var _, var account, var _, var _) ->
                found.ended(EventKind.PAYMENT_KEPT, "credit of " + account, "It was collected");
            case EscrowFact.ForfeitKept _, EscrowFact.ForfeitPassedOn _ -> {
                // The course of business.
            }
        }
    }

    private static String seconds(long seconds) {
        return seconds == 0 ? "no time" : Quantity.write(Duration.ofSeconds(seconds));
    }

    /// What one fact means.
    private static final class Found {

        private final LoggedFact logged;
        private final List<Happening> all = new ArrayList<>();

        private Found(LoggedFact logged) {
            this.logged = logged;
        }

        private String source() {
            return "event " + logged.fact().getClass().getSimpleName() + " of " + logged.contract();
        }

        private void began(EventKind kind, String name, Subject about, String words, String detail, Evidence... more) {
            add(kind, name, about, words, detail, List.of(more), BigInteger.ZERO);
        }

        private void moved(EventKind kind, String name, Subject about, BigInteger amount, String detail) {
            moved(kind, name, about, "", amount, detail);
        }

        private void moved(EventKind kind, String name, Subject about, String words, BigInteger amount, String detail) {
            var written = Said.amount(amount);
            var evidence = List.of(new Evidence("amount", written, source()));
            add(kind, name, about, words + written, detail, evidence, amount);
        }

        private void add(
                EventKind kind,
                String name,
                Subject about,
                String words,
                String detail,
                List<Evidence> more,
                BigInteger amount) {
            var evidence = new ArrayList<>(more);
            evidence.add(new Evidence("transaction", logged.transaction().toString(), source()));
            all.add(new Happening.Began(kind, name, about, words, detail, evidence, amount));
        }

        private void ended(EventKind kind, String name, String how) {
            all.add(new Happening.Ended(kind, name, how));
        }
    }
}
