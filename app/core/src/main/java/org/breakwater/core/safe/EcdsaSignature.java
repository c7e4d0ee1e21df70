package org.breakwater.core.safe;

import java.math.BigInteger;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// A signature over secp256k1 as the EVM's `ecrecover` takes it. Both of the two values of `s` that a signature can
/// have are valid for a Safe.
///
/// @param r 1 to the order of the curve, without it
/// @param s likewise
/// @param v 27 or 28
public record EcdsaSignature(BigInteger r, BigInteger s, int v) {

    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    public EcdsaSignature {
        if (!isScalar(r) || !isScalar(s)) {
            throw new IllegalArgumentException("r and s lie between 1 and the order of secp256k1");
        }
        if (v != 27 && v != 28) {
            throw new IllegalArgumentException("v is 27 or 28, not " + v);
        }
    }

    private static boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(ORDER) < 0;
    }

    /// Sixty-five bytes: r, s and one byte for v.
    ///
    /// @param added to v: 4 in a Safe's signature of `eth_sign`
    Bytes bytes(int added) {
        return Bytes.concat(Word.of(r), Word.of(s), Bytes.of(new byte[] {(byte) (v + added)}));
    }

    /// Sixty-five bytes: r, s and one byte for v.
    public Bytes bytes() {
        return bytes(0);
    }
}
