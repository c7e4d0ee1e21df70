package org.breakwater.core.typeddata;

import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Messages as `personal_sign` and `eth_sign` have them signed (EIP-191, version 0x45).
public final class PersonalMessage {

    private PersonalMessage() {}

    /// The hash of a text's UTF-8 bytes behind the prefix.
    public static Hash32 hash(String text) {
        return hash(Bytes.ofText(text));
    }

    /// The hash of bytes behind the prefix, which tells their number in decimal.
    public static Hash32 hash(Bytes message) {
        return Keccak.hash(Bytes.concat(Bytes.ofText("\u0019Ethereum Signed Message:\n" + message.length()), message));
    }
}
