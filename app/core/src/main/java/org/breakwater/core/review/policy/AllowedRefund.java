package org.breakwater.core.review.policy;

import java.math.BigInteger;
import java.time.Instant;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.Address;

/// Whom a Safe transaction may refund for its gas, and how much. Like code, it counts only after a while.
///
/// @param token zero for the chain's own currency
/// @param most units of the token for one transaction, at the gas limits that are signed
/// @param why in the person's words; at most {@link AllowedCode#MOST_WHY} characters
/// @param since when it was written down
public record AllowedRefund(Address receiver, Address token, BigInteger most, String why, Instant since) {

    /// Bits of an amount.
    private static final int MOST_BITS = 256;

    public AllowedRefund {
        if (most.signum() <= 0 || most.bitLength() > MOST_BITS) {
            throw new IllegalArgumentException("a refund is above zero and below 2^256");
        }
        if (why.isBlank() || why.length() > AllowedCode.MOST_WHY) {
            throw new IllegalArgumentException(
                    "why a refund is allowed is said in 1 to " + AllowedCode.MOST_WHY + " characters");
        }
    }

    public Instant from() {
        return since.plus(AllowedCode.COOL_DOWN);
    }

    public boolean counts(Instant now) {
        return !now.isBefore(from());
    }

    boolean isFor(Address other, Address otherToken) {
        return receiver.equals(other) && token.equals(otherToken);
    }

    ReviewPolicy.Refund refund() {
        return new ReviewPolicy.Refund(receiver, token, most);
    }
}
