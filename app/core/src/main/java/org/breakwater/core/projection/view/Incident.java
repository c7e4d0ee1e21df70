package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// One event that hit one subject of one pool (`IIncidents.Incident`).
///
/// @param severityBps share of the insured amount lost; of the first reading (0: not yet known), the lower of two, then
/// as
///     decided
/// @param cap reserve in the pool at detection, without any backstop, assets
/// @param claimsEnd last time to submit a claim, set when settling starts; pauses lengthen it
/// @param rounds cases opened so far
/// @param detectionBond held, assets
/// @param challengeBond held, assets
public record Incident(
        long poolId,
        long subjectId,
        IncidentState state,
        EscalationReason reason,
        Route route,
        int severityBps,
        long occurredAt,
        long detectedAt,
        long confirmedAt,
        long lapsesAt,
        long challengeEnds,
        long settlingAt,
        long claimsEnd,
        long reviewEnds,
        int rounds,
        Address detector,
        Address firstAdapter,
        Address secondAdapter,
        BigInteger affectedCover,
        BigInteger cap,
        BigInteger detectionBond,
        Address challenger,
        BigInteger challengeBond,
        long caseId,
        Hash32 decisionReasonHash) {}
