package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("An event that hit a subject, from its detection to its end.")
public record Incident(
        long incidentId,
        long poolId,
        long subjectId,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        IncidentState state,

        @Meaning("Why people decide; NONE where they do not.")
        EscalationReason reason,

        Route route,

        @Meaning("Share of what is insured that was lost; 0 while not known.")
        int severityBps,

        @Meaning("Seconds since 1970.") Optional<Long> occurredAt,
        @Meaning("Seconds since 1970.") long detectedAt,
        @Meaning("Seconds since 1970.") Optional<Long> confirmedAt,
        @Meaning("Seconds since 1970.") Optional<Long> settlingAt,
        @Meaning("Most that could be asked for.") BigInteger affectedCover,

        @Meaning("Set aside for it, with what the treasury adds.")
        BigInteger reserve,

        @Meaning("By its claims.") BigInteger requested,
        BigInteger approved,
        BigInteger paid,
        long claims,
        long openClaims,
        Address detector,
        @Meaning("Those that observed it.") List<Address> adapters,
        @Meaning("Of the tribunal.") Optional<Long> caseId,
        @Meaning("Those that lie ahead, earliest first.") List<DeadlineAhead> deadlines) {

    public Incident {
        adapters = List.copyOf(adapters);
        deadlines = List.copyOf(deadlines);
    }
}
