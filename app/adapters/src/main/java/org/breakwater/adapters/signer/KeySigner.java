package org.breakwater.adapters.signer;

import java.math.BigInteger;
import org.breakwater.core.safe.EcdsaSignature;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

/// Signs with a key in memory: the people of a local network.
public final class KeySigner implements Signer, EthereumKey {

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
        return new OwnerSignature(address(), sign(hash.hash()));
    }

    @Override
    public EcdsaSignature sign(Hash32 hash) {
        var signature = Sign.signMessage(hash.bytes().toArray(), credentials.getEcKeyPair(), false);
        return new EcdsaSignature(
                new BigInteger(1, signature.getR()),
                new BigInteger(1, signature.getS()),
                signature.getV()[0]);
    }
}
