package org.breakwater.core.proof;

import org.breakwater.core.value.Bytes;

/// How a value begins.
final class RlpPrefix {

    static final int TEXT = 0x80;
    static final int ITEMS = 0xc0;

    /// The longest content whose length stands in the first byte.
    static final int SHORT = 55;

    private RlpPrefix() {}

    static Bytes of(int kind, int length) {
        if (length <= SHORT) {
            return Bytes.of(new byte[] {(byte) (kind + length)});
        }
        var count = Scalar.of(length);
        return Bytes.concat(Bytes.of(new byte[] {(byte) (kind + SHORT + count.length())}), count);
    }
}
