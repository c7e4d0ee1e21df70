package org.breakwater.desktop.place;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.FeedFact;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.PremiumFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.TokenFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.fact.VotesFact;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;

/// What an event says, as one sentence in plain words.
public final class EventSentence {

    private static final int TOKEN_DECIMALS = 18;
    private static final int PRICE_DECIMALS = 8;

    private final EventNames names;

    public EventSentence(EventNames names) {
        this.names = names;
    }

    public String of(LoggedFact logged) {
        return switch (logged.fact()) {
            case PolicyFact fact -> policy(fact);
            case SeriesFact fact -> series(fact);
            case AccountCoverFact fact -> account(fact);
            case PoolFact fact -> pool(fact, name(logged));
            case ClaimFact fact -> claim(fact);
            case IncidentFact fact -> incident(fact);
            case CaseFact fact -> tribunal(fact);
            case EscrowFact fact -> escrow(fact);
            case RiskFact fact -> risk(fact);
            case PremiumFact.SurgeMoved moved ->
                "The surge of " + names.subject(moved.subjectId()) + " moved to " + percent(moved.surgeBps());
            case ParameterFact fact -> parameter(fact);
            case GuardianFact fact -> guardian(fact);
            case TreasuryFact fact -> treasury(fact);
            case TokenFact.Transfer transfer -> transfer(transfer, name(logged));
            case GovernorFact fact -> governor(fact);
            case TimelockFact fact -> timelock(fact);
            case AuthorityFact fact -> authority(fact);
            case VotesFact fact -> votes(fact);
            case DirectoryFact fact -> directory(fact);
            case AdapterFact fact -> adapter(fact, name(logged));
            case BreachFact fact -> breach(fact);
            case ConfigurationFact _ -> name(logged) + " is told how to read a subject";
            case FeedFact fact -> feed(fact, name(logged));
            case GateFact.ExclusionSet set ->
                names.address(set.account()) + (set.excluded() ? " may not buy cover" : " may buy cover again");
            case ModuleFact.AuthorityUpdated updated ->
                name(logged) + " asks " + names.address(updated.authority()) + " who may do what";
        };
    }

    private String name(LoggedFact logged) {
        return names.address(logged.contract());
    }

    private String policy(PolicyFact fact) {
        return switch (fact) {
            case PolicyFact.PolicyBought bought ->
                names.address(bought.owner()) + " bought policy " + bought.policyId() + ": "
                        + assets(bought.policy().amount()) + " on "
                        + names.subject(bought.policy().subjectId()) + " until "
                        + date(bought.policy().end());
            case PolicyFact.PolicyClosed closed ->
                "Policy " + closed.policyId() + " is closed, "
                        + switch (closed.reason()) {
                            case NONE -> "without a reason";
                            case EXPIRED -> "its time is over";
                            case CANCELLED -> "cancelled by its holder" + refund(closed.refund());
                            case EXHAUSTED -> "paid out in full";
                        };
            case PolicyFact.PolicyPaid paid ->
                "Policy " + paid.policyId() + " paid " + assets(paid.assets()) + ", " + assets(paid.paidInAll())
                        + " in all";
            case PolicyFact.TermsPublished terms ->
                "Terms version " + terms.version() + " of " + names.pool(terms.poolId()) + " are published";
            case PolicyFact.Transfer transfer ->
                transfer.from().isZero()
                        ? "Policy " + transfer.tokenId() + " is issued to " + names.address(transfer.to())
                        : names.address(transfer.from()) + " passes policy " + transfer.tokenId() + " to "
                                + names.address(transfer.to());
        };
    }

    private static String refund(BigInteger refund) {
        return refund.signum() == 0 ? "" : ", " + assets(refund) + " come back";
    }

    private String series(SeriesFact fact) {
        return switch (fact) {
            case SeriesFact.SeriesOpened opened ->
                "Series " + opened.id() + " on " + names.subject(opened.subjectId()) + " opens: "
                        + Numbers.count(opened.maxUnits()) + " units of " + assets(opened.unitPayout());
            case SeriesFact.UnitsMinted minted ->
                names.address(minted.to()) + " bought " + Numbers.count(minted.units()) + " units of series "
                        + minted.id() + " for " + assets(minted.premium());
            case SeriesFact.SeriesSettled settled ->
                settled.severityBps() == 0
                        ? "Series " + settled.id() + " settled: nothing is due"
                        : "Series " + settled.id() + " settled at severity " + percent(settled.severityBps()) + ", "
                                + assets(settled.unitPaid()) + " a unit";
            case SeriesFact.Redeemed redeemed ->
                names.address(redeemed.holder()) + " redeemed " + Numbers.count(redeemed.units()) + " units of series "
                        + redeemed.id() + " for " + assets(redeemed.assets());
            case SeriesFact.SeriesClosed closed ->
                "Series " + closed.id() + " is over, " + Numbers.count(closed.unitsUnredeemed())
                        + " units were not redeemed";
            case SeriesFact.RedemptionWaits waits ->
                "A redemption of series " + waits.id() + " by " + names.address(waits.holder())
                        + " waits: the drain window is empty";
            case SeriesFact.TransferSingle transfer ->
                transfer.from().isZero()
                        ? Numbers.count(transfer.value()) + " units of series " + transfer.id() + " are issued to "
                                + names.address(transfer.to())
                        : names.address(transfer.from()) + " passes " + Numbers.count(transfer.value())
                                + " units of series " + transfer.id() + " to " + names.address(transfer.to());
            case SeriesFact.TransferBatch transfer ->
                names.address(transfer.from()) + " passes units of "
                        + transfer.ids().size() + " series to " + names.address(transfer.to());
        };
    }

    private String account(AccountCoverFact fact) {
        return switch (fact) {
            case AccountCoverFact.IntegratorRegistered registered ->
                names.address(registered.integrator()) + " is registered to cover its accounts for "
                        + names.subject(registered.subjectId());
            case AccountCoverFact.IntegratorClosed closed ->
                names.address(closed.integrator()) + " covers no accounts any more" + refund(closed.refund());
            case AccountCoverFact.ToppedUp topped ->
                names.address(topped.from()) + " prepaid " + assets(topped.amount()) + " for "
                        + names.address(topped.integrator());
            case AccountCoverFact.PrepaidWithdrawn withdrawn ->
                names.address(withdrawn.integrator()) + " took back " + assets(withdrawn.amount()) + " prepaid";
            case AccountCoverFact.PremiumCharged charged ->
                names.address(charged.integrator()) + " is charged; " + assets(charged.prepaid()) + " stay prepaid";
            case AccountCoverFact.PremiumSettled settled ->
                names.address(settled.integrator()) + " paid " + assets(settled.amount()) + " of premium";
            case AccountCoverFact.EnrolmentChosen chosen ->
                names.address(chosen.account()) + (chosen.covered() ? " joins" : " leaves") + " the cover of "
                        + names.address(chosen.integrator());
            case AccountCoverFact.BalanceReported reported ->
                names.address(reported.integrator()) + " reports " + assets(reported.amount()) + " for "
                        + names.address(reported.account());
            case AccountCoverFact.AccountCoverUpdated updated ->
                names.address(updated.account()) + " is covered for " + assets(updated.insured()) + " by "
                        + names.address(updated.integrator());
            case AccountCoverFact.CoverLapsed lapsed -> "The cover of " + names.address(lapsed.account()) + " lapsed";
            case AccountCoverFact.CapitalHeld held -> assets(held.held()) + " of capital are locked for an account";
            case AccountCoverFact.FundingEnded ended ->
                "What " + names.address(ended.integrator()) + " prepaid is used up: its accounts are not covered";
            case AccountCoverFact.FundingStarted started ->
                "The accounts of " + names.address(started.integrator()) + " are covered again";
            case AccountCoverFact.AccountPaid paid -> "An account's cover paid " + assets(paid.assets());
        };
    }

    private String pool(PoolFact fact, String pool) {
        return switch (fact) {
            case PoolFact.Deposit deposit ->
                names.address(deposit.owner()) + " put " + assets(deposit.assets()) + " into " + pool;
            case PoolFact.RedeemRequested requested ->
                names.address(requested.owner()) + " asks to redeem shares of " + pool;
            case PoolFact.RedeemFilled filled ->
                pool + " set aside " + assets(filled.assets()) + " for " + names.address(filled.controller());
            case PoolFact.RedeemCancelled cancelled ->
                names.address(cancelled.controller()) + " stays in " + pool + ": the redemption is cancelled";
            case PoolFact.RedeemCollected collected ->
                names.address(collected.controller()) + " collected " + assets(collected.assets()) + " from " + pool;
            case PoolFact.QueueAdvanced _ -> "The redemption queue of " + pool + " was processed";
            case PoolFact.CoverLocked locked ->
                pool + " covers " + assets(locked.amount()) + " more of " + names.subject(locked.subjectId());
            case PoolFact.CoverReleased released ->
                pool + " is free of " + assets(released.amount()) + " of cover of "
                        + names.subject(released.subjectId());
            case PoolFact.CoverRelevelled moved ->
                assets(moved.amount()) + " of cover of " + names.subject(moved.subjectId()) + " moved from "
                        + Terms.of(moved.from()) + " to " + Terms.of(moved.to());
            case PoolFact.PremiumStreamed streamed -> pool + " received " + assets(streamed.amount()) + " of premium";
            case PoolFact.PremiumRefunded refunded ->
                pool + " gave " + assets(refunded.amount()) + " of premium back to " + names.address(refunded.to());
            case PoolFact.PremiumAccrued accrued -> pool + " earned " + assets(accrued.amount()) + " of premium";
            case PoolFact.IncidentReserved reserved ->
                pool + " set aside up to " + assets(reserved.cap()) + " for " + event(reserved.incidentId());
            case PoolFact.IncidentBackstopped backed ->
                assets(backed.amount()) + " of the treasury back " + event(backed.incidentId()) + " of " + pool;
            case PoolFact.IncidentReleased released ->
                "The reserve for " + event(released.incidentId()) + " is released, " + assets(released.unused())
                        + " unused";
            case PoolFact.Payout payout ->
                pool + " paid " + assets(payout.assets()) + " to " + names.address(payout.to());
            case PoolFact.Forfeited forfeited -> assets(forfeited.amount()) + " that were forfeited went to " + pool;
            case PoolFact.DrainBreakerTripped tripped ->
                "The 24-hour window of " + (tripped.payouts() ? "payouts" : "redemptions") + " of " + pool
                        + " is used up";
        };
    }

    /// A settled series has the top bit of its number set.
    private static String event(long incidentId) {
        return incidentId < 0 ? "series " + (incidentId & Long.MAX_VALUE) : "incident " + incidentId;
    }

    private String claim(ClaimFact fact) {
        return switch (fact) {
            case ClaimFact.ClaimSubmitted submitted ->
                names.address(submitted.claimant()) + " claims " + assets(submitted.requested()) + " (claim "
                        + submitted.claimId() + ", incident " + submitted.incidentId() + ")";
            case ClaimFact.ClaimStateChanged changed -> "Claim " + changed.claimId() + " is " + plain(changed.to());
            case ClaimFact.ClaimDecided decided ->
                decided.approved().signum() == 0
                        ? "Claim " + decided.claimId() + " is denied, " + by(decided.route())
                        : "Claim " + decided.claimId() + " is approved for " + assets(decided.approved()) + ", "
                                + by(decided.route());
            case ClaimFact.ReviewStarted started ->
                "The council reviews claim " + started.claimId() + " until " + date(started.reviewEnds());
            case ClaimFact.PayeeSet set -> "Claim " + set.claimId() + " is to be paid to " + names.address(set.payTo());
            case ClaimFact.FraudFlagged flagged -> "Claim " + flagged.claimId() + " is flagged as fraud";
            case ClaimFact.Appealed appealed -> "Claim " + appealed.claimId() + " is appealed";
            case ClaimFact.ClaimPaid paid ->
                "Claim " + paid.claimId() + " paid " + assets(paid.assets()) + " to " + names.address(paid.to());
            case ClaimFact.ClaimWaits waits ->
                "Claim " + waits.claimId() + " waits for " + assets(waits.due()) + ": the drain window is empty";
            case ClaimFact.ClaimHeld held ->
                assets(held.assets()) + " of claim " + held.claimId() + " are kept for "
                        + names.address(held.claimant());
            case ClaimFact.ClaimFinal done -> "The denial of claim " + done.claimId() + " is final";
            case ClaimFact.DepositReturned returned ->
                "The deposit of claim " + returned.claimId() + " went back, " + assets(returned.amount());
            case ClaimFact.DepositForfeited forfeited ->
                "The deposit of claim " + forfeited.claimId() + " is forfeited, " + assets(forfeited.amount());
            case ClaimFact.SubrogationAssigned assigned ->
                names.address(assigned.by()) + " assigned the right to recover what claim " + assigned.claimId()
                        + " paid";
        };
    }

    private String incident(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.AdapterBound bound ->
                names.address(bound.adapter())
                        + (bound.bound() ? " watches " : " no longer watches ")
                        + names.subject(bound.subjectId());
            case IncidentFact.IncidentOpened opened ->
                "Incident " + opened.incidentId() + " is detected: " + names.subject(opened.subjectId());
            case IncidentFact.TermsPinned pinned -> "The parameters of incident " + pinned.incidentId() + " are pinned";
            case IncidentFact.IncidentConfirmed confirmed ->
                "Incident " + confirmed.incidentId() + " is confirmed by a second reading";
            case IncidentFact.IncidentStateChanged changed ->
                "Incident " + changed.incidentId() + ": " + lower(Terms.of(changed.to()));
            case IncidentFact.IncidentContested contested ->
                "Incident " + contested.incidentId() + " is contested by " + names.address(contested.adapter());
            case IncidentFact.IncidentRejected rejected ->
                "Incident " + rejected.incidentId() + " is rejected, " + by(rejected.route());
            case IncidentFact.Challenged challenged ->
                names.address(challenged.by()) + " challenges incident " + challenged.incidentId();
            case IncidentFact.SettlingStarted started ->
                "Incident " + started.incidentId() + " settles at severity " + percent(started.severityBps())
                        + ", claims until " + date(started.claimsEnd());
            case IncidentFact.ReviewStarted started ->
                "The council reviews incident " + started.incidentId() + " until " + date(started.reviewEnds());
            case IncidentFact.BondReturned returned ->
                assets(returned.amount()) + " of bond of incident " + returned.incidentId() + " went back to "
                        + names.address(returned.to());
            case IncidentFact.BondForfeited forfeited ->
                names.address(forfeited.from()) + " forfeits " + assets(forfeited.amount()) + " of bond of incident "
                        + forfeited.incidentId();
            case IncidentFact.ReleaseDeferred deferred ->
                "The reserve of incident " + deferred.incidentId() + " could not be released yet";
        };
    }

    private String tribunal(CaseFact fact) {
        return switch (fact) {
            case CaseFact.CaseOpened opened ->
                "Case " + opened.caseId() + " opens on " + what(opened.kind(), opened.refId());
            case CaseFact.VoteCast cast ->
                names.address(cast.voter()) + " voted in case " + cast.caseId() + " with " + votes(cast.weight());
            case CaseFact.BallotSigned signed ->
                names.address(signed.voter()) + " signed the ballot in case " + signed.caseId();
            case CaseFact.BallotStruck struck ->
                "The ballot of " + names.address(struck.voter()) + " in case " + struck.caseId() + " is struck out";
            case CaseFact.CaseExtended extended ->
                "Case " + extended.caseId() + " stays open until " + date(extended.closes());
            case CaseFact.CaseClosed closed ->
                "Case " + closed.caseId() + " closed: " + plain(closed.outcome()) + " with " + closed.voters()
                        + " voters";
            case CaseFact.EvidenceAdded added ->
                names.address(added.by()) + " added evidence on " + what(added.kind(), added.refId())
                        + (added.afterDeadline() ? " after the cut-off" : "");
        };
    }

    private static String what(CaseKind kind, long id) {
        return (kind == CaseKind.CLAIM ? "claim " : "incident ") + id;
    }

    private String escrow(EscrowFact fact) {
        return switch (fact) {
            case EscrowFact.CreditKept kept ->
                assets(kept.amount()) + " are kept for " + names.address(kept.account()) + ": a payment failed";
            case EscrowFact.CreditCollected collected ->
                names.address(collected.account()) + " collected " + assets(collected.amount()) + " that were kept";
            case EscrowFact.ForfeitKept kept ->
                assets(kept.amount()) + " forfeited wait to go to " + names.pool(kept.poolId());
            case EscrowFact.ForfeitPassedOn passed ->
                assets(passed.amount()) + " forfeited went to " + names.pool(passed.poolId());
        };
    }

    private String risk(RiskFact fact) {
        return switch (fact) {
            case RiskFact.SubjectApplied applied ->
                names.address(applied.applicant()) + " applied for " + names.subject(applied.subjectId());
            case RiskFact.InputsAttested attested ->
                "The inputs of " + names.subject(attested.subjectId()) + " are attested by "
                        + names.address(attested.by());
            case RiskFact.LevelChanged changed ->
                names.subject(changed.subjectId()) + " went from " + Terms.of(changed.from()) + " to "
                        + Terms.of(changed.to()) + ", score " + Numbers.count(changed.scoreBps());
            case RiskFact.StatusChanged changed ->
                names.subject(changed.subjectId()) + ": " + lower(Terms.of(changed.to()));
        };
    }

    private String parameter(ParameterFact fact) {
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

    private String guardian(GuardianFact fact) {
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
                .map(scope -> lower(Terms.of(scope)))
                .collect(Collectors.joining(", "));
    }

    private String where(long poolId) {
        return poolId == 0 ? "every pool" : names.pool(poolId);
    }

    private String treasury(TreasuryFact fact) {
        return switch (fact) {
            case TreasuryFact.FeesReceived fees ->
                "The treasury received " + assets(fees.amount()) + " of fees from " + names.pool(fees.poolId());
            case TreasuryFact.BackstopPaid paid ->
                "The treasury backs incident " + paid.incidentId() + " with " + assets(paid.amount());
            case TreasuryFact.BackstopReturned returned ->
                assets(returned.amount()) + " of backstop of incident " + returned.incidentId() + " came back";
            case TreasuryFact.VenueAdded added ->
                names.address(added.venue()) + " is a venue, for " + percent(added.capBps()) + " at most";
            case TreasuryFact.VenueClosed closed -> names.address(closed.venue()) + " takes nothing more";
            case TreasuryFact.Allocated allocated ->
                "The treasury put " + assets(allocated.amount()) + " into " + names.address(allocated.venue());
            case TreasuryFact.ExitRequested requested ->
                "The treasury gave notice of " + assets(requested.amount()) + " to " + names.address(requested.venue())
                        + ", ready " + date(requested.readyAt());
            case TreasuryFact.Recalled recalled ->
                "The treasury recalled " + assets(recalled.amount()) + " from " + names.address(recalled.venue());
            case TreasuryFact.LossRealised loss ->
                "The treasury lost " + assets(loss.amount()) + " at " + names.address(loss.venue());
            case TreasuryFact.PegFeedSet set ->
                "The peg of " + names.address(set.asset()) + " is read from " + names.address(set.feed());
            case TreasuryFact.PegPriced priced ->
                names.address(priced.asset()) + " was read at " + price(priced.price8()) + " dollars";
            case TreasuryFact.PegStateChanged changed ->
                "The peg of " + names.address(changed.asset()) + " went from " + Terms.of(changed.from()) + " to "
                        + Terms.of(changed.to()) + " at " + price(changed.price8());
            case TreasuryFact.Spent spent ->
                (spent.byCouncil() ? "The council" : "The DAO") + " paid " + amount(spent.token(), spent.amount())
                        + " to " + names.address(spent.to());
        };
    }

    private String amount(Address token, BigInteger units) {
        return assets(units).replace(SettlementAsset.SYMBOL, names.address(token));
    }

    private String transfer(TokenFact.Transfer transfer, String token) {
        if (transfer.from().isZero()) {
            return token + " is issued to " + names.address(transfer.to());
        }
        return transfer.to().isZero()
                ? token + " of " + names.address(transfer.from()) + " is taken in"
                : names.address(transfer.from()) + " passes " + token + " to " + names.address(transfer.to());
    }

    private String governor(GovernorFact fact) {
        return switch (fact) {
            case GovernorFact.ProposalCreated created ->
                names.address(created.proposer()) + " proposed: “" + firstLine(created.description()) + "”";
            case GovernorFact.ProposalQueued queued -> proposal(queued.proposalId()) + " waits in the timelock";
            case GovernorFact.ProposalExecuted executed -> proposal(executed.proposalId()) + " is executed";
            case GovernorFact.ProposalCanceled canceled -> proposal(canceled.proposalId()) + " is cancelled";
            case GovernorFact.ProposalExtended extended ->
                proposal(extended.proposalId()) + " is voted on until " + date(extended.extendedDeadline());
            case GovernorFact.VoteCast cast -> vote(cast.voter(), cast.support(), cast.weight(), cast.proposalId());
            case GovernorFact.VoteCastWithParams cast ->
                vote(cast.voter(), cast.support(), cast.weight(), cast.proposalId());
            case GovernorFact.VotingDelaySet set ->
                "Votes open " + duration(set.newVotingDelay()) + " after a proposal";
            case GovernorFact.VotingPeriodSet set -> "Votes last " + duration(set.newVotingPeriod());
            case GovernorFact.ProposalThresholdSet set -> "Proposing takes " + votes(set.newProposalThreshold());
            case GovernorFact.QuorumNumeratorUpdated updated ->
                "The quorum is " + updated.newQuorumNumerator() + Numbers.NO_BREAK + "% of supply";
            case GovernorFact.LateQuorumVoteExtensionSet set ->
                "A late quorum adds " + duration(BigInteger.valueOf(set.newVoteExtension()));
            case GovernorFact.TimelockChange change -> "The DAO acts through " + names.address(change.newTimelock());
        };
    }

    private String vote(Address voter, int support, BigInteger weight, BigInteger id) {
        var choice = switch (support) {
            case 0 -> "against";
            case 1 -> "for";
            default -> "to abstain on";
        };
        return names.address(voter) + " voted " + choice + " " + lower(proposal(id)) + " with " + votes(weight);
    }

    /// The Governor's numbers have 77 digits; the first four tell them apart.
    private static String proposal(BigInteger id) {
        var digits = id.toString();
        return "Proposal " + (digits.length() > 8 ? digits.substring(0, 4) + "…" : digits);
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("").replaceFirst("^#+ *", "").strip();
        return line.length() > 90 ? line.substring(0, 90) + "…" : line;
    }

    private String timelock(TimelockFact fact) {
        return switch (fact) {
            case TimelockFact.CallScheduled call ->
                "A call to " + names.address(call.target()) + " waits " + duration(call.delay()) + " in the timelock";
            case TimelockFact.CallExecuted call -> "The timelock called " + names.address(call.target());
            case TimelockFact.CallSalt _ -> "A waiting operation has a salt";
            case TimelockFact.Cancelled _ -> "An operation in the timelock is cancelled";
            case TimelockFact.MinDelayChange change -> "The timelock's delay is " + duration(change.newDuration());
            case TimelockFact.RoleAdminChanged _ -> "A role of the timelock has another admin";
            case TimelockFact.RoleGranted granted -> names.address(granted.account()) + " has a role of the timelock";
            case TimelockFact.RoleRevoked revoked -> names.address(revoked.account()) + " lost a role of the timelock";
        };
    }

    private String authority(AuthorityFact fact) {
        return switch (fact) {
            case AuthorityFact.OperationScheduled scheduled ->
                names.address(scheduled.caller()) + " scheduled a call to " + names.address(scheduled.target())
                        + ", ready " + date(scheduled.schedule());
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
                "Granting role " + role(changed.roleId()) + " takes " + duration(BigInteger.valueOf(changed.delay()));
            case AuthorityFact.TargetFunctionRoleUpdated updated ->
                "Role " + role(updated.roleId()) + " may call a function of " + names.address(updated.target());
            case AuthorityFact.TargetAdminDelayUpdated updated ->
                "Changing who may call " + names.address(updated.target()) + " takes "
                        + duration(BigInteger.valueOf(updated.delay()));
            case AuthorityFact.TargetClosed closed ->
                names.address(closed.target()) + (closed.closed() ? " is closed" : " is open again");
        };
    }

    private static String role(long id) {
        return Long.toUnsignedString(id);
    }

    private String votes(VotesFact fact) {
        return switch (fact) {
            case VotesFact.DelegateChanged changed ->
                names.address(changed.delegator()) + " lets " + names.address(changed.toDelegate()) + " vote";
            case VotesFact.DelegateVotesChanged changed ->
                names.address(changed.delegate()) + " votes with " + votes(changed.newVotes());
        };
    }

    private String directory(DirectoryFact fact) {
        return switch (fact) {
            case DirectoryFact.ModuleSet set ->
                names.address(set.to()) + " is the module “" + lower(ParameterWords.name(set.name())) + "”";
            case DirectoryFact.PoolAdded added -> "Pool " + added.poolId() + " is added: " + added.name();
        };
    }

    private String adapter(AdapterFact fact, String adapter) {
        return switch (fact) {
            case AdapterFact.Observed observed ->
                adapter + " read " + names.subject(observed.subjectId()) + ": "
                        + plain(observed.observation().verdict());
            case AdapterFact.Sampled sampled -> adapter + " took a sample of " + names.subject(sampled.subjectId());
            case AdapterFact.SignersSet set ->
                adapter + " hears " + set.signers().size() + " signers, " + set.threshold() + " of them suffice";
            case AdapterFact.ReportUsed used -> adapter + " used a report on " + names.subject(used.subjectId());
            case AdapterFact.Asserted asserted ->
                names.address(asserted.asserter()) + " asserts a loss of " + names.subject(asserted.subjectId());
            case AdapterFact.Disputed disputed ->
                names.address(disputed.disputer()) + " disputes assertion " + disputed.assertionId();
            case AdapterFact.AssertionDecided decided ->
                "Assertion " + decided.assertionId() + " is " + plain(decided.state());
            case AdapterFact.AssertionUsed used -> "Assertion " + used.assertionId() + " is used";
        };
    }

    private String breach(BreachFact fact) {
        return switch (fact) {
            case BreachFact.PriceDropBreachSet set ->
                breach(set.subjectId(), set.breach().startedAt());
            case BreachFact.DepegBreachSet set ->
                breach(set.subjectId(), set.breach().startedAt());
            case BreachFact.TvlDropBreachSet set ->
                breach(set.subjectId(), set.breach().firstAt());
            case BreachFact.Recovered recovered -> names.subject(recovered.subjectId()) + " has its peg again";
        };
    }

    private String breach(long subject, long since) {
        return since == 0
                ? "The breach of " + names.subject(subject) + " ended"
                : names.subject(subject) + " is in breach since " + date(since);
    }

    private static String feed(FeedFact fact, String feed) {
        return switch (fact) {
            case FeedFact.AnswerUpdated _ -> feed + " has a new answer";
            case FeedFact.LimitsSet _ -> feed + " has new limits";
        };
    }

    private static String by(Route route) {
        return switch (route) {
            case AUTOMATIC -> "by rule";
            case DAO_VOTE -> "by vote";
            case COUNCIL -> "by the council";
        };
    }

    private static String assets(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.HELD);
    }

    private static String votes(BigInteger weight) {
        return Numbers.wholeAmount(new TokenAmount(weight, TOKEN_DECIMALS, ""), Rounding.HELD) + Numbers.NO_BREAK
                + "votes";
    }

    private static String percent(long bps) {
        return Numbers.percent(BasisPoints.of(bps));
    }

    private static String price(BigInteger price8) {
        return Numbers.decimal(new BigDecimal(price8, PRICE_DECIMALS), 4, RoundingMode.DOWN);
    }

    private static String date(long seconds) {
        return Times.date(Instant.ofEpochSecond(seconds));
    }

    private static String duration(BigInteger seconds) {
        return Times.duration(Duration.ofSeconds(seconds.longValueExact()));
    }

    private static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
