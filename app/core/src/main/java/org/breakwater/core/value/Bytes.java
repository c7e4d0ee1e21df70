package org.breakwater.core.value;

import java.util.Arrays;
import java.util.HexFormat;

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
