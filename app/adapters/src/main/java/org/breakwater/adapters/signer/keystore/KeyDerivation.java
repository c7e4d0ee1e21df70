package org.breakwater.adapters.signer.keystore;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.value.Bytes;

/// How a passphrase becomes a key. Whoever wrote the file chose the parameters, so that a hostile one could ask for any
/// amount of time and memory: they are compared with bounds before any work.
sealed interface KeyDerivation {

    /// Bytes of the derived key: half of it opens the key, half of it proves the passphrase.
    int LENGTH = 32;

    /// The least and most bytes of salt.
    int LEAST_SALT = 8;

    int MOST_SALT = 64;

    /// scrypt (RFC 7914).
    ///
    /// @param n a power of two above 1
    /// @param r at least 1; 128·n·r is the memory in bytes
    /// @param p at least 1; n·r·p is the time
    record Scrypt(int n, int r, int p, Bytes salt) implements KeyDerivation {

        /// 512 MiB, twice what a key made here takes.
        static final long MOST_MEMORY = 512L << 20;

        /// Four times what a key made here takes.
        static final long MOST_WORK = 1L << 23;

        /// r·p: 128 bytes each stand beside the memory of n.
        static final long MOST_LANES = 1L << 14;

        /// What keys made here have: n = 2^18, r = 8, p = 1.
        static final int N = 1 << 18;

        static final int R = 8;
        static final int P = 1;

        public Scrypt {
            if (n < 2 || Integer.bitCount(n) != 1 || r < 1 || p < 1) {
                throw new IllegalArgumentException("no parameters of scrypt: n=" + n + ", r=" + r + ", p=" + p);
            }
            // Products of two ints fit a long; that of three may not.
            if (128L * n > MOST_MEMORY / r || (long) n * r > MOST_WORK / p || (long) r * p > MOST_LANES) {
                throw new IllegalArgumentException(
                        "its scrypt asks for more memory or time than any wallet's: n=" + n + ", r=" + r + ", p=" + p);
            }
            requireSalt(salt);
        }

        @Override
        public byte[] derive(byte[] passphrase) {
            return isRefused()
                    ? NarrowScrypt.generate(passphrase, salt.toArray(), n, p, LENGTH)
                    : SCrypt.generate(passphrase, salt.toArray(), n, r, p, LENGTH);
        }

        /// RFC 7914 wants n below 2^(16·r), Bouncy Castle insists, and wallets have written files beyond it.
        private boolean isRefused() {
            return r == 1 && n >= 1 << 16;
        }

        @Override
        public String function() {
            return "scrypt";
        }

        @Override
        public WrittenObject parameters() {
            return new WrittenObject().whole("n", n).whole("r", r).whole("p", p);
        }
    }

    /// PBKDF2 with HMAC-SHA-256 (RFC 8018). It is read, and not written any more: it costs an attacker no memory.
    ///
    /// @param c rounds
    record Pbkdf2(int c, Bytes salt) implements KeyDerivation {

        /// 32 times what wallets used.
        static final int MOST_ROUNDS = 1 << 23;

        public Pbkdf2 {
            if (c < 1 || c > MOST_ROUNDS) {
                throw new IllegalArgumentException("its PBKDF2 has 1 to " + MOST_ROUNDS + " rounds, not " + c);
            }
            requireSalt(salt);
        }

        @Override
        public byte[] derive(byte[] passphrase) {
            var generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
            generator.init(passphrase, salt.toArray(), c);
            return ((KeyParameter) generator.generateDerivedParameters(LENGTH * Byte.SIZE)).getKey();
        }

        @Override
        public String function() {
            return "pbkdf2";
        }

        @Override
        public WrittenObject parameters() {
            return new WrittenObject().whole("c", c).text("prf", "hmac-sha256");
        }
    }

    private static void requireSalt(Bytes salt) {
        if (salt.length() < LEAST_SALT || salt.length() > MOST_SALT) {
            throw new IllegalArgumentException(
                    "a salt has " + LEAST_SALT + " to " + MOST_SALT + " bytes, not " + salt.length());
        }
    }

    Bytes salt();

    /// The name that the file has for it.
    String function();

    /// Its parameters as the file has them, besides length and salt.
    WrittenObject parameters();

    /// The derived key, which the caller wipes.
    byte[] derive(byte[] passphrase);
}
