package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;

@Meaning("A change of a parameter that was proposed.")
public record PendingChange(
        long changeId,
        @Meaning("`everywhere`, or as in `pool 3`.") String scope,
        @Meaning("It would have.") BigInteger value,

        @Meaning("Can be executed from then on, seconds since 1970.")
        long eta,

        @Meaning("And until then.") long expiry,
        boolean byDao) {}
