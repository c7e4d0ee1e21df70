package org.breakwater.core.value;

/// Thirty-two bytes that name something: a block, a transaction, a text.
public record Hash32(Bytes bytes) {

    public static final int LENGTH = 32;
    public static final Hash32 ZERO = new Hash32(Bytes.of(new byte[LENGTH]));

    public Hash32 {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length());
        }
    }

    public static Hash32 fromHex(String hex) {
        return new Hash32(Bytes.fromHex(hex));
    }

    @Override
    public String toString() {
        return bytes.toHex();
    }
}
