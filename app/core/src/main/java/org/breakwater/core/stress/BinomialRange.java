package org.breakwater.core.stress;

/// How often something of a given chance happens among so many: the exact range that holds it with some certainty.
///
/// @param from the count that is fallen short of with at most half of the doubt
/// @param to the count that is exceeded with at most half of the doubt
public record BinomialRange(long from, long to) {

    private static final double NEGLIGIBLE = 1e-18;

    /// @param count above 0
    /// @param chance above 0, below 1
    /// @param certainty such as 0.95
    public static BinomialRange of(long count, double chance, double certainty) {
        var mode = Math.min(count, (long) ((count + 1) * chance));
        var odds = chance / (1 - chance);
        var total = 1.0;
        var low = mode;
        for (var weight = 1.0; low > 0; low--) {
            weight *= low / ((count - low + 1) * odds);
            if (weight < NEGLIGIBLE) {
                break;
            }
            total += weight;
        }
        var high = mode;
        for (var weight = 1.0; high < count; high++) {
            weight *= (count - high) * odds / (high + 1);
            if (weight < NEGLIGIBLE) {
                break;
            }
            total += weight;
        }
        var half = (1 - certainty) / 2 * total;
        return new BinomialRange(
                quantile(count, odds, mode, low, half), quantile(count, odds, mode, low, total - half));
    }

    /// The smallest number up to which there is so much weight, the mode's being 1.
    private static long quantile(long count, double odds, long mode, long low, double wanted) {
        var weight = 1.0;
        for (var k = mode; k > low; k--) {
            weight *= k / ((count - k + 1) * odds);
        }
        var sum = weight;
        var k = low;
        while (sum < wanted && k < count) {
            weight *= (count - k) * odds / (k + 1);
            k++;
            sum += weight;
        }
        return k;
    }
}
