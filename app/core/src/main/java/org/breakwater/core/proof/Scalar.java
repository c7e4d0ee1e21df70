package org.breakwater.core.proof;

import java.math.BigInteger;
import org.breakwater.core.value.Bytes;

/// Whole numbers as chains encode them: the most significant byte first, no leading zeros, zero as no bytes.
final class Scalar {

    private Scalar() {}

    static Bytes of(long number) {
        return of(BigInteger.valueOf(number));
    }

    static Bytes of(BigInteger number) {
        var bytes = Bytes.of(number.toByteArray());
        var sign = bytes.at(0) == 0 ? 1 : 0;
        return bytes.slice(sign, bytes.length());
    }

    static boolean isCanonical(Bytes written) {
        return written.isEmpty() || written.at(0) != 0;
    }
}
