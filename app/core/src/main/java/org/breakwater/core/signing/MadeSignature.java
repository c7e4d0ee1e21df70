package org.breakwater.core.signing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A signature that was made here.
///
/// @param nonce of the Safe transaction that it counts for
/// @param hash of that transaction
/// @param signer whose key made it
/// @param signature as `execTransaction` takes it, or what a contract is given
/// @param handedOver to whom, in order
public record MadeSignature(
        BigInteger chainId,
        Address safe,
        BigInteger nonce,
        Hash32 hash,
        Address signer,
        Bytes signature,
        Instant made,
        List<HandOver> handedOver) {

    /// That a signature left this machine.
    ///
    /// @param where a file's path, a service's address, a transaction's hash
    public record HandOver(Instant at, String where) {

        public HandOver {
            if (where.isBlank()) {
                throw new IllegalArgumentException("a signature is handed over somewhere");
            }
        }
    }

    public MadeSignature {
        handedOver = List.copyOf(handedOver);
    }

    /// Whether it can still be used, by whoever has it. A signature does not expire: it ends when the Safe uses its
    /// nonce for this transaction or for another.
    ///
    /// @param next the nonce that the Safe takes next
    public boolean stands(BigInteger next) {
        return nonce.compareTo(next) >= 0;
    }
}
