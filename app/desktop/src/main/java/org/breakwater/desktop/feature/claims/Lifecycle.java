package org.breakwater.desktop.feature.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.l10n.Times;

/// What a claim passes through, and when.
final class Lifecycle {

    private Lifecycle() {}

    /// A time that concerns the claim.
    record Date(String name, Instant at) {}

    static List<Step> steps(Dossier dossier) {
        var claim = dossier.view().claim();
        var steps = new ArrayList<Step>();
        steps.add(new Step("Submitted " + day(claim.submittedAt()), Progress.DONE));
        dossier.latestCase().ifPresent(latest -> {
            var voting = claim.state() == ClaimState.IN_VOTE || claim.state() == ClaimState.ESCALATED;
            var opens = latest.case_().evidenceEnds();
            var collecting = voting && dossier.view().claim().state() == ClaimState.ESCALATED;
            steps.add(new Step("Evidence until " + day(opens), collecting ? Progress.NOW : Progress.DONE));
            steps.add(new Step(
                    "Voting until " + day(latest.case_().closes()),
                    collecting ? Progress.AHEAD : voting ? Progress.NOW : Progress.DONE));
        });
        if (claim.reviewEnds() != 0) {
            steps.add(new Step(
                    "Council until " + day(claim.reviewEnds()),
                    claim.state() == ClaimState.COUNCIL_REVIEW ? Progress.NOW : Progress.DONE));
        }
        steps.addAll(end(claim));
        return List.copyOf(steps);
    }

    private static List<Step> end(Claim claim) {
        return switch (claim.state()) {
            case NONE, SUBMITTED ->
                List.of(
                        new Step("Waits for the incident", Progress.NOW),
                        new Step("Payable", Progress.AHEAD),
                        new Step("Paid", Progress.AHEAD));
            case ESCALATED, IN_VOTE, COUNCIL_REVIEW ->
                List.of(
                        new Step("Cool-down", Progress.AHEAD),
                        new Step("Payable", Progress.AHEAD),
                        new Step("Paid", Progress.AHEAD));
            case APPROVED, AUTO_APPROVED ->
                List.of(
                        new Step("Cool-down until " + day(claim.payableAt()), Progress.NOW),
                        new Step("Payable", Progress.AHEAD),
                        new Step("Paid", Progress.AHEAD));
            case PAYABLE ->
                List.of(
                        new Step("Approved " + day(claim.decidedAt()), Progress.DONE),
                        new Step("Payable", Progress.NOW),
                        new Step("Paid", Progress.AHEAD));
            case PAID ->
                List.of(new Step("Approved " + day(claim.decidedAt()), Progress.DONE), new Step("Paid", Progress.DONE));
            case DENIED -> List.of(new Step("Denied " + day(claim.decidedAt()), Progress.FAILED));
            case EXPIRED -> List.of(new Step("Expired", Progress.FAILED));
            case WITHDRAWN -> List.of(new Step("Withdrawn", Progress.FAILED));
        };
    }

    /// Why people decide, or that nobody has to.
    static String reason(Dossier dossier) {
        var reason = dossier.view().claim().reason();
        return reason == EscalationReason.NONE
                ? "Decided with its incident: the arithmetic gives the amount."
                : "People decide: " + ClaimWords.of(reason) + ".";
    }

    static List<Date> dates(Dossier dossier) {
        var dates = new ArrayList<Date>();
        var claim = dossier.view().claim();
        dossier.latestCase().ifPresent(latest -> {
            add(dates, "Evidence", latest.case_().evidenceEnds());
            add(dates, "Vote", latest.case_().closes());
        });
        add(dates, "Council", claim.reviewEnds());
        add(dates, "Claims of the incident", dossier.claimsEnd());
        add(dates, "Payable from", claim.payableAt());
        add(dates, "Redeem by", claim.redeemBy());
        return List.copyOf(dates);
    }

    private static void add(List<Date> dates, String name, long at) {
        if (at != 0) {
            dates.add(new Date(name, Instant.ofEpochSecond(at)));
        }
    }

    private static String day(long seconds) {
        return Times.dateAndTime(Instant.ofEpochSecond(seconds));
    }
}
