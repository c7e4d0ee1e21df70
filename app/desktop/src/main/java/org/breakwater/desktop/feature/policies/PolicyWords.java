package org.breakwater.desktop.feature.policies;

import java.time.Duration;
import java.time.Instant;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.protocol.Enrolment;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.desktop.kit.WindowBar.Window;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;

/// What states are called, and times against the present.
final class PolicyWords {

    private static final Duration ENDS_SOON = Duration.ofDays(60);

    private PolicyWords() {}

    static String of(SeriesState state) {
        return switch (state) {
            case NONE -> "None";
            case OPEN -> "Open";
            case SETTLED -> "Settled";
            case OVER -> "Over";
        };
    }

    static String of(Enrolment enrolment) {
        return switch (enrolment) {
            case OPT_IN -> "each account chooses";
            case DEFAULT_IN -> "every account";
            case MIXED -> "every account, each may leave";
        };
    }

    /// A policy's state in a row: what it waits for, where it waits.
    static String status(ListedPolicy policy, Instant now) {
        if (policy.openClaim() != 0) {
            return "Claim " + policy.openClaim();
        }
        return switch (policy.state()) {
            case WAITING -> "Waits " + until(now, policy.start());
            case GRACE -> "Claims " + until(now, policy.graceEnd());
            case ACTIVE -> endsSoon(policy, now) ? until(now, policy.end()) + " left" : Terms.of(policy.state());
            case OVERDUE, EXPIRED, CANCELLED, EXHAUSTED -> Terms.of(policy.state());
        };
    }

    static boolean endsSoon(ListedPolicy policy, Instant now) {
        return Duration.between(now, instant(policy.end())).compareTo(ENDS_SOON) < 0;
    }

    /// The larger unit alone, for rows.
    private static String until(Instant now, long seconds) {
        var left = Duration.between(now, instant(seconds));
        return Times.duration(left.toDays() > 0 ? Duration.ofDays(left.toDays()) : left);
    }

    static Instant instant(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    static String date(long seconds) {
        return Times.date(instant(seconds));
    }

    static Window window(long bought, long start, long end, long graceEnd) {
        return new Window(instant(bought), instant(start), instant(end), instant(graceEnd));
    }
}
