package org.breakwater.desktop.kit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Exact amounts as fractions of a width. Only pixels are ever computed from the result.
public final class Fractions {

    private Fractions() {}

    /// @return 0 for a whole of 0
    public static double of(BigInteger part, BigInteger whole) {
        return of(new BigDecimal(part), new BigDecimal(whole));
    }

    /// @return 0 for a whole of 0
    public static double of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.divide(whole, MathContext.DECIMAL64).doubleValue();
    }
}
