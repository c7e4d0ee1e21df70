package org.breakwater.core.rule;

import java.math.BigInteger;

/// The arithmetic of a price (`PremiumMath.sol`). Amounts in assets, rates in basis points of the cover per 365 days.
/// Prices
/// round up.
public final class PremiumPrice {

    public static final BigInteger DAY = BigInteger.valueOf(86_400);

    private static final BigInteger YEAR = BigInteger.valueOf(365 * 86_400L);
    private static final BigInteger BPS_YEAR = Unsigned.BPS.multiply(YEAR);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private PremiumPrice() {}

    /// A premium in three parts that add up to it.
    public record Split(BigInteger toPool, BigInteger toTreasury, BigInteger toDistributor) {}

    /// ⌈cover × rate × duration / (1e4 × 365 days)⌉
    ///
    /// @param duration seconds
    public static BigInteger premium(BigInteger cover, BigInteger rateBps, BigInteger duration) {
        return Unsigned.mulDivUp(cover, rateBps.multiply(duration), BPS_YEAR);
    }

    /// Price of one second of cover, assets × 1e18, rounded up.
    public static BigInteger perSecond(BigInteger cover, BigInteger rateBps) {
        return Unsigned.mulDivUp(cover, rateBps.multiply(PremiumSchedule.SCALE), BPS_YEAR);
    }

    /// Treasury and distributor round down, the pool takes the rest.
    ///
    /// @param distributorBps 0 without a distributor; with the treasury's at most 1e4
    public static Split split(BigInteger premium, BigInteger treasuryBps, BigInteger distributorBps) {
        var toTreasury = Solvency.limit(premium, treasuryBps);
        var toDistributor = Solvency.limit(premium, distributorBps);
        return new Split(premium.subtract(toTreasury).subtract(toDistributor), toTreasury, toDistributor);
    }

    /// Part for risk: the slope at score 0, falling evenly to none at 1e4.
    public static BigInteger risk(BigInteger slopeBps, BigInteger scoreBps) {
        return Solvency.requirement(slopeBps, Unsigned.BPS.subtract(scoreBps.min(Unsigned.BPS)));
    }

    /// Part for utilisation: the slope at 100 % and beyond, rising evenly from none at 0.
    public static BigInteger utilisation(BigInteger slopeBps, BigInteger utilisationBps) {
        return Solvency.requirement(slopeBps, utilisationBps.min(Unsigned.BPS));
    }

    /// A surge after it has decayed.
    ///
    /// @param surge basis points × 86,400
    /// @param perDay SURGE_DECAY_DAY, basis points
    /// @param elapsed seconds
    /// @return basis points × 86,400
    public static BigInteger decayed(BigInteger surge, BigInteger perDay, BigInteger elapsed) {
        return Unsigned.saturatingSub(surge, perDay.multiply(elapsed));
    }

    /// What a sale adds to the surge.
    ///
    /// @param perPercent SURGE_PER_1PCT, basis points
    /// @param cover sold
    /// @param largest most cover the subject may have, above 0
    /// @return basis points × 86,400
    public static BigInteger added(BigInteger perPercent, BigInteger cover, BigInteger largest) {
        return Unsigned.mulDivUp(cover, perPercent.multiply(HUNDRED).multiply(DAY), largest);
    }

    /// A surge as it is charged, basis points rounded up.
    ///
    /// @param exact basis points × 86,400
    public static BigInteger surgeBps(BigInteger exact) {
        return Unsigned.ceilDiv(exact, DAY);
    }
}
