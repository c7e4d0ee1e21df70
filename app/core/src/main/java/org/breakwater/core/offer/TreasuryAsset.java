package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("The treasury in one asset.")
public record TreasuryAsset(
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("At hand.") BigInteger liquid,
        @Meaning("In venues, by their own word.") BigInteger deployed,
        @Meaning("What the pools are short of.") BigInteger liabilities,

        @Meaning("(liquid + deployed) / liabilities; null where there are none.")
        Optional<Long> coverageBps,

        int largestVenueBps,
        @Meaning("Share whose worth is a venue's own word.") int selfReportedBps,
        PegState peg,

        @Meaning("Time of the feed's answer, seconds since 1970.")
        Optional<Long> pricedAt) {}
