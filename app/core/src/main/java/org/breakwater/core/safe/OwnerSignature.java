package org.breakwater.core.safe;

import java.util.Collection;
import java.util.Comparator;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// One owner's ECDSA signature over a Safe transaction's hash: r, s and v, sixty-five bytes.
public record OwnerSignature(Address owner, Bytes signature) {

    public static final int LENGTH = 65;

    public OwnerSignature {
        if (signature.length() != LENGTH) {
            throw new IllegalArgumentException("a signature has 65 bytes, not " + signature.length());
        }
    }

    /// The signatures as `execTransaction` wants them: one after the other, owners in ascending order.
    public static Bytes inOwnerOrder(Collection<OwnerSignature> signatures) {
        return Bytes.concat(signatures.stream()
                .sorted(Comparator.comparing(OwnerSignature::owner))
                .map(OwnerSignature::signature)
                .toArray(Bytes[]::new));
    }
}
