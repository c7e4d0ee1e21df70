package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("Where the treasury puts assets.")
public record TreasuryVenue(
        Address venue,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("Put in and not yet recalled.") BigInteger principal,
        @Meaning("By the venue's own word.") BigInteger worth,
        @Meaning("Of treasury assets in that token.") int capBps,
        @Meaning("Seconds; 0 where it pays at once.") long exitDelay,
        boolean selfReported,
        boolean closed) {}
