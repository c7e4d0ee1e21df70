package org.breakwater.core.execution;

import java.math.BigInteger;
import org.breakwater.core.value.Word;

/// What a sender offers for a unit of gas (EIP-1559), in wei.
///
/// @param most that is paid in all
/// @param tip for whoever takes the transaction into a block; part of `most`
public record Fee(BigInteger most, BigInteger tip) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /// By how much a fee must rise so that nodes take one transaction in the place of another, in percent.
    public static final int RISE = 10;

    public Fee {
        Word.requireFits(most);
        Word.requireFits(tip);
        if (tip.compareTo(most) > 0) {
            throw new IllegalArgumentException("a tip of " + tip + " is no part of " + most);
        }
    }

    /// The least fee with which nodes take a transaction in the place of one with this fee.
    public Fee risen() {
        return new Fee(risen(most), risen(tip));
    }

    private static BigInteger risen(BigInteger wei) {
        var product = wei.multiply(BigInteger.valueOf(100 + RISE));
        return product.add(HUNDRED).subtract(BigInteger.ONE).divide(HUNDRED).max(wei.add(BigInteger.ONE));
    }

    /// Whether nodes take a transaction with this fee in the place of one with another.
    public boolean replaces(Fee other) {
        var least = other.risen();
        return most.compareTo(least.most) >= 0 && tip.compareTo(least.tip) >= 0;
    }

    /// What so much gas costs at most, in wei.
    public BigInteger cost(BigInteger gas) {
        return most.multiply(gas);
    }
}
