package org.breakwater.adapters.signer.keystore;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A key as a keystore file has it: encrypted.
///
/// @param address whose key it is, where the file says so
/// @param id of the file
/// @param initial the cipher's initial counter, 16 bytes
/// @param encrypted the key, 32 bytes
/// @param derivation from the passphrase
/// @param proof that a passphrase is the right one, 32 bytes
record SealedKey(
        Optional<Address> address, UUID id, Bytes initial, Bytes encrypted, KeyDerivation derivation, Bytes proof) {

    static final int KEY_LENGTH = 32;
    static final int INITIAL_LENGTH = 16;

    /// Half of the derived key.
    private static final int HALF = KeyDerivation.LENGTH / 2;

    SealedKey {
        requireLength("a key", encrypted, KEY_LENGTH);
        requireLength("the cipher's iv", initial, INITIAL_LENGTH);
        requireLength("the mac", proof, KEY_LENGTH);
    }

    private static void requireLength(String what, Bytes bytes, int length) {
        if (bytes.length() != length) {
            throw new IllegalArgumentException(what + " has " + length + " bytes, not " + bytes.length());
        }
    }

    /// Encrypts a key as this program does: scrypt with its standard parameters.
    static SealedKey seal(SecretKey key, Passphrase passphrase, SecureRandom random) {
        var salt = random(random, KeyDerivation.LENGTH);
        var derivation =
                new KeyDerivation.Scrypt(KeyDerivation.Scrypt.N, KeyDerivation.Scrypt.R, KeyDerivation.Scrypt.P, salt);
        var initial = random(random, INITIAL_LENGTH);
        var derived = derivation.derive(passphrase.bytes());
        var plain = key.copy();
        try {
            var encrypted = Bytes.of(crypt(Cipher.ENCRYPT_MODE, derived, initial, plain));
            var id = UUID.nameUUIDFromBytes(random(random, KEY_LENGTH).toArray());
            return new SealedKey(
                    Optional.of(key.address()), id, initial, encrypted, derivation, proof(derived, encrypted));
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static Bytes random(SecureRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /// Decrypts the key.
    ///
    /// @throws ProblemException for another passphrase, and where the key is not the stated address's
    SecretKey open(Passphrase passphrase) throws ProblemException {
        var derived = derivation.derive(passphrase.bytes());
        try {
            if (!MessageDigest.isEqual(proof(derived, encrypted).toArray(), proof.toArray())) {
                throw new ProblemException(
                        Problem.of("The passphrase does not open this key.", "Type it again; mind capital letters."));
            }
            return ofStatedAddress(SecretKey.take(crypt(Cipher.DECRYPT_MODE, derived, initial, encrypted.toArray())));
        } catch (IllegalArgumentException noKey) {
            throw new ProblemException(
                    Problem.of("The file holds no key of an Ethereum account.", "Get it again from its source."),
                    noKey);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private SecretKey ofStatedAddress(SecretKey key) throws ProblemException {
        if (address.isPresent() && !address.get().equals(key.address())) {
            var others = key.address();
            key.close();
            throw new ProblemException(new Problem(
                    "The file says that it is the key of " + address.get() + ", and it is that of " + others + ".",
                    "Somebody changed the file, or put another key into it.",
                    "Do not use it, and look for the right one."));
        }
        return key;
    }

    private static Bytes proof(byte[] derived, Bytes encrypted) {
        var digest = new KeccakDigest(KEY_LENGTH * Byte.SIZE);
        digest.update(derived, HALF, HALF);
        digest.update(encrypted.toArray(), 0, encrypted.length());
        var proof = new byte[KEY_LENGTH];
        digest.doFinal(proof, 0);
        return Bytes.of(proof);
    }

    private static byte[] crypt(int mode, byte[] derived, Bytes initial, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived, 0, HALF, "AES"), new IvParameterSpec(initial.toArray()));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
