package org.breakwater.adapters.signer.keystore;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.Pack;

/// scrypt (RFC 7914) with r = 1, for any n: what keystore files have that Bouncy Castle refuses to derive.
final class NarrowScrypt {

    /// Of one block, in bytes and in words.
    private static final int BLOCK = 128;

    private static final int WORDS = BLOCK / Integer.BYTES;
    private static final int HALF = WORDS / 2;
    private static final int ROUNDS = 8;

    private NarrowScrypt() {}

    /// @param n a power of two
    static byte[] generate(byte[] passphrase, byte[] salt, int n, int p, int length) {
        var lanes = stretched(passphrase, salt, p * BLOCK);
        var memory = new int[n * WORDS];
        for (int lane = 0; lane < p; lane++) {
            var block = new int[WORDS];
            Pack.littleEndianToInt(lanes, lane * BLOCK, block);
            mix(block, memory, n);
            Pack.intToLittleEndian(block, lanes, lane * BLOCK);
        }
        Arrays.fill(memory, 0);
        var key = stretched(passphrase, lanes, length);
        Arrays.fill(lanes, (byte) 0);
        return key;
    }

    private static byte[] stretched(byte[] passphrase, byte[] salt, int length) {
        var generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(passphrase, salt, 1);
        return ((KeyParameter) generator.generateDerivedParameters(length * Byte.SIZE)).getKey();
    }

    /// scryptROMix.
    private static void mix(int[] block, int[] memory, int n) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(block, 0, memory, i * WORDS, WORDS);
            mixBlock(block);
        }
        for (int i = 0; i < n; i++) {
            var other = (block[HALF] & (n - 1)) * WORDS;
            for (int word = 0; word < WORDS; word++) {
                block[word] ^= memory[other + word];
            }
            mixBlock(block);
        }
    }

    /// scryptBlockMix of two halves.
    private static void mixBlock(int[] block) {
        for (int word = 0; word < HALF; word++) {
            block[word] ^= block[HALF + word];
        }
        salsa(block, 0);
        for (int word = 0; word < HALF; word++) {
            block[HALF + word] ^= block[word];
        }
        salsa(block, HALF);
    }

    /// Salsa20/8 of sixteen words in place.
    private static void salsa(int[] words, int from) {
        var x = Arrays.copyOfRange(words, from, from + HALF);
        for (int round = 0; round < ROUNDS; round += 2) {
            for (int i = 0; i < 4; i++) {
                quarter(x, 5 * i, (5 * i + 4) % HALF, (5 * i + 8) % HALF, (5 * i + 12) % HALF);
            }
            for (int i = 0; i < 4; i++) {
                var row = 4 * i;
                quarter(x, row + i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
            }
        }
        for (int i = 0; i < HALF; i++) {
            words[from + i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
