package org.breakwater.core.keeping;

import java.math.BigInteger;

/// From when something is looked at closely, in basis points. None of these thresholds decides anything: they say when
/// an adapter is asked whether its own, which the DAO set, is reached.
///
/// @param outflow of holdings since the last look
/// @param unmatched by which holdings fell further than what is owed
/// @param sharePrice by which a share is worth less than at the last look, or at the adapter's last sample
/// @param ofBand part of the adapter's own band that two sources may be apart
public record AnomalyRules(int outflow, int unmatched, int sharePrice, int ofBand) {

    /// A tenth out, a hundredth unmatched, a hundredth off a share, half of the band.
    public static final AnomalyRules USUAL = new AnomalyRules(1_000, 100, 100, 5_000);

    private static final BigInteger ONE = BigInteger.valueOf(10_000);

    /// By how much `now` is below `before`, basis points rounded down; 0 where it is not.
    static int fall(BigInteger before, BigInteger now) {
        return before.signum() <= 0 || now.compareTo(before) >= 0
                ? 0
                : before.subtract(now).multiply(ONE).divide(before).intValueExact();
    }

    /// How far apart two prices are, basis points of the first, at most 10,000.
    static int apart(BigInteger first, BigInteger second) {
        return first.signum() <= 0
                ? 0
                : first.subtract(second)
                        .abs()
                        .multiply(ONE)
                        .divide(first)
                        .min(ONE)
                        .intValueExact();
    }
}
