package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("Cover of one account through an integrator, a vault or wallet that switches it on.")
public record IntegratedCover(
        BigInteger coverId,
        Address integrator,
        Address account,
        long poolId,
        long subjectId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("What the integrator says the account holds.")
        BigInteger reported,

        @Meaning("What premium is paid for now.") BigInteger insured,

        @Meaning("What an event now would find covered: insured and paid for all through the waiting period.")
        BigInteger inForce,

        @Meaning("Paid on it so far.") BigInteger paid,
        @Meaning("Assets × 10^18.") BigInteger premiumPerSecond,

        @Meaning("Seconds that an increase waits, rounded up to whole days.")
        long waiting,

        @Meaning("Continuously covered since; null while not covered.")
        Optional<Long> since,

        @Meaning("Null while covered.") Optional<Long> endedAt,
        @Meaning("Whether the integrator pays for it now.") boolean funded,

        @Meaning("When what the integrator has prepaid is used up at the rate of now; null where that is not in sight.")
        Optional<Long> fundedUntil) {}
