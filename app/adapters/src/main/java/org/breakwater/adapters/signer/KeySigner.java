package org.breakwater.adapters.signer;

import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

/// Signs with a key in memory: the people of a local network.
public final class KeySigner implements Signer {

    private final Credentials credentials;

    public KeySigner(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Address address() {
        return Address.parse(credentials.getAddress());
    }

    @Override
    public OwnerSignature sign(SafeTxHash hash) {
        var signature = Sign.signMessage(hash.hash().bytes().toArray(), credentials.getEcKeyPair(), false);
        return new OwnerSignature(
                address(),
                Bytes.concat(Bytes.of(signature.getR()), Bytes.of(signature.getS()), Bytes.of(signature.getV())));
    }
}
