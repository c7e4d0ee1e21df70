package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the stewards attest of a subject, and how it changes over the two years: age, audits, value locked and users.
///
/// @param audits how many at the end
/// @param audited when the latest audits were made, in order, the last one before the head
/// @param value US dollars locked at the end
/// @param users distinct accounts in a month at the end
/// @param growth what value and users are at the end, as a multiple of the beginning
/// @param upgrade who can change the code, as the contracts number it
record RiskInputs(
        int audits,
        List<Instant> audited,
        Instant liveSince,
        long value,
        long users,
        double growth,
        int upgrade,
        Duration upgradeDelay) {

    private static final int IMMUTABLE = 0;
    private static final int TIMELOCKED_DAO = 1;
    private static final int TIMELOCKED_MULTISIG = 2;
    private static final int MULTISIG = 3;
    private static final int MARGIN = 130;
    private static final int ATTEMPTS = 200_000;
    private static final int LOSS_POINTS = 1_500;
    private static final Duration AUDIT_FRESH = Duration.ofDays(548);
    private static final Duration AGE_FULL = Duration.ofDays(730);

    RiskInputs {
        audited = List.copyOf(audited);
    }

    /// Draws until the score at the head has the level that is wanted, and is eligible throughout.
    static RiskInputs drawn(Draw draw, Kind kind, Level level) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var inputs = once(draw, kind);
            var first = inputs.score(World.GENESIS, 0);
            if (level.holds(inputs.score(World.HEAD, 0), MARGIN) && first >= 3_700) {
                return inputs;
            }
        }
        throw new IllegalStateException("no " + kind + " is " + level);
    }

    private static RiskInputs once(Draw draw, Kind kind) {
        var parametric = kind == Kind.PARAMETRIC;
        var audited = new ArrayList<Instant>();
        var last = World.GENESIS.minus(draw.time(Duration.ofDays(5), Duration.ofDays(300)));
        while (last.isBefore(World.HEAD)) {
            audited.add(last);
            last = last.plus(draw.time(Duration.ofDays(220), Duration.ofDays(430)));
        }
        var upgrade = draw.pick(List.of(IMMUTABLE, TIMELOCKED_DAO, TIMELOCKED_MULTISIG, MULTISIG));
        var timelocked = upgrade == TIMELOCKED_DAO || upgrade == TIMELOCKED_MULTISIG;
        return new RiskInputs(
                draw.between(parametric ? 1 : 2, 5),
                audited,
                World.GENESIS.minus(draw.time(Duration.ofDays(110), Duration.ofDays(1_500))),
                parametric ? 0 : Math.round(Math.exp(draw.between(Math.log(9e6), Math.log(1.8e9)))),
                Math.round(Math.exp(draw.between(Math.log(150), Math.log(parametric ? 4_000 : 90_000)))),
                draw.between(0.8, 1.9),
                upgrade,
                timelocked ? Duration.ofHours(draw.between(1, 4) * 24L) : Duration.ZERO);
    }

    /// Audits made by then, two at least.
    int auditsAt(Instant at) {
        var later = audited.stream().filter(audit -> audit.isAfter(at)).count();
        return (int) Math.max(Math.min(2, audits), audits - later);
    }

    Instant lastAuditAt(Instant at) {
        return audited.stream()
                .filter(audit -> !audit.isAfter(at))
                .reduce((first, second) -> second)
                .orElse(audited.getFirst());
    }

    long valueAt(Instant at) {
        return grown(value, at);
    }

    long usersAt(Instant at) {
        return grown(users, at);
    }

    private long grown(long end, Instant at) {
        var left = 1 - share(Duration.between(World.GENESIS, at), Duration.between(World.GENESIS, World.HEAD));
        return Math.round(end / Math.pow(growth, left));
    }

    private static double share(Duration part, Duration whole) {
        return Math.clamp((double) part.toSeconds() / whole.toSeconds(), 0, 1);
    }

    /// The contracts' score (`RiskScore.sol`), near enough to choose by; the chain's own is what counts.
    int score(Instant at, int losses) {
        var sinceAudit = Duration.between(lastAuditAt(at), at).minus(AUDIT_FRESH);
        var faded = sinceAudit.isNegative() ? 0 : share(sinceAudit, AUDIT_FRESH);
        var score = Math.min(auditsAt(at), 4) * 625 * (1 - faded)
                + 2_000 * share(Duration.between(liveSince, at), AGE_FULL)
                + doublings(valueAt(at), 1_000_000) * 150
                + doublings(usersAt(at), 100) * 100
                + upgradePoints();
        return (int) Math.max(0, score - (double) LOSS_POINTS * losses);
    }

    private static double doublings(long amount, long from) {
        return amount < from ? 0 : Math.min(10, Math.log((double) amount / from) / Math.log(2));
    }

    private double upgradePoints() {
        var earned = share(upgradeDelay, Duration.ofDays(2));
        return switch (upgrade) {
            case IMMUTABLE -> 3_000;
            case TIMELOCKED_DAO -> 600 + 1_800 * earned;
            case TIMELOCKED_MULTISIG -> 600 + 1_000 * earned;
            default -> 600;
        };
    }
}
