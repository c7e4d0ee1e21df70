package org.breakwater.core.abi;

import java.math.BigInteger;
import java.util.Optional;

/// The types that the ABI does not build from others.
public sealed interface ElementaryType extends AbiType {

    /// An unsigned number.
    ///
    /// @param bits 8 to 256 in steps of 8
    record Uint(int bits) implements ElementaryType {

        public Uint {
            requireBits(bits);
        }

        @Override
        public String canonical() {
            return "uint" + bits;
        }

        boolean holds(BigInteger number) {
            return number.signum() >= 0 && number.bitLength() <= bits;
        }
    }

    /// A signed number in two's complement.
    ///
    /// @param bits 8 to 256 in steps of 8
    record Int(int bits) implements ElementaryType {

        public Int {
            requireBits(bits);
        }

        @Override
        public String canonical() {
            return "int" + bits;
        }

        boolean holds(BigInteger number) {
            return number.bitLength() < bits;
        }
    }

    /// True or false.
    record Bool() implements ElementaryType {
        @Override
        public String canonical() {
            return "bool";
        }
    }

    /// Twenty bytes that name an account.
    record Address() implements ElementaryType {
        @Override
        public String canonical() {
            return "address";
        }
    }

    /// A fixed number of bytes.
    ///
    /// @param length 1 to 32
    record FixedBytes(int length) implements ElementaryType {

        public FixedBytes {
            if (length < 1 || length > 32) {
                throw new IllegalArgumentException("fixed bytes are 1 to 32, not " + length);
            }
        }

        @Override
        public String canonical() {
            return "bytes" + length;
        }
    }

    /// Any number of bytes: `bytes`.
    record DynamicBytes() implements ElementaryType {
        @Override
        public String canonical() {
            return "bytes";
        }
    }

    /// UTF-8 text: `string`.
    record Text() implements ElementaryType {
        @Override
        public String canonical() {
            return "string";
        }
    }

    private static void requireBits(int bits) {
        if (bits < 8 || bits > 256 || bits % 8 != 0) {
            throw new IllegalArgumentException("a number has 8 to 256 bits in steps of 8, not " + bits);
        }
    }

    /// The type of a canonical name: `uint256`, never `uint`.
    static Optional<ElementaryType> named(String name) {
        return switch (name) {
            case "bool" -> Optional.of(new Bool());
            case "address" -> Optional.of(new Address());
            case "bytes" -> Optional.of(new DynamicBytes());
            case "string" -> Optional.of(new Text());
            default -> sized(name);
        };
    }

    private static Optional<ElementaryType> sized(String name) {
        if (!name.matches("(uint|int|bytes)[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        var digits = name.replaceAll("[a-z]", "");
        var size = Integer.parseInt(digits);
        try {
            return Optional.of(
                    switch (name.substring(0, name.length() - digits.length())) {
                        case "uint" -> new Uint(size);
                        case "int" -> new Int(size);
                        default -> new FixedBytes(size);
                    });
        } catch (IllegalArgumentException noSuchSize) {
            return Optional.empty();
        }
    }
}
