package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What Incidents says.
public sealed interface IncidentFact extends ProtocolFact {

    record AdapterBound(long poolId, long subjectId, Address adapter, boolean bound) implements IncidentFact {}

    record IncidentOpened(
            long incidentId,
            long poolId,
            long subjectId,
            Address adapter,
            Address detector,
            BigInteger affectedCover,
            BigInteger cap,
            BigInteger bond,
            long lapsesAt,
            Observation observation)
            implements IncidentFact {}

    record TermsPinned(long incidentId, Terms terms) implements IncidentFact {}

    record IncidentConfirmed(long incidentId, Address adapter, Address by, long challengeEnds, Observation observation)
            implements IncidentFact {}

    record IncidentStateChanged(
            long incidentId, IncidentState from, IncidentState to, EscalationReason reason, long caseId)
            implements IncidentFact {}

    record IncidentContested(long incidentId, Address adapter, Observation observation) implements IncidentFact {}

    record IncidentRejected(long incidentId, Route route, Hash32 reasonHash) implements IncidentFact {}

    record Challenged(long incidentId, Address by, BigInteger bond, Hash32 reasonHash) implements IncidentFact {}

    record SettlingStarted(
            long incidentId, Route route, long occurredAt, int severityBps, long claimsEnd, Hash32 reasonHash)
            implements IncidentFact {}

    record ReviewStarted(long incidentId, CaseOutcome why, long reviewEnds) implements IncidentFact {}

    record BondReturned(long incidentId, Address to, BigInteger amount) implements IncidentFact {}

    record BondForfeited(long incidentId, Address from, BigInteger amount) implements IncidentFact {}

    /// The pool could not release the reserve just then.
    record ReleaseDeferred(long incidentId) implements IncidentFact {}

    /// Parameters as they stood at detection: no later change touches the incident or its claims.
    ///
    /// @param pauseMax seconds by which pauses can delay any one claim in all
    /// @param deductibleBps of the loss
    /// @param firstTrancheBps of what is approved
    record Terms(
            RiskKind kind,
            long confirmDelay,
            long challengeWindow,
            long claimWindow,
            long redemptionWindow,
            long coolDown,
            long reviewPeriod,
            long pauseMax,
            int deductibleBps,
            int firstTrancheBps,
            BigInteger autoLimitClaim,
            BigInteger autoLimitIncident,
            BigInteger claimDeposit,
            BigInteger challengeBond) {}
}
