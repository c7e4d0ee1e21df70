package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("What one cover is owed for one incident.")
public record Claim(
        long claimId,
        long incidentId,

        @Meaning("A policy, or the cover of an account, whose number has its top bit set.")
        BigInteger coverId,

        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("Of the cover now.") Address holder,
        Address claimant,
        Address payTo,
        ClaimState state,
        Route route,
        EscalationReason reason,
        BigInteger requested,
        @Meaning("Before pro rata.") BigInteger approved,
        BigInteger paid,
        @Meaning("What a payment in this block would send.") BigInteger dueNow,
        @Meaning("0 while nothing is due.") int proRataBps,

        @Meaning("Whether it waits for room in the pool's daily limit of payments. It does not run out meanwhile.")
        boolean waitsForWindow,

        @Meaning("Seconds since 1970.") long submittedAt,
        @Meaning("Seconds since 1970.") Optional<Long> decidedAt,
        @Meaning("Earliest payment, seconds since 1970.") Optional<Long> payableAt,
        @Meaning("Last payment, seconds since 1970.") Optional<Long> redeemBy,
        @Meaning("Pieces.") long evidence,
        @Meaning("Of the tribunal.") Optional<Long> caseId,
        @Meaning("Those that lie ahead, earliest first.") List<DeadlineAhead> deadlines) {

    public Claim {
        deadlines = List.copyOf(deadlines);
    }
}
