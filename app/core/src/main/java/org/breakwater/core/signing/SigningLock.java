package org.breakwater.core.signing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// That a transaction is not to be signed here, until a person says otherwise.
///
/// @param hash of the Safe transaction
/// @param why what was seen
/// @param lift who ended it, if somebody did
public record SigningLock(
        BigInteger chainId,
        Address safe,
        BigInteger nonce,
        Hash32 hash,
        Instant since,
        String why,
        Optional<Lift> lift) {

    /// The end of a lock.
    ///
    /// @param why in the person's words
    public record Lift(Instant at, String why) {

        public Lift {
            if (why.isBlank()) {
                throw new IllegalArgumentException("whoever lifts a lock says why");
            }
        }
    }

    public boolean isClosed() {
        return lift.isEmpty();
    }
}
