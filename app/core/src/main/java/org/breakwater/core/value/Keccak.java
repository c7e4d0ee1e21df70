package org.breakwater.core.value;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.KeccakDigest;

/// Keccak-256 as Ethereum uses it (the submission to the SHA-3 contest, not the FIPS 202 padding).
public final class Keccak {

    private Keccak() {}

    public static Hash32 hash(Bytes input) {
        var digest = new KeccakDigest(256);
        digest.update(input.toArray(), 0, input.length());
        var result = new byte[Hash32.LENGTH];
        digest.doFinal(result, 0);
        return new Hash32(Bytes.of(result));
    }

    /// The hash of a text's UTF-8 bytes.
    public static Hash32 hash(String text) {
        return hash(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
