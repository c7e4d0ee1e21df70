package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.List;

/// What a run says about one book.
///
/// @param size with the seed
/// @param loss claims and what assets lost, by year
/// @param cut what of the claims is not paid, by year
/// @param available what losses can be paid from, at the beginning
/// @param ruin years in which more is lost than is available
/// @param anyCut years in which some claim is not paid in full
/// @param assets mean of what venues and pegs lose
public record StressResult(
        StressSize size,
        LossDistribution loss,
        LossDistribution cut,
        BigInteger available,
        Proportion ruin,
        Proportion anyCut,
        BigInteger assets,
        List<PoolResult> pools) {

    public StressResult {
        pools = List.copyOf(pools);
    }

    /// One pool.
    ///
    /// @param claims mean of a year
    /// @param loss claims, by year
    /// @param ruin years in which its claims are more than its assets
    /// @param cut years in which one of its claims is not paid in full
    /// @param underMinimum years after which it has less than its minimum capital
    public record PoolResult(
            long poolId,
            String name,
            BigInteger claims,
            LossDistribution loss,
            Proportion ruin,
            Proportion cut,
            Proportion underMinimum) {}

    /// Mean loss of a year.
    public BigInteger expected() {
        return loss.mean();
    }

    /// Capital for one bad year in 200: value at risk beyond the mean.
    public BigInteger requiredCapital() {
        return loss.valueAtRisk(Confidence.P995).value().subtract(expected()).max(BigInteger.ZERO);
    }
}
