package org.breakwater.core.decoding;

import java.math.BigInteger;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// Bytes from outside that know what they are, so that a refusal can name the place.
///
/// @param subject as in {@link Refusal}
/// @param bytes all of them; an offset counts from their first
public record Input(String subject, Bytes bytes) {

    /// Takes `length` bytes from `from`.
    public Bytes take(int from, int length) throws RefusedException {
        if (length < 0 || from > bytes.length() - length) {
            throw refused(Flaw.CUT_SHORT, Math.min(from, bytes.length()), "the bytes end before the value does");
        }
        return bytes.slice(from, from + length);
    }

    /// The unsigned number in the word at `from`.
    public BigInteger number(int from) throws RefusedException {
        return take(from, Word.LENGTH).toUnsigned();
    }

    /// The size or count in the word at `from`, which is at most `most`.
    ///
    /// @param what names it in a refusal, with its article
    public int size(int from, int most, String what) throws RefusedException {
        var number = number(from);
        if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw refused(Flaw.TOO_LARGE, from, what + " is " + shortened(number) + ", more than there can be");
        }
        return number.intValueExact();
    }

    private static String shortened(BigInteger number) {
        return number.bitLength() <= 64 ? number.toString() : "a number of " + number.bitLength() + " bits";
    }

    /// How many bytes there are from `from`.
    public int remaining(int from) {
        return Math.max(0, bytes.length() - from);
    }

    public RefusedException refused(Flaw flaw, int offset, String why) {
        return new RefusedException(new Refusal(flaw, subject, offset, why));
    }
}
