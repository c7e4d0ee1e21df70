package org.breakwater.core.safe;

import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// What a Safe's owners sign.
public sealed interface SafeHash permits SafeTxHash, SafeMessageHash {

    /// The domain separator, which a hardware device shows.
    Hash32 domainHash();

    /// The struct's hash, which a hardware device shows.
    Hash32 messageHash();

    /// The 66 bytes whose hash is signed.
    default Bytes preimage() {
        return TypedData.preimage(domainHash(), messageHash());
    }

    /// What is signed.
    default Hash32 hash() {
        return Keccak.hash(preimage());
    }

    /// Compares hashes packed by hand with those of the general encoder.
    ///
    /// @throws IllegalStateException where they differ: a fault of this program, after which nothing may be signed
    static <T extends SafeHash> T agreed(T packed, TypedData typed) {
        if (!packed.domainHash().equals(typed.domainHash())
                || !packed.messageHash().equals(typed.messageHash())) {
            throw new IllegalStateException(
                    "this program's two ways of hashing disagree; nothing may be signed with it");
        }
        return packed;
    }
}
