package org.breakwater.core.safe;

import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// The hashes of a message that a Safe's owners sign off chain.
public record SafeMessageHash(Hash32 domainHash, Hash32 messageHash) implements SafeHash {

    /// `SAFE_MSG_TYPEHASH`
    static final Hash32 TYPE = Keccak.hash("SafeMessage(bytes message)");

    /// Hashes a message in two ways, by hand as the contracts do and with the general encoder, and compares.
    ///
    /// @param message what `isValidSignature` is asked about: the 32 bytes of the hash of a text or of typed data
    public static SafeMessageHash of(SafeDomain domain, Bytes message) {
        var packed = Keccak.hash(Bytes.concat(Word.of(TYPE), Word.of(Keccak.hash(message))));
        return SafeHash.agreed(new SafeMessageHash(domain.hash(), packed), SafeTypedData.message(domain, message));
    }

    @Override
    public String toString() {
        return hash().toString();
    }
}
