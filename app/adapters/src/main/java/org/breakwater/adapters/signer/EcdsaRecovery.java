package org.breakwater.adapters.signer;

import java.security.SignatureException;
import java.util.Optional;
import org.breakwater.core.safe.EcdsaSignature;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/// Recovers the signer of an ECDSA signature, as the EVM's `ecrecover` does.
public final class EcdsaRecovery implements SignatureRecovery {

    @Override
    public Optional<Address> signer(Hash32 hash, EcdsaSignature signature) {
        var parts = new Sign.SignatureData(
                (byte) signature.v(),
                Word.of(signature.r()).toArray(),
                Word.of(signature.s()).toArray());
        try {
            var key = Sign.signedMessageHashToKey(hash.bytes().toArray(), parts);
            return Optional.of(Address.parse("0x" + Keys.getAddress(key)));
        } catch (SignatureException | IllegalArgumentException noSignature) {
            return Optional.empty();
        }
    }
}
