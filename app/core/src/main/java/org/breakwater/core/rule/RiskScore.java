package org.breakwater.core.rule;

import java.math.BigInteger;
import org.breakwater.core.fact.RiskFact.Inputs;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.UpgradeControl;

/// Score of a subject, 0 to 1e4, higher is safer, from what the stewards attested (`RiskScore.sol`, which lists the
/// parts).
public final class RiskScore {

    private static final long DAY = 86_400;
    private static final long AUDIT_POINTS = 625;
    private static final long AUDITS_COUNTED = 4;
    private static final long AUDIT_FRESH = 548 * DAY;
    private static final long AUDIT_FADES = 548 * DAY;
    private static final long AGE_POINTS = 2_000;
    private static final long AGE_FULL = 730 * DAY;
    private static final long TVL_POINTS = 150;
    private static final BigInteger TVL_FROM = BigInteger.valueOf(1_000_000);
    private static final long USER_POINTS = 100;
    private static final BigInteger USERS_FROM = BigInteger.valueOf(100);
    private static final int DOUBLINGS = 10;
    private static final long UPGRADE_IMMUTABLE = 3_000;
    private static final long UPGRADE_DAO = 2_400;
    private static final long UPGRADE_TIMELOCKED_MULTISIG = 1_600;
    private static final long UPGRADE_MULTISIG = 600;
    private static final long UPGRADE_DELAY_FULL = 2 * DAY;
    private static final long LOSS_POINTS = 1_500;
    private static final int LOW_FROM = 8_000;
    private static final int GUARDED_FROM = 6_500;
    private static final int ELEVATED_FROM = 5_000;
    private static final int HIGH_FROM = 3_500;

    private RiskScore() {}

    /// What a score is made of.
    ///
    /// @param audits 0 to 2,500
    /// @param age 0 to 2,000
    /// @param tvl 0 to 1,500
    /// @param users 0 to 1,000
    /// @param upgrade 0 to 3,000
    /// @param losses subtracted: 1,500 for each of the last 12 months
    public record Parts(long audits, long age, long tvl, long users, long upgrade, long losses) {

        public long sum() {
            return audits + age + tvl + users + upgrade;
        }

        public int score() {
            return Math.toIntExact(Math.max(0, sum() - losses));
        }
    }

    /// @param at seconds since 1970
    public static int score(Inputs inputs, long at) {
        return parts(inputs, at).score();
    }

    /// @param at seconds since 1970
    public static Parts parts(Inputs inputs, long at) {
        return new Parts(
                auditPoints(inputs.audits(), inputs.lastAuditAt(), at),
                agePoints(inputs.liveSince(), at),
                doublingPoints(inputs.tvlUsd(), TVL_FROM, TVL_POINTS),
                doublingPoints(BigInteger.valueOf(inputs.users30d()), USERS_FROM, USER_POINTS),
                upgradePoints(inputs.upgrade(), inputs.upgradeDelay()),
                LOSS_POINTS * inputs.incidents12m());
    }

    public static RiskLevel levelOf(int score) {
        if (score >= LOW_FROM) {
            return RiskLevel.LOW;
        }
        if (score >= GUARDED_FROM) {
            return RiskLevel.GUARDED;
        }
        if (score >= ELEVATED_FROM) {
            return RiskLevel.ELEVATED;
        }
        return score >= HIGH_FROM ? RiskLevel.HIGH : RiskLevel.CRITICAL;
    }

    /// 625 each, four at most; full for 18 months after the latest, then falling evenly to nothing over 18 more.
    private static long auditPoints(long audits, long lastAuditAt, long at) {
        var full = Math.min(audits, AUDITS_COUNTED) * AUDIT_POINTS;
        var faded = Math.max(0, Math.max(0, at - lastAuditAt) - AUDIT_FRESH);
        return full * Math.max(0, AUDIT_FADES - faded) / AUDIT_FADES;
    }

    /// Even over two years of use; a subject never used has none.
    private static long agePoints(long liveSince, long at) {
        return liveSince == 0 ? 0 : AGE_POINTS * Math.min(Math.max(0, at - liveSince), AGE_FULL) / AGE_FULL;
    }

    /// `points` for each doubling of amount above `from`, ten at most, even in between.
    private static long doublingPoints(BigInteger amount, BigInteger from, long points) {
        if (amount.compareTo(from) < 0) {
            return 0;
        }
        var doublings = amount.divide(from).bitLength() - 1;
        if (doublings >= DOUBLINGS) {
            return DOUBLINGS * points;
        }
        var step = from.shiftLeft(doublings);
        var between = BigInteger.valueOf(points).multiply(amount.subtract(step)).divide(step);
        return doublings * points + between.longValueExact();
    }

    /// A timelock under 48 hours earns evenly between a bare multisig and its full part.
    private static long upgradePoints(UpgradeControl control, long delay) {
        return switch (control) {
            case IMMUTABLE -> UPGRADE_IMMUTABLE;
            case EOA -> 0;
            case MULTISIG -> UPGRADE_MULTISIG;
            case TIMELOCKED_DAO -> timelocked(UPGRADE_DAO, delay);
            case TIMELOCKED_MULTISIG -> timelocked(UPGRADE_TIMELOCKED_MULTISIG, delay);
        };
    }

    private static long timelocked(long full, long delay) {
        return UPGRADE_MULTISIG + (full - UPGRADE_MULTISIG) * Math.min(delay, UPGRADE_DELAY_FULL) / UPGRADE_DELAY_FULL;
    }
}
