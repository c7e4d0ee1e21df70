package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("The price of cover as the contracts would charge it in this block.")
public record Quote(
        long poolId,
        long subjectId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("Cover.") BigInteger amount,
        @Meaning("Seconds, from the purchase.") long duration,
        BigInteger premium,

        @Meaning("Of the cover, for 365 days: the sum of the parts, raised to the floor.")
        long rateBps,

        PremiumMode mode,
        @Meaning("By risk level.") long baseBps,
        @Meaning("By score.") long riskBps,
        @Meaning("By the share of capital in use.") long utilisationBps,
        @Meaning("By recent sales of the subject.") long surgeBps,
        BigInteger toPool,
        BigInteger toTreasury,
        @Meaning("0 without a distributor.") BigInteger toDistributor,

        @Meaning("Time of the block: a price holds for it alone, and moves by a little with each. Name the most you"
                + " pay.")
        long validUntil,

        @Meaning("Most cover that one buyer is sold now.") BigInteger capacity,

        @Meaning("If bought in this block: events before are not covered. Seconds since 1970.")
        long coveredFrom,

        @Meaning("Seconds since 1970.") long coveredUntil,
        @Meaning("Last time to claim, seconds since 1970.") long claimableUntil,
        long termsVersion,

        @Meaning("A contract that says who may buy; null where anybody may.")
        Optional<Address> gate,

        @Meaning("The transactions that buy it; null unless a holder and a proof of interest were named.")
        Optional<Purchase> purchase) {}
