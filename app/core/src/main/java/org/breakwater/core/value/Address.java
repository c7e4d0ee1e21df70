package org.breakwater.core.value;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// An account or contract: twenty bytes, printed with the EIP-55 checksum, ordered as the number it is.
public record Address(Bytes bytes) implements Comparable<Address> {

    public static final int LENGTH = 20;
    public static final Address ZERO = new Address(Bytes.of(new byte[LENGTH]));

    public Address {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("an address has 20 bytes, not " + bytes.length());
        }
    }

    /// Reads `0x` and forty hex digits. All lower or all upper case is taken as it is; mixed case must carry the
    /// EIP-55 checksum.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Address parse(String text) {
        if (!text.matches("0x[0-9a-fA-F]{40}")) {
            throw new IllegalArgumentException("an address is 0x and forty hex digits, not " + Quotation.of(text));
        }
        var digits = text.substring(2);
        var address = new Address(Bytes.fromHex(text));
        var oneCase = digits.equals(digits.toLowerCase(Locale.ROOT)) || digits.equals(digits.toUpperCase(Locale.ROOT));
        if (!oneCase && !address.toString().equals(text)) {
            throw new IllegalArgumentException("the checksum of " + text + " is wrong; a character was changed");
        }
        return address;
    }

    public boolean isZero() {
        return equals(ZERO);
    }

    @Override
    public int compareTo(Address other) {
        return Arrays.compareUnsigned(bytes.toArray(), other.bytes.toArray());
    }

    /// The address with its EIP-55 checksum.
    @Override
    public String toString() {
        var digits = HexFormat.of().formatHex(bytes.toArray());
        var hash = HexFormat.of().formatHex(Keccak.hash(digits).bytes().toArray());
        var text = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i);
            text.append(Character.digit(hash.charAt(i), 16) >= 8 ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }
}
