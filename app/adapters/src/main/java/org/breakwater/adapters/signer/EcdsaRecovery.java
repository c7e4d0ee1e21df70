package org.breakwater.adapters.signer;

import java.security.SignatureException;
import java.util.Optional;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/// Recovers the signer of an ECDSA signature (r, s, v of 27 or 28).
public final class EcdsaRecovery implements SignatureRecovery {

    @Override
    public Optional<Address> signer(Hash32 hash, Bytes signature) {
        if (signature.length() != OwnerSignature.LENGTH) {
            return Optional.empty();
        }
        var parts = new Sign.SignatureData(
                (byte) signature.at(64),
                signature.slice(0, 32).toArray(),
                signature.slice(32, 64).toArray());
        try {
            var key = Sign.signedMessageHashToKey(hash.bytes().toArray(), parts);
            return Optional.of(Address.parse("0x" + Keys.getAddress(key)));
        } catch (SignatureException | IllegalArgumentException noSignature) {
            return Optional.empty();
        }
    }
}
