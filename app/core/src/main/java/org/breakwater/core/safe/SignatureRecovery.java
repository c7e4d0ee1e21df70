package org.breakwater.core.safe;

import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Port: who made a signature (secp256k1 public key recovery).
public interface SignatureRecovery {

    /// The signer's address, or nothing where no key gives this signature.
    Optional<Address> signer(Hash32 hash, EcdsaSignature signature);
}
