package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.Map;

/// Weighted median of whole percents (`WeightedMedian.sol`).
public final class WeightedMedian {

    private static final int HIGHEST = 100;

    private WeightedMedian() {}

    /// The lowest percent at which at least half of the weight lies at or below; 0 when there is no weight. Where the
    /// weight splits evenly this is the lower of the two middles: the doubt is against who is paid.
    ///
    /// @param weights by percent, 1 to 100
    public static int of(Map<Integer, BigInteger> weights) {
        var total = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            return 0;
        }
        var below = BigInteger.ZERO;
        for (int percent = 1; percent < HIGHEST; percent++) {
            below = below.add(weights.getOrDefault(percent, BigInteger.ZERO));
            if (below.shiftLeft(1).compareTo(total) >= 0) {
                return percent;
            }
        }
        return HIGHEST;
    }
}
