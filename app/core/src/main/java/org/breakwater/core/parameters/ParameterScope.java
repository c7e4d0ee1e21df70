package org.breakwater.core.parameters;

import java.math.BigInteger;
import java.util.Arrays;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Where a parameter's value holds: everywhere, or for one pool, level, kind or account (`ParameterScope.sol`).
///
/// @param encoded as the registry has it: the kind of scope in the first byte, its number in the rest
public record ParameterScope(Hash32 encoded) implements Comparable<ParameterScope> {

    public static final ParameterScope GLOBAL = new ParameterScope(Hash32.ZERO);

    private static final int POOL = 1;
    private static final int LEVEL = 2;
    private static final int KIND = 3;
    private static final int ACCOUNT = 4;

    /// @param poolId from 1
    public static ParameterScope pool(long poolId) {
        return tagged(POOL, BigInteger.valueOf(poolId));
    }

    public static ParameterScope level(int level) {
        return tagged(LEVEL, BigInteger.valueOf(level));
    }

    public static ParameterScope kind(int kind) {
        return tagged(KIND, BigInteger.valueOf(kind));
    }

    /// An asset's or a price feed's.
    public static ParameterScope account(Address account) {
        return tagged(ACCOUNT, new BigInteger(1, account.bytes().toArray()));
    }

    private static ParameterScope tagged(int tag, BigInteger number) {
        var word = Word.of(BigInteger.valueOf(tag).shiftLeft(248).or(number));
        return new ParameterScope(new Hash32(word));
    }

    /// The first byte: 0 everywhere, 1 a pool, 2 a level, 3 a kind, 4 an account.
    public int tag() {
        return encoded.bytes().at(0);
    }

    /// The rest: which pool, level, kind or account.
    public BigInteger number() {
        return new BigInteger(1, encoded.bytes().slice(1, Word.LENGTH).toArray());
    }

    /// Everywhere first, then by kind of scope and number.
    @Override
    public int compareTo(ParameterScope other) {
        return Arrays.compareUnsigned(
                encoded.bytes().toArray(), other.encoded.bytes().toArray());
    }

    /// As a person reads it: `everywhere`, `pool 3`.
    @Override
    public String toString() {
        return switch (tag()) {
            case 0 -> "everywhere";
            case POOL -> "pool " + number();
            case LEVEL -> "level " + number();
            case KIND -> "kind " + number();
            case ACCOUNT -> new Address(encoded.bytes().slice(12, Word.LENGTH)).toString();
            default -> encoded.toString();
        };
    }
}
