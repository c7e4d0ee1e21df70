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
    private static final byte[] LOWER_CASE = digits(false);
    private static final byte[] ANY_CASE = digits(true);

    private HexText() {}

    private static byte[] digits(boolean anyCase) {
        var digits = new byte['f' + 1];
        Arrays.fill(digits, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            var character = Character.forDigit(digit, 16);
            digits[character] = (byte) digit;
            if (anyCase) {
                digits[Character.toUpperCase(character)] = (byte) digit;
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
            value = value << 4 | digit(characters[i], LOWER_CASE, what);
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

    private static Bytes bytes(JsonParser parser, String what, int most, byte[] values)
            throws MalformedAnswerException {
        var start = start(parser, what);
        var digits = parser.getStringOffset() + parser.getStringLength() - start;
        if (digits % 2 != 0) {
            throw new MalformedAnswerException(what + " has half a byte");
        }
        if (digits / 2 > most) {
            throw new MalformedAnswerException(what + " has more than " + most + " bytes");
        }
        var characters = parser.getStringCharacters();
        var bytes = new byte[digits / 2];
        for (int i = 0; i < bytes.length; i++) {
            var high = digit(characters[start + 2 * i], values, what);
            bytes[i] = (byte) (high << 4 | digit(characters[start + 2 * i + 1], values, what));
        }
        return Bytes.of(bytes);
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

    private static int digit(char character, byte[] values, String what) throws MalformedAnswerException {
        var digit = character < values.length ? values[character] : -1;
        if (digit < 0) {
            throw new MalformedAnswerException(what + " has a character that is no digit there");
        }
        return digit;
    }
}
