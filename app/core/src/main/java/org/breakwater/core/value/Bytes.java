package org.breakwater.core.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// An immutable sequence of bytes, equal by content. Prints as lower-case hex with `0x`.
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /// Reads hex with or without `0x`.
    ///
    /// @throws IllegalArgumentException for an odd number of digits or a character that is no hex digit
    public static Bytes fromHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
    }

    /// Reads hex from outside: `0x` and an even number of hex digits, nothing else.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Bytes parse(String text) {
        if (!text.startsWith("0x") || text.length() % 2 != 0) {
            throw new IllegalArgumentException("bytes are 0x and an even number of hex digits");
        }
        try {
            return fromHex(text);
        } catch (IllegalArgumentException noDigit) {
            throw new IllegalArgumentException("bytes are 0x and hex digits alone", noDigit);
        }
    }

    /// A text in UTF-8.
    ///
    /// @throws IllegalArgumentException for half a surrogate pair, which UTF-8 cannot write
    public static Bytes ofText(String text) {
        var encoded = new Bytes(text.getBytes(StandardCharsets.UTF_8));
        if (!encoded.toText().equals(Optional.of(text))) {
            throw new IllegalArgumentException("the text holds half a surrogate pair");
        }
        return encoded;
    }

    public static Bytes concat(Bytes... parts) {
        var length = Arrays.stream(parts).mapToInt(Bytes::length).reduce(0, Math::addExact);
        var joined = new byte[length];
        var end = 0;
        for (var part : parts) {
            System.arraycopy(part.content, 0, joined, end, part.length());
            end += part.length();
        }
        return new Bytes(joined);
    }

    public static Bytes zeros(int count) {
        return new Bytes(new byte[count]);
    }

    public int length() {
        return content.length;
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    /// The byte at `index`, 0 to 255.
    public int at(int index) {
        return content[index] & 0xff;
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    public boolean startsWith(Bytes prefix) {
        return length() >= prefix.length()
                && Arrays.equals(content, 0, prefix.length(), prefix.content, 0, prefix.length());
    }

    /// Whether every byte from `from` up to and without `to` is `value`.
    public boolean isFilledWith(int value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (at(i) != value) {
                return false;
            }
        }
        return true;
    }

    /// The number that the bytes are, the most significant first; zero where there are none.
    public BigInteger toUnsigned() {
        return new BigInteger(1, content);
    }

    /// The text that the bytes are in UTF-8, if they are.
    public Optional<String> toText() {
        var text = new String(content, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content) ? Optional.of(text) : Optional.empty();
    }

    public byte[] toArray() {
        return content.clone();
    }

    public String toHex() {
        return "0x" + HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
