package org.breakwater.desktop.feature.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.text.CheckedText;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// What is wrong with a claim, or worth knowing before one decides about it, worst first. Everything is computed here.
final class Findings {

    private final Insurance insurance;
    private final ClaimView claim;
    private final List<Check> found = new ArrayList<>();

    private Findings(Insurance insurance, ClaimView claim) {
        this.insurance = insurance;
        this.claim = claim;
    }

    static List<Check> of(Insurance insurance, ClaimView claim) {
        var findings = new Findings(insurance, claim);
        findings.texts();
        if (!Stage.of(claim.claim().state()).isOver()) {
            findings.vote();
            findings.amount();
            findings.payment();
        }
        findings.found.sort(Comparator.comparing(Check::severity));
        return List.copyOf(findings.found);
    }

    private void texts() {
        var evidence = insurance.view().evidence(CaseKind.CLAIM, claim.claimId());
        var checked = evidence.stream()
                .map(each -> CheckedText.of(insurance.texts(), each.contentHash()))
                .toList();
        var different =
                checked.stream().filter(CheckedText.Different.class::isInstance).count();
        var missing =
                checked.stream().filter(CheckedText.Missing.class::isInstance).count();
        var verified = checked.size() - different - missing;
        if (different > 0) {
            add(
                    Severity.HOLD,
                    different == 1 ? "A text does not match its hash" : different + " texts do not match their hashes",
                    "What is served today is not what was filed. Do not decide by it.");
        }
        if (missing > 0) {
            add(
                    Severity.COULD_NOT_RUN,
                    missing == 1
                            ? "A piece of evidence is not at hand"
                            : missing + " pieces of evidence are not at hand",
                    "Their hashes are on the chain. Fetch them, or open their files.");
        }
        if (verified > 0) {
            add(
                    Severity.PASSED,
                    verified == 1 ? "A text matches its hash" : verified + " texts match their hashes",
                    "");
        }
        var late = evidence.stream().filter(EvidenceView::afterDeadline).count();
        if (late > 0) {
            add(
                    Severity.NOTE,
                    late == 1 ? "Evidence came after the cut-off" : late + " pieces of evidence came after the cut-off",
                    "What came late is shown below the line and does not count as filed in time.");
        }
    }

    private void vote() {
        latestCase().ifPresent(latest -> {
            var outcome = latest.case_().outcome();
            if (outcome == CaseOutcome.TIE || outcome == CaseOutcome.NO_QUORUM) {
                add(
                        Severity.WARNING,
                        outcome == CaseOutcome.TIE ? "The vote ended in a tie" : "The vote had no quorum",
                        "Nothing is paid by it. The council decides, or a new case is opened.");
            }
            if (latest.case_().extensions() > 0 && outcome == CaseOutcome.OPEN) {
                add(
                        Severity.WARNING,
                        "The outcome changed in the last day",
                        "The close was moved by 24 h, " + latest.case_().extensions() + " of at most 2 times.");
            }
        });
        var reason = claim.claim().reason();
        if (reason == EscalationReason.FRAUD || reason == EscalationReason.BOUGHT_TOO_CLOSE) {
            add(Severity.WARNING, sentence(ClaimWords.of(reason)), "People decide about it.");
        } else if (reason != EscalationReason.NONE) {
            add(Severity.NOTE, sentence(ClaimWords.of(reason)), "People decide about it.");
        }
    }

    private void amount() {
        var undecided = claim.claim().approved().signum() == 0;
        insurance.calculation(claim).filter(_ -> undecided).ifPresent(calculation -> {
            var above = calculation.aboveArithmetic();
            if (above.signum() > 0) {
                add(
                        Severity.WARNING,
                        "Asks for "
                                + Numbers.amountWithUnit(SettlementAsset.amount(above), Rounding.DUE)
                                + " above the arithmetic",
                        "The readings and the policy come to "
                                + Numbers.amountWithUnit(
                                        SettlementAsset.amount(
                                                calculation.amount().most()),
                                        Rounding.HELD)
                                + ".");
            } else {
                add(Severity.PASSED, "The amount is within the arithmetic", "");
            }
        });
    }

    private void payment() {
        if (claim.claim().waitsForWindow()) {
            add(
                    Severity.WARNING,
                    "Waits for the drain window",
                    "The pool paid out what it may in 24 hours. The claim does not expire while it waits.");
        }
        if (claim.claim().state() == ClaimState.PAYABLE) {
            add(Severity.NOTE, "Anyone can have it paid now", "");
        }
    }

    private Optional<CaseView> latestCase() {
        return insurance.cases(CaseKind.CLAIM, claim.claimId()).stream().reduce((_, later) -> later);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void add(Severity severity, String sentence, String evidence) {
        found.add(Check.of(severity, sentence, evidence));
    }
}
