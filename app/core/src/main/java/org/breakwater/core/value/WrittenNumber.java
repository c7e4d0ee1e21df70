package org.breakwater.core.value;

import java.math.BigInteger;

/// Whole numbers as documents and people write them: decimal without leading zeros, or `0x` and up to 64 hex digits.
public final class WrittenNumber {

    /// 2^256 - 1 has 78.
    private static final int MOST_DIGITS = 78;

    private static final String DECIMAL = "0|-?[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}";
    private static final String HEXADECIMAL = "0x[0-9a-fA-F]{1,64}";

    private WrittenNumber() {}

    /// @throws IllegalArgumentException for any other text; a decimal has at most 78 digits
    public static BigInteger parse(String text) {
        if (text.matches(DECIMAL)) {
            return new BigInteger(text);
        }
        if (text.matches(HEXADECIMAL)) {
            return new BigInteger(text.substring(2), 16);
        }
        throw new IllegalArgumentException(Quotation.of(text) + " is no whole number of at most 256 bits");
    }

    /// @throws IllegalArgumentException for any other text, and for numbers below zero or from 2^256
    public static BigInteger parseUint256(String text) {
        var number = parse(text);
        if (!Word.fits(number)) {
            throw new IllegalArgumentException(text + " does not lie between 0 and 2^256 - 1");
        }
        return number;
    }
}
