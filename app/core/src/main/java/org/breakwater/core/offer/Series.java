package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

@Meaning("Parametric cover in small units, which are ERC-1155 tokens.")
public record Series(
        @Meaning("Also the number of the token.") BigInteger seriesId,
        long poolId,
        long subjectId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        SeriesState state,
        @Meaning("Which says what happened.") Address adapter,
        @Meaning("Seconds since 1970.") long salesEnd,
        @Meaning("Seconds since 1970.") long eventEnd,

        @Meaning("Seconds since 1970; null before settling.")
        Optional<Long> redeemBy,

        @Meaning("Of a unit at full severity.") BigInteger unitPayout,
        @Meaning("Of a unit, as settled.") BigInteger unitPaid,
        @Meaning("As settled.") int severityBps,
        BigInteger maxUnits,
        BigInteger unitsSold,
        BigInteger unitsRedeemed,
        BigInteger premiumCollected,
        Hash32 termsHash) {}
