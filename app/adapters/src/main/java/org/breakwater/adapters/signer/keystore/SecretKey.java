package org.breakwater.adapters.signer.keystore;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.breakwater.core.safe.EcdsaSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/// A key of secp256k1 in memory, wiped when it is closed. While it signs, the arithmetic makes copies of it that only
/// the collector takes away.
final class SecretKey implements AutoCloseable {

    private final byte[] bytes;
    private final Address address;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
        this.address = Address.parse("0x" + Keys.getAddress(pair()));
    }

    /// Takes a key over; the array is the key's from now on.
    ///
    /// @throws IllegalArgumentException for bytes that are no key
    static SecretKey take(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        if (bytes.length != SealedKey.KEY_LENGTH
                || number.signum() == 0
                || number.compareTo(Sign.CURVE_PARAMS.getN()) >= 0) {
            Arrays.fill(bytes, (byte) 0);
            throw new IllegalArgumentException("a key lies between 1 and the order of secp256k1");
        }
        return new SecretKey(bytes);
    }

    static SecretKey random(SecureRandom random) {
        while (true) {
            var bytes = new byte[SealedKey.KEY_LENGTH];
            random.nextBytes(bytes);
            try {
                return take(bytes);
            } catch (IllegalArgumentException oneIn2To128) {
                // Drawn again.
            }
        }
    }

    Address address() {
        return address;
    }

    /// The caller wipes it.
    byte[] copy() {
        return bytes.clone();
    }

    EcdsaSignature sign(Hash32 hash) {
        var signature = Sign.signMessage(hash.bytes().toArray(), pair(), false);
        return new EcdsaSignature(
                new BigInteger(1, signature.getR()),
                new BigInteger(1, signature.getS()),
                signature.getV()[0]);
    }

    private ECKeyPair pair() {
        return ECKeyPair.create(new BigInteger(1, bytes));
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "the key of " + address;
    }
}
