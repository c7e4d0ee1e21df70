package org.breakwater.core.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An amount of one token, exact: `units` of its smallest unit, 10^-`decimals` of what people call one.
public record TokenAmount(BigInteger units, int decimals, String symbol) {

    /// ERC-20 gives `decimals` as a `uint8`; anything above 77 could not be written as a `uint256`.
    public static final int MOST_DECIMALS = 77;

    public TokenAmount {
        if (units.signum() < 0) {
            throw new IllegalArgumentException("a token amount is not below zero: " + units);
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals lie between 0 and 77, not at " + decimals);
        }
    }

    public BigDecimal whole() {
        return new BigDecimal(units, decimals);
    }

    /// The amount with its unit, every digit: `1234.560000 USDC`.
    @Override
    public String toString() {
        return whole().toPlainString() + " " + symbol;
    }
}
