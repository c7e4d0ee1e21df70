package org.breakwater.core.decoding;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// Changes to bytes as an attacker makes them: the sizes and places that decoders stumble over, drawn from a seed.
public final class Mutations {

    private static final List<BigInteger> HOSTILE = List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.valueOf(31),
            BigInteger.valueOf(32),
            BigInteger.valueOf(33),
            BigInteger.valueOf(64),
            BigInteger.valueOf(Integer.MAX_VALUE),
            BigInteger.valueOf(Integer.MAX_VALUE - 31),
            BigInteger.valueOf(1L << 32),
            BigInteger.valueOf(Long.MAX_VALUE),
            BigInteger.TWO.pow(64),
            BigInteger.TWO.pow(255),
            BigInteger.TWO.pow(256).subtract(BigInteger.valueOf(32)),
            BigInteger.TWO.pow(256).subtract(BigInteger.ONE));

    private final RandomGenerator random;

    public Mutations(RandomGenerator random) {
        this.random = random;
    }

    /// The bytes with one to three changes.
    public Bytes of(Bytes bytes) {
        var mutated = bytes;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private Bytes once(Bytes bytes) {
        var content = bytes.toArray();
        var at = content.length == 0 ? 0 : random.nextInt(content.length);
        return switch (random.nextInt(8)) {
            case 0 -> Bytes.of(Arrays.copyOf(content, at));
            case 1 -> Bytes.of(Arrays.copyOf(content, content.length + random.nextInt(1, 70)));
            case 2 -> Bytes.concat(bytes.slice(0, at), noise(random.nextInt(1, 40)), bytes.slice(at, content.length));
            case 3 -> flipped(content, at);
            case 4, 5 -> with(content, at, Word.of(HOSTILE.get(random.nextInt(HOSTILE.size()))));
            case 6 -> with(content, at, Word.of(random.nextInt(content.length + 64)));
            default -> with(content, at, noise(random.nextInt(1, 33)));
        };
    }

    private Bytes flipped(byte[] content, int at) {
        if (content.length > 0) {
            content[at] ^= (byte) (1 << random.nextInt(8));
        }
        return Bytes.of(content);
    }

    /// Overwrites from the start of a word, or from 4 bytes after one, where words of calldata begin, or anywhere.
    private Bytes with(byte[] content, int at, Bytes written) {
        var start = switch (random.nextInt(3)) {
            case 0 -> at - at % Word.LENGTH;
            case 1 -> at - at % Word.LENGTH + 4;
            default -> at;
        };
        for (int i = 0; i < written.length() && start + i < content.length; i++) {
            content[start + i] = (byte) written.at(i);
        }
        return Bytes.of(content);
    }

    private Bytes noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return Bytes.of(noise);
    }
}
