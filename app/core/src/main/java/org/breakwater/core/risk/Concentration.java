package org.breakwater.core.risk;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;

/// How much lies in few hands: Herfindahl and Hirschman's index.
public final class Concentration {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private Concentration() {}

    /// Σ (share in percent)², rounded to the nearest; from 10,000 / number of parts to 10,000. Empty where there is
    /// nothing.
    ///
    /// @param parts none below 0
    public static Optional<BigInteger> index(Collection<BigInteger> parts) {
        var sum = parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return Optional.empty();
        }
        var squares = parts.stream().map(part -> part.multiply(part)).reduce(BigInteger.ZERO, BigInteger::add);
        var whole = sum.multiply(sum);
        return Optional.of(squares.multiply(WHOLE).shiftLeft(1).add(whole).divide(whole.shiftLeft(1)));
    }
}
