package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.SalesClosed;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("Cover of a subject by one pool.")
public record SubjectInPool(
        long poolId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("Whether cover is sold now.") boolean open,
        Optional<SalesClosed> closedBecause,

        @Meaning("Most that one buyer is sold now; 0 while closed.")
        BigInteger capacity,

        @Meaning("Cover in force.") BigInteger sold,

        @Meaning("Most that the pool covers of one subject.")
        BigInteger limit,

        @Meaning("Of the cover, for 365 days; null where it would be above the ceiling.")
        Optional<Long> rateBps) {}
