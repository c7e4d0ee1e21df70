package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.Observation;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.ProtocolFact;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Timeline;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;

/// An event in words.
///
/// @param differs hashes of texts that turned out to be others
/// @param hidden whether it is not to be said how people voted
record EventText(Function<Address, String> name, Function<Hash32, Boolean> differs, boolean hidden) {

    /// What an event is about.
    enum Topic {
        STATE,
        EVIDENCE,
        VOTES,
        MONEY,
        READINGS
    }

    private record Line(Icon icon, Tone tone, String sentence, String detail) {

        static Line of(Icon icon, String sentence, String detail) {
            return new Line(icon, Tone.DEFAULT, sentence, detail);
        }
    }

    static Topic topic(ProtocolFact fact) {
        return switch (fact) {
            case CaseFact.EvidenceAdded _ -> Topic.EVIDENCE;
            case CaseFact.VoteCast _, CaseFact.BallotSigned _, CaseFact.BallotStruck _ -> Topic.VOTES;
            case PoolFact _,
                    PolicyFact.PolicyPaid _,
                    ClaimFact.ClaimPaid _,
                    ClaimFact.ClaimHeld _,
                    ClaimFact.ClaimWaits _,
                    ClaimFact.DepositReturned _,
                    ClaimFact.DepositForfeited _,
                    IncidentFact.BondReturned _,
                    IncidentFact.BondForfeited _ -> Topic.MONEY;
            case AdapterFact _ -> Topic.READINGS;
            default -> Topic.STATE;
        };
    }

    Timeline.Event event(HistoryEntry entry) {
        var line = line(entry.fact().fact());
        return new Timeline.Event(
                line.icon(),
                line.tone(),
                line.sentence(),
                line.detail(),
                Times.dateAndTime(entry.fact().block().time()));
    }

    String sentence(ProtocolFact fact) {
        return line(fact).sentence();
    }

    private Line line(ProtocolFact fact) {
        return switch (fact) {
            case ClaimFact claim -> claim(claim);
            case CaseFact each -> tribunal(each);
            case IncidentFact incident -> incident(incident);
            case PolicyFact policy -> policy(policy);
            case PoolFact pool -> pool(pool);
            case AdapterFact.Observed(var _, var by, var observation) ->
                Line.of(Icon.ACTIVITY, "Reading taken by " + name.apply(by), reading(observation));
            default -> Line.of(Icon.INFO, eventName(fact), "");
        };
    }

    /// The event's own name, in words: `ReleaseDeferred` is "Release deferred".
    static String eventName(ProtocolFact fact) {
        var words = fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Line claim(ClaimFact fact) {
        return switch (fact) {
            case ClaimFact.ClaimSubmitted submitted ->
                Line.of(
                        Icon.CLAIM,
                        "Claim " + submitted.claimId() + " submitted, " + money(submitted.requested()),
                        "By " + name.apply(submitted.claimant()) + ", deposit " + money(submitted.deposit()));
            case ClaimFact.ClaimStateChanged changed ->
                Line.of(
                        Icon.BRANCH,
                        "Claim: " + lower(Terms.of(changed.to())),
                        why(changed.reason()) + (changed.caseId() == 0 ? "" : " Case " + changed.caseId() + "."));
            case ClaimFact.ClaimDecided decided ->
                Line.of(
                        Icon.PASSED,
                        decided.approved().signum() == 0
                                ? "Claim denied"
                                : "Claim approved, " + money(decided.approved()),
                        "By " + lower(ClaimWords.of(decided.route()))
                                + (decided.payableAt() == 0 ? "" : ", payable from " + day(decided.payableAt())));
            case ClaimFact.ReviewStarted started ->
                Line.of(Icon.COUNCIL, "The council decides", "Until " + day(started.reviewEnds()));
            case ClaimFact.PayeeSet set -> Line.of(Icon.USER, "Another payee set", name.apply(set.payTo()));
            case ClaimFact.FraudFlagged _ ->
                new Line(
                        Icon.ALERT, Tone.WARNING, "Flagged as fraud by the council", "Its case needs twice the quorum");
            case ClaimFact.Appealed appealed ->
                Line.of(Icon.REFRESH, "The claimant appealed", "Adds a deposit of " + money(appealed.deposit()));
            case ClaimFact.ClaimPaid paid ->
                Line.of(
                        Icon.MONEY,
                        "Paid " + money(paid.assets()),
                        "To " + name.apply(paid.to()) + ", pro rata " + percent(paid.proRataBps()) + ", "
                                + money(paid.paidInAll()) + " in all");
            case ClaimFact.ClaimWaits waits ->
                Line.of(Icon.CLOCK, "Waits for the drain window", money(waits.due()) + " still due");
            case ClaimFact.ClaimHeld held -> Line.of(Icon.MONEY, "Kept as the claimant's credit", money(held.assets()));
            case ClaimFact.ClaimFinal _ -> Line.of(Icon.X_CIRCLE, "The denial is final", "");
            case ClaimFact.DepositReturned returned ->
                Line.of(Icon.MONEY, "Deposit returned, " + money(returned.amount()), "To " + name.apply(returned.to()));
            case ClaimFact.DepositForfeited forfeited ->
                Line.of(Icon.MONEY, "Deposit forfeited, " + money(forfeited.amount()), "");
            case ClaimFact.SubrogationAssigned assigned ->
                Line.of(Icon.FILE, "Rights against others assigned to the protocol", "By " + name.apply(assigned.by()));
        };
    }

    private Line tribunal(CaseFact fact) {
        return switch (fact) {
            case CaseFact.CaseOpened opened ->
                Line.of(
                        Icon.DISC,
                        "Case " + opened.caseId() + " opened",
                        "Voting until " + day(opened.case_().closes()) + ", quorum "
                                + Numbers.count(tokens(opened.case_().quorum())));
            case CaseFact.VoteCast cast
            when hidden ->
                Line.of(Icon.USER_CHECK, name.apply(cast.voter()) + " voted", "How is hidden until you vote");
            case CaseFact.VoteCast cast ->
                Line.of(
                        Icon.USER_CHECK,
                        name.apply(cast.voter()) + " voted: " + ClaimWords.of(cast.choice()),
                        Numbers.count(tokens(cast.weight())) + " votes, case " + cast.caseId());
            case CaseFact.BallotSigned signed ->
                Line.of(Icon.PEN, "The next ballot came by signature", name.apply(signed.voter()));
            case CaseFact.BallotStruck struck ->
                Line.of(Icon.PROHIBITED, "Ballot struck: its voter is a party", name.apply(struck.voter()));
            case CaseFact.CaseExtended extended ->
                new Line(
                        Icon.CLOCK,
                        Tone.WARNING,
                        "Voting extended: the outcome changed in the last day",
                        "Until " + day(extended.closes()) + ", " + extended.extensions() + " of at most 2 times");
            case CaseFact.CaseClosed closed ->
                Line.of(
                        Icon.PASSED,
                        "Case " + closed.caseId() + " closed: " + ClaimWords.of(closed.outcome()),
                        Numbers.count(closed.voters()) + " voters, " + Numbers.count(tokens(closed.turnout()))
                                + " votes" + (closed.decidedBps() == 0 ? "" : ", " + percent(closed.decidedBps())));
            case CaseFact.EvidenceAdded added -> evidence(added);
        };
    }

    private Line evidence(CaseFact.EvidenceAdded added) {
        var late = added.afterDeadline() ? "Late evidence" : "Evidence";
        var sentence = late + " filed by " + name.apply(added.by());
        return differs.apply(added.contentHash())
                ? new Line(
                        Icon.FILE_TEXT,
                        Tone.HOLD,
                        sentence,
                        "Its hash is on the chain, the text served today is another one")
                : Line.of(
                        Icon.FILE_TEXT,
                        sentence,
                        added.afterDeadline() ? "Shown to voters, does not count as filed in time" : "");
    }

    private Line incident(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.IncidentOpened opened ->
                Line.of(
                        Icon.ACTIVITY,
                        "Incident " + opened.incidentId() + " detected by " + name.apply(opened.detector()),
                        reading(opened.observation()));
            case IncidentFact.TermsPinned _ ->
                Line.of(Icon.LOCK, "Parameters pinned", "No later change touches the incident or its claims");
            case IncidentFact.IncidentConfirmed confirmed ->
                Line.of(Icon.ACTIVITY, "Confirmed by a second reading", reading(confirmed.observation()));
            case IncidentFact.IncidentStateChanged changed ->
                Line.of(Icon.BRANCH, "Incident: " + lower(Terms.of(changed.to())), why(changed.reason()));
            case IncidentFact.IncidentContested contested ->
                new Line(Icon.ALERT, Tone.WARNING, "Another adapter disagrees", reading(contested.observation()));
            case IncidentFact.IncidentRejected rejected ->
                Line.of(Icon.X_CIRCLE, "Incident rejected", "By " + lower(ClaimWords.of(rejected.route())));
            case IncidentFact.Challenged challenged ->
                new Line(
                        Icon.ALERT,
                        Tone.WARNING,
                        "Challenged by " + name.apply(challenged.by()),
                        "Bond " + money(challenged.bond()));
            case IncidentFact.SettlingStarted started ->
                Line.of(
                        Icon.MONEY,
                        "Settling started, severity " + percent(started.severityBps()),
                        "Claims until " + day(started.claimsEnd()));
            case IncidentFact.ReviewStarted started ->
                Line.of(Icon.COUNCIL, "The council decides the incident", "Until " + day(started.reviewEnds()));
            case IncidentFact.BondReturned returned ->
                Line.of(Icon.MONEY, "Bond returned, " + money(returned.amount()), "To " + name.apply(returned.to()));
            case IncidentFact.BondForfeited forfeited ->
                Line.of(
                        Icon.MONEY,
                        "Bond forfeited, " + money(forfeited.amount()),
                        "From " + name.apply(forfeited.from()));
            case IncidentFact.AdapterBound _, IncidentFact.ReleaseDeferred _ -> Line.of(Icon.INFO, eventName(fact), "");
        };
    }

    private Line policy(PolicyFact fact) {
        return switch (fact) {
            case PolicyFact.PolicyBought bought ->
                Line.of(
                        Icon.FILE_TEXT,
                        "Policy " + bought.policyId() + " bought, cover "
                                + money(bought.policy().amount()),
                        "By " + name.apply(bought.owner()) + ", starts "
                                + day(bought.policy().start()));
            case PolicyFact.PolicyPaid paid ->
                Line.of(Icon.MONEY, "Policy paid " + money(paid.assets()), money(paid.paidInAll()) + " in all");
            case PolicyFact.Transfer transfer ->
                Line.of(
                        Icon.USER,
                        transfer.from().isZero() ? "Policy issued" : "Policy passed on",
                        "To " + name.apply(transfer.to()));
            case PolicyFact.PolicyClosed _, PolicyFact.TermsPublished _ -> Line.of(Icon.FILE, eventName(fact), "");
        };
    }

    private Line pool(PoolFact fact) {
        return switch (fact) {
            case PoolFact.IncidentReserved reserved ->
                Line.of(
                        Icon.POOLS,
                        "The pool set aside " + money(reserved.cap()),
                        "For cover of " + money(reserved.affectedCover()));
            case PoolFact.IncidentBackstopped backstopped ->
                Line.of(Icon.TREASURY, "The treasury added " + money(backstopped.amount()), "");
            case PoolFact.IncidentReleased released ->
                Line.of(Icon.POOLS, "The reserve was released, " + money(released.unused()) + " unused", "");
            case PoolFact.Payout payout ->
                Line.of(Icon.MONEY, "The pool paid out " + money(payout.assets()), "To " + name.apply(payout.to()));
            default -> Line.of(Icon.INFO, eventName(fact), "");
        };
    }

    private static String reading(Observation observation) {
        return ClaimWords.of(observation.verdict()) + ", severity "
                + (observation.severityBps() == 0 ? "not known yet" : percent(observation.severityBps()))
                + ", observed " + day(observation.observedAt());
    }

    /// Inside a sentence; a name in capitals stays one.
    private static String lower(String words) {
        return words.startsWith("DAO") ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static String why(EscalationReason reason) {
        if (reason == EscalationReason.NONE) {
            return "";
        }
        var words = ClaimWords.of(reason);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String money(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.HELD);
    }

    private static BigInteger tokens(BigInteger weight) {
        return weight.divide(BigInteger.TEN.pow(18));
    }

    private static String percent(int bps) {
        return Numbers.percent(BasisPoints.of(bps));
    }

    private static String day(long seconds) {
        return Times.dateAndTime(Instant.ofEpochSecond(seconds)) + " UTC";
    }
}
