package org.breakwater.desktop.feature.review;

import java.math.BigInteger;
import java.util.List;
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

    /// How the hashes were agreed upon.
    static Optional<CheckResult> of(CheckId id, List<Check> checks) {
        return checks.stream()
                .filter(check -> check.id() == id)
                .map(Check::result)
                .findFirst();
    }
}
