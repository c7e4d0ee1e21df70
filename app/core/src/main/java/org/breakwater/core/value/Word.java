package org.breakwater.core.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The thirty-two byte words of Solidity's `abi.encode` for types of fixed size (Solidity's ABI specification).
public final class Word {

    public static final int LENGTH = 32;

    private static final BigInteger LIMIT = BigInteger.TWO.pow(256);

    private Word() {}

    /// Whether a number is a `uint256`: from zero to 2^256 - 1.
    public static boolean fits(BigInteger number) {
        return number.signum() >= 0 && number.compareTo(LIMIT) < 0;
    }

    /// Passes a `uint256` on.
    ///
    /// @throws IllegalArgumentException below zero or from 2^256
    public static BigInteger requireFits(BigInteger number) {
        if (!fits(number)) {
            throw new IllegalArgumentException("does not fit an unsigned word: " + number);
        }
        return number;
    }

    /// An unsigned number, big-endian.
    ///
    /// @throws IllegalArgumentException below zero or from 2^256
    public static Bytes of(BigInteger number) {
        return padded(magnitude(requireFits(number)));
    }

    public static Bytes of(long number) {
        return of(BigInteger.valueOf(number));
    }

    /// A signed number in two's complement, big-endian.
    public static Bytes ofSigned(long number) {
        return of(number < 0 ? LIMIT.add(BigInteger.valueOf(number)) : BigInteger.valueOf(number));
    }

    public static Bytes of(Address address) {
        return padded(address.bytes().toArray());
    }

    public static Bytes of(Hash32 hash) {
        return hash.bytes();
    }

    /// A `bytes32` constant written as a string: the characters from the left, zeros after them.
    ///
    /// @throws IllegalArgumentException for more than 32 characters or one outside ASCII
    public static Bytes ofAscii(String text) {
        if (text.length() > LENGTH || text.chars().anyMatch(character -> character > 0x7f)) {
            throw new IllegalArgumentException("does not fit a bytes32 constant: " + text);
        }
        return Bytes.of(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LENGTH));
    }

    private static byte[] magnitude(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static Bytes padded(byte[] rightAligned) {
        var word = new byte[LENGTH];
        System.arraycopy(rightAligned, 0, word, LENGTH - rightAligned.length, rightAligned.length);
        return Bytes.of(word);
    }
}
