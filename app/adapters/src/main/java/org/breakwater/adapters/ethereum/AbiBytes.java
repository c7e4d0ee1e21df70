package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// ABI-encoded bytes, read strictly: what a value leaves over must be zero, and nothing may lie outside.
final class AbiBytes {

    private static final int LONG = 8;

    private final byte[] content;
    private int end;

    /// @param content not changed meanwhile
    AbiBytes(byte[] content) {
        this.content = content;
    }

    /// Where the dynamic value read last ended.
    int end() {
        return end;
    }

    void end(int at) {
        end = at;
    }

    int length() {
        return content.length;
    }

    void require(int from, int length) {
        if (from < 0 || length < 0 || from > content.length - length) {
            throw new NotCanonical("it ends too early");
        }
    }

    /// Bytes of a value that is right-aligned in the word at a place: what is left of it is zero.
    Bytes rightAligned(int at, int length) {
        require(at, Word.LENGTH);
        requireZero(at, at + Word.LENGTH - length);
        return Bytes.of(Arrays.copyOfRange(content, at + Word.LENGTH - length, at + Word.LENGTH));
    }

    /// Bytes of a value that is left-aligned in the word at a place: what is right of it is zero.
    Bytes leftAligned(int at, int length) {
        require(at, Word.LENGTH);
        requireZero(at + length, at + Word.LENGTH);
        return Bytes.of(Arrays.copyOfRange(content, at, at + length));
    }

    /// An unsigned number of at most 64 bits; of the 64th the sign tells.
    long unsigned(int at, int bits) {
        require(at, Word.LENGTH);
        requireZero(at, at + Word.LENGTH - LONG);
        long number = 0;
        for (int i = at + Word.LENGTH - LONG; i < at + Word.LENGTH; i++) {
            number = number << LONG | (content[i] & 0xff);
        }
        if (bits < Long.SIZE && number >>> bits != 0) {
            throw new NotCanonical("a number has more than " + bits + " bits");
        }
        return number;
    }

    BigInteger unsignedBig(int at, int bits) {
        require(at, Word.LENGTH);
        var number = new BigInteger(1, content, at, Word.LENGTH);
        if (number.bitLength() > bits) {
            throw new NotCanonical("a number has more than " + bits + " bits");
        }
        return number;
    }

    BigInteger signedBig(int at, int bits) {
        require(at, Word.LENGTH);
        var number = new BigInteger(content, at, Word.LENGTH);
        if (number.bitLength() >= bits) {
            throw new NotCanonical("a signed number has more than " + bits + " bits");
        }
        return number;
    }

    /// A place or a length, which no log can have above its own size.
    int size(int at) {
        var size = unsigned(at, Integer.SIZE - 1);
        if (size > content.length) {
            throw new NotCanonical("it says that it goes on after its end");
        }
        return (int) size;
    }

    /// Bytes of any number at a place, padded with zeros to whole words.
    Bytes sized(int at) {
        var length = size(at);
        var from = at + Word.LENGTH;
        var padded = Math.ceilDiv(length, Word.LENGTH) * Word.LENGTH;
        require(from, padded);
        requireZero(from + length, from + padded);
        end = from + padded;
        return Bytes.of(Arrays.copyOfRange(content, from, from + length));
    }

    /// As `sized`, as text. Contracts let anybody write what is no UTF-8; it is shown with replacement characters.
    String text(int at) {
        return new String(sized(at).toArray(), StandardCharsets.UTF_8);
    }

    private void requireZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (content[i] != 0) {
                throw new NotCanonical("a value is padded with something else than zeros");
            }
        }
    }
}
