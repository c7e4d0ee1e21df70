package org.breakwater.core.rule;

import java.math.BigInteger;

/// The arithmetic of a pool's capital (`SolvencyMath.sol`). Amounts in assets, shares in basis points. What limits
/// rounds
/// down, what is required rounds up.
public final class Solvency {

    /// A ratio that is larger than can be said, or has nothing to compare with.
    public static final long UNBOUNDED = 0xffff_ffffL;

    private Solvency() {}

    /// ⌊value × bps / 1e4⌋
    public static BigInteger limit(BigInteger value, BigInteger bps) {
        return Unsigned.mulDiv(value, bps, Unsigned.BPS);
    }

    /// ⌈value × bps / 1e4⌉
    public static BigInteger requirement(BigInteger value, BigInteger bps) {
        return Unsigned.mulDivUp(value, bps, Unsigned.BPS);
    }

    /// @param weightedCover Σ level cover × MIN_CAPITAL_RATIO of the level, assets × basis points
    public static BigInteger minCapital(BigInteger weightedCover) {
        return Unsigned.ceilDiv(weightedCover, Unsigned.BPS);
    }

    /// Cover that the capital still carries: the largest x with minCapital(weightedCover + x × ratio) ≤ netAssets.
    ///
    /// @param ratioBps MIN_CAPITAL_RATIO of the cover's level, above 0
    public static BigInteger capacity(BigInteger netAssets, BigInteger weightedCover, BigInteger ratioBps) {
        return Unsigned.saturatingSub(netAssets.multiply(Unsigned.BPS), weightedCover)
                .divide(ratioBps);
    }

    /// Reserve of an incident: min(gross × share, most, gross − floor − reserved).
    ///
    /// @param most most that can be asked for: the subject's cover, or less
    /// @param floor assets that no payout may touch
    /// @param reserved what other incidents have set aside and not paid
    public static BigInteger incidentCap(
            BigInteger gross, BigInteger capBps, BigInteger most, BigInteger floor, BigInteger reserved) {
        var untouched = Unsigned.saturatingSub(Unsigned.saturatingSub(gross, floor), reserved);
        return limit(gross, capBps).min(most).min(untouched);
    }

    /// part / whole in basis points, rounded down; {@link #UNBOUNDED} where it is larger or the whole is 0.
    public static long ratio(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            return UNBOUNDED;
        }
        return Unsigned.mulDiv(part, Unsigned.BPS, whole)
                .min(BigInteger.valueOf(UNBOUNDED))
                .longValueExact();
    }
}
