package org.breakwater.adapters.ethereum.download;

import java.util.Arrays;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The hex texts of the JSON-RPC interface (ethereum/execution-apis, base types), decoded from the parser's own buffer
/// without a string between.
final class HexText {

    private static final int MOST_QUANTITY_DIGITS = 16;
    private static final int ASCII = 0x7f;
    private static final int ASCII_BITS = 7;

    /// The value of each character, below zero for what is no digit.
    private static final int[] LOWER_CASE = digits(false);

    private static final int[] ANY_CASE = digits(true);

    private HexText() {}

    private static int[] digits(boolean anyCase) {
        var digits = new int[ASCII + 1];
        Arrays.fill(digits, -1);
        for (int digit = 0; digit < 16; digit++) {
            var character = Character.forDigit(digit, 16);
            digits[character] = digit;
            if (anyCase) {
                digits[Character.toUpperCase(character)] = digit;
            }
        }
        return digits;
    }

    /// A whole number below 2^63: `0x`, no leading zero, digits in lower case.
    static long quantity(JsonParser parser, String what) throws MalformedAnswerException {
        var start = start(parser, what);
        var characters = parser.getStringCharacters();
        var end = parser.getStringOffset() + parser.getStringLength();
        var length = end - start;
        if (length == 0 || length > MOST_QUANTITY_DIGITS || (length > 1 && characters[start] == '0')) {
            throw new MalformedAnswerException(what + " is no canonical number");
        }
        var value = 0L;
        for (int i = start; i < end; i++) {
            value = value << 4 | digit(characters[i], what);
        }
        if (value < 0) {
            throw new MalformedAnswerException(what + " is larger than any can be");
        }
        return value;
    }

    /// Thirty-two bytes.
    static Hash32 hash(JsonParser parser, String what) throws MalformedAnswerException {
        return new Hash32(exactly(Hash32.LENGTH, bytes(parser, what, Hash32.LENGTH, LOWER_CASE), what));
    }

    /// Twenty bytes; the one text in which upper case is allowed, for the checksum.
    static Address address(JsonParser parser, String what) throws MalformedAnswerException {
        return new Address(exactly(Address.LENGTH, bytes(parser, what, Address.LENGTH, ANY_CASE), what));
    }

    /// At most `most` bytes.
    static Bytes upTo(JsonParser parser, String what, int most) throws MalformedAnswerException {
        return bytes(parser, what, most, LOWER_CASE);
    }

    private static Bytes exactly(int length, Bytes bytes, String what) throws MalformedAnswerException {
        if (bytes.length() != length) {
            throw new MalformedAnswerException(what + " has " + bytes.length() + " bytes, not " + length);
        }
        return bytes;
    }

    private static Bytes bytes(JsonParser parser, String what, int most, int[] values) throws MalformedAnswerException {
        var start = start(parser, what);
        var digits = parser.getStringOffset() + parser.getStringLength() - start;
        if (digits % 2 != 0) {
            throw new MalformedAnswerException(what + " has half a byte");
        }
        if (digits / 2 > most) {
            throw new MalformedAnswerException(what + " has more than " + most + " bytes");
        }
        var bytes = new byte[digits / 2];
        if (!decode(parser.getStringCharacters(), start, bytes, values)) {
            throw new MalformedAnswerException(what + " has a character that is no digit there");
        }
        return Bytes.of(bytes);
    }

    /// @return whether all characters were digits; found out once at the end, so that the loop has no branch
    private static boolean decode(char[] characters, int start, byte[] bytes, int[] values) {
        var wrong = 0;
        for (int i = 0, next = start; i < bytes.length; i++, next += 2) {
            var high = characters[next];
            var low = characters[next + 1];
            var value = values[high & ASCII] << 4 | values[low & ASCII];
            wrong |= value | -((high | low) >>> ASCII_BITS);
            bytes[i] = (byte) value;
        }
        return wrong >= 0;
    }

    /// Where the digits after `0x` begin in the parser's buffer.
    private static int start(JsonParser parser, String what) throws MalformedAnswerException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedAnswerException(what + " is no text");
        }
        var characters = parser.getStringCharacters();
        var offset = parser.getStringOffset();
        if (parser.getStringLength() < 2 || characters[offset] != '0' || characters[offset + 1] != 'x') {
            throw new MalformedAnswerException(what + " does not start with 0x");
        }
        return offset + 2;
    }

    private static int digit(char character, String what) throws MalformedAnswerException {
        var digit = character <= ASCII ? LOWER_CASE[character] : -1;
        if (digit < 0) {
            throw new MalformedAnswerException(what + " has a character that is no digit there");
        }
        return digit;
    }
}
