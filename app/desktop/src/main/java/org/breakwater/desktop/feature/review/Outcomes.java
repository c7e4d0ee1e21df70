package org.breakwater.desktop.feature.review;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Tone;

/// Outcomes of checks in the window's words.
final class Outcomes {

    private Outcomes() {}

    static Severity severity(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Severity.PASSED;
            case HOLD -> Severity.HOLD;
            case BLOCK -> Severity.BLOCK;
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "Nothing against it";
            case HOLD -> "Held";
            case BLOCK -> "Blocked";
        };
    }

    static boolean isBlocked(Reviewed reviewed) {
        return reviewed.review().verdict() == Verdict.BLOCK;
    }

    static Tone tone(Reviewed reviewed) {
        return severity(reviewed.review().verdict()).tone();
    }

    /// Nonce and place in the queue.
    static String place(Reviewed reviewed) {
        var nonce = reviewed.queued().transaction().nonce();
        var position = reviewed.position()
                .map(at -> switch (at) {
                    case NEXT -> ", the next one";
                    case WAITING -> ", waits for nonce " + nonce.subtract(BigInteger.ONE);
                    case BEHIND_GAP -> ", behind a gap";
                    case USED_UP -> ", used up";
                })
                .orElse("");
        return "nonce " + nonce + position + (reviewed.rivals().isEmpty() ? "" : ", others compete for it");
    }

    /// The checks as they are listed: what does not apply is left out, what is not available is one note.
    static List<org.breakwater.desktop.kit.Check> listed(List<Check> checks) {
        var listed = new ArrayList<org.breakwater.desktop.kit.Check>();
        var missing = new ArrayList<String>();
        for (var check : checks) {
            if (check.result() instanceof CheckResult.NotAvailable) {
                missing.add(check.id().name());
            }
            severity(check).ifPresent(severity -> listed.add(listed(check, severity)));
        }
        if (!missing.isEmpty()) {
            listed.add(org.breakwater.desktop.kit.Check.of(
                    Severity.NOTE,
                    missing.size() + (missing.size() == 1 ? " check lacks" : " checks lack") + " what it takes here",
                    String.join(", ", missing) + "; the fields say what"));
        }
        return listed;
    }

    private static org.breakwater.desktop.kit.Check listed(Check check, Severity severity) {
        var evidence = check.result().evidence();
        var end = evidence.indexOf(". ");
        var title = check.id() + ", " + check.id().title().toLowerCase(Locale.ROOT);
        return severity == Severity.PASSED
                ? org.breakwater.desktop.kit.Check.of(
                        severity, check.id().name(), check.id().title() + ". " + evidence)
                : org.breakwater.desktop.kit.Check.of(
                        severity,
                        end < 0 ? evidence : evidence.substring(0, end + 1),
                        (end < 0 ? "" : evidence.substring(end + 2) + " ") + title);
    }

    private static Optional<Severity> severity(Check check) {
        return switch (check.result()) {
            case CheckResult.Passed _ -> Optional.of(Severity.PASSED);
            case CheckResult.Note _ -> Optional.of(Severity.NOTE);
            case CheckResult.Warning _ -> Optional.of(Severity.WARNING);
            case CheckResult.Hold _ -> Optional.of(Severity.HOLD);
            case CheckResult.Block _ -> Optional.of(Severity.BLOCK);
            case CheckResult.CouldNotRun _ -> Optional.of(Severity.COULD_NOT_RUN);
            case CheckResult.NotApplicable _, CheckResult.NotAvailable _ -> Optional.empty();
        };
    }

    /// How the hashes were agreed upon.
    static Optional<CheckResult> of(CheckId id, List<Check> checks) {
        return checks.stream()
                .filter(check -> check.id() == id)
                .map(Check::result)
                .findFirst();
    }
}
