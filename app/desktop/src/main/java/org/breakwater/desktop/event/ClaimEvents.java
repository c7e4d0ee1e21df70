package org.breakwater.desktop.event;

import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.desktop.l10n.Terms;

/// What happened to incidents, claims, and the cases about them.
record ClaimEvents(EventNames names) {

    String of(ClaimFact fact) {
        return switch (fact) {
            case ClaimFact.ClaimSubmitted submitted ->
                names.address(submitted.claimant()) + " claims " + EventWords.assets(submitted.requested()) + " (claim "
                        + submitted.claimId() + ", incident " + submitted.incidentId() + ")";
            case ClaimFact.ClaimStateChanged changed ->
                "Claim " + changed.claimId() + " is " + EventWords.plain(changed.to());
            case ClaimFact.ClaimDecided decided ->
                decided.approved().signum() == 0
                        ? "Claim " + decided.claimId() + " is denied, " + EventWords.by(decided.route())
                        : "Claim " + decided.claimId() + " is approved for " + EventWords.assets(decided.approved())
                                + ", " + EventWords.by(decided.route());
            case ClaimFact.ReviewStarted started ->
                "The council reviews claim " + started.claimId() + " until " + EventWords.date(started.reviewEnds());
            case ClaimFact.PayeeSet set -> "Claim " + set.claimId() + " is to be paid to " + names.address(set.payTo());
            case ClaimFact.FraudFlagged flagged -> "Claim " + flagged.claimId() + " is flagged as fraud";
            case ClaimFact.Appealed appealed -> "Claim " + appealed.claimId() + " is appealed";
            case ClaimFact.ClaimPaid paid ->
                "Claim " + paid.claimId() + " paid " + EventWords.assets(paid.assets()) + " to "
                        + names.address(paid.to());
            case ClaimFact.ClaimWaits waits ->
                "Claim " + waits.claimId() + " waits for " + EventWords.assets(waits.due())
                        + ": the drain window is empty";
            case ClaimFact.ClaimHeld held ->
                EventWords.assets(held.assets()) + " of claim " + held.claimId() + " are kept for "
                        + names.address(held.claimant());
            case ClaimFact.ClaimFinal done -> "The denial of claim " + done.claimId() + " is final";
            case ClaimFact.DepositReturned returned ->
                "The deposit of claim " + returned.claimId() + " went back, " + EventWords.assets(returned.amount());
            case ClaimFact.DepositForfeited forfeited ->
                "The deposit of claim " + forfeited.claimId() + " is forfeited, "
                        + EventWords.assets(forfeited.amount());
            case ClaimFact.SubrogationAssigned assigned ->
                names.address(assigned.by()) + " assigned the right to recover what claim " + assigned.claimId()
                        + " paid";
        };
    }

    String of(IncidentFact fact) {
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
                "Incident " + changed.incidentId() + ": " + EventWords.lower(Terms.of(changed.to()));
            case IncidentFact.IncidentContested contested ->
                "Incident " + contested.incidentId() + " is contested by " + names.address(contested.adapter());
            case IncidentFact.IncidentRejected rejected ->
                "Incident " + rejected.incidentId() + " is rejected, " + EventWords.by(rejected.route());
            case IncidentFact.Challenged challenged ->
                names.address(challenged.by()) + " challenges incident " + challenged.incidentId();
            case IncidentFact.SettlingStarted started ->
                "Incident " + started.incidentId() + " settles at severity " + EventWords.percent(started.severityBps())
                        + ", claims until " + EventWords.date(started.claimsEnd());
            case IncidentFact.ReviewStarted started ->
                "The council reviews incident " + started.incidentId() + " until "
                        + EventWords.date(started.reviewEnds());
            case IncidentFact.BondReturned returned ->
                EventWords.assets(returned.amount()) + " of bond of incident " + returned.incidentId()
                        + " went back to " + names.address(returned.to());
            case IncidentFact.BondForfeited forfeited ->
                names.address(forfeited.from()) + " forfeits " + EventWords.assets(forfeited.amount())
                        + " of bond of incident " + forfeited.incidentId();
            case IncidentFact.ReleaseDeferred deferred ->
                "The reserve of incident " + deferred.incidentId() + " could not be released yet";
        };
    }

    String of(CaseFact fact) {
        return switch (fact) {
            case CaseFact.CaseOpened opened ->
                "Case " + opened.caseId() + " opens on " + what(opened.kind(), opened.refId());
            case CaseFact.VoteCast cast ->
                names.address(cast.voter()) + " voted in case " + cast.caseId() + " with "
                        + EventWords.votes(cast.weight());
            case CaseFact.BallotSigned signed ->
                names.address(signed.voter()) + " signed the ballot in case " + signed.caseId();
            case CaseFact.BallotStruck struck ->
                "The ballot of " + names.address(struck.voter()) + " in case " + struck.caseId() + " is struck out";
            case CaseFact.CaseExtended extended ->
                "Case " + extended.caseId() + " stays open until " + EventWords.date(extended.closes());
            case CaseFact.CaseClosed closed ->
                "Case " + closed.caseId() + " closed: " + EventWords.plain(closed.outcome()) + " with "
                        + closed.voters() + " voters";
            case CaseFact.EvidenceAdded added ->
                names.address(added.by()) + " added evidence on " + what(added.kind(), added.refId())
                        + (added.afterDeadline() ? " after the cut-off" : "");
        };
    }

    private static String what(CaseKind kind, long id) {
        return (kind == CaseKind.CLAIM ? "claim " : "incident ") + id;
    }
}
