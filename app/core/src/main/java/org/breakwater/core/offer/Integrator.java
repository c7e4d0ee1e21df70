package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.Enrolment;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

@Meaning("A wallet, exchange or vault that covers its accounts.")
public record Integrator(
        Address integrator,
        long poolId,
        long subjectId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("How its accounts come to be covered.") Enrolment enrolment,
        boolean active,
        @Meaning("Of all accounts.") BigInteger insured,
        @Meaning("That it ever named.") long accounts,
        @Meaning("Left when premium was charged last.") BigInteger prepaid,
        @Meaning("Of all accounts, assets × 10^18.") BigInteger premiumPerSecond,
        @Meaning("Seconds.") long waiting,

        @Meaning("When what is prepaid is, or was, used up; null where that is not in sight. Seconds since 1970.")
        Optional<Long> fundedUntil,

        Hash32 metadataHash) {}
