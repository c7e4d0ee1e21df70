package org.breakwater.core.value;

/// The four bytes that name a function in calldata.
public record Selector(Bytes bytes) {

    public static final int LENGTH = 4;

    public Selector {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("a selector has 4 bytes, not " + bytes.length());
        }
    }

    /// @param signature in canonical form, such as `pause(uint16,uint32,uint32,bytes32)`
    public static Selector of(String signature) {
        return new Selector(Keccak.hash(signature).bytes().slice(0, LENGTH));
    }

    @Override
    public String toString() {
        return bytes.toHex();
    }
}
