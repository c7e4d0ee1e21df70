package org.breakwater.core.watch;

import java.math.BigInteger;
import java.util.Locale;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.Quantity;

/// Reads facts of the protocol's business: money, pools, incidents, claims, subjects, adapters, payments.
final class BusinessEvents {

    private final AlertNames names;

    BusinessEvents(AlertNames names) {
        this.names = names;
    }

    void treasury(TreasuryFact fact, Found found) {
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

    void pool(PoolFact fact, Found found) {
        var about = new Subject.Contract(found.contract());
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
                        names.address(found.contract()),
                        (tripped.payouts() ? "Payouts" : "Redemptions") + " of 24 hours have come to "
                                + Said.amount(tripped.outflow24h()) + " of "
                                + Said.amount(tripped.limit()));
            default -> {
                // The course of business.
            }
        }
    }

    void incident(IncidentFact fact, Found found) {
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

    void claim(ClaimFact fact, Found found) {
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

    void risk(RiskFact fact, Found found) {
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

    void adapter(AdapterFact fact, Found found) {
        switch (fact) {
            case AdapterFact.SignersSet(var signers, var threshold) ->
                found.began(
                        EventKind.SIGNERS_CHANGED,
                        "signers",
                        new Subject.Adapter(found.contract()),
                        names.address(found.contract()),
                        threshold + " of " + signers.size() + " must sign what it takes for true");
            case AdapterFact.Disputed disputed ->
                found.began(
                        EventKind.ASSERTION_DISPUTED,
                        "assertion " + disputed.assertionId(),
                        new Subject.Adapter(found.contract()),
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

    void escrow(EscrowFact fact, Found found) {
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
}
