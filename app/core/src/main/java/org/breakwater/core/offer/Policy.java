package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

@Meaning("A policy, which is an ERC-721 token.")
public record Policy(
        @Meaning("Also the number of the token.") BigInteger policyId,
        Address holder,
        @Meaning("At the time of the block.") PolicyState state,
        long poolId,
        long subjectId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("Cover as it was sold.") BigInteger amount,
        @Meaning("Paid on it so far.") BigInteger paid,
        @Meaning("Cover that is left; 0 once it is over.") BigInteger remaining,
        BigInteger premium,
        @Meaning("Of the cover, for 365 days.") long rateBps,
        @Meaning("Seconds since 1970.") long boughtAt,

        @Meaning("Earlier events are not covered. Seconds since 1970.")
        long coveredFrom,

        @Meaning("Seconds since 1970.") long coveredUntil,
        @Meaning("Seconds since 1970.") long claimableUntil,
        long termsVersion,
        Optional<Address> distributor,
        Hash32 proofOfInterestHash,

        @Meaning("Number of the claim on it that is not over.")
        Optional<Long> openClaim) {}
