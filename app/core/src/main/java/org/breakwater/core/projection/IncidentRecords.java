package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.fact.IncidentFact.IncidentOpened;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.projection.view.Incident;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What is known of incidents.
///
/// @param open the open incident of a place, 0 when none
/// @param lastDecided the last incident that was decided there, either way
/// @param adapters bound for a place
/// @param lapsesOfCaller detections of an account that lapsed since the last that was confirmed
record IncidentRecords(
        Table<Long, Entry> incidents,
        Table<Long, Terms> terms,
        Table<Place, Long> open,
        Table<Place, Long> lastDecided,
        Table<Place, List<Address>> adapters,
        Table<Address, Long> lapsesOfCaller,
        Table<Place, Long> lapsesOfPlace) {

    /// @param rounds cases opened so far
    record Standing(IncidentState state, EscalationReason reason, long caseId, int rounds) {

        static final Standing DETECTED = new Standing(IncidentState.DETECTED, EscalationReason.NONE, 0, 0);
    }

    /// What readings said, or people decided.
    record Finding(int severityBps, long occurredAt) {}

    record Confirmation(Address secondAdapter, long at, long challengeEnds) {

        static final Confirmation NONE = new Confirmation(Address.ZERO, 0, 0);
    }

    /// Bonds that are held, assets.
    record Bonds(BigInteger detection, Address challenger, BigInteger challenge) {}

    record Decision(Route route, Hash32 reasonHash, long settlingAt, long claimsEnd) {

        static final Decision NONE = new Decision(Route.AUTOMATIC, Hash32.ZERO, 0, 0);
    }

    /// One incident.
    ///
    /// @param submitPausedBefore seconds for which submissions had been paused when settling started
    record Entry(
            IncidentOpened opened,
            long detectedAt,
            Standing standing,
            Finding finding,
            Confirmation confirmation,
            Bonds bonds,
            Decision decision,
            long reviewEnds,
            long submitPausedBefore) {

        static Entry of(IncidentOpened opened, long at) {
            return new Entry(
                    opened,
                    at,
                    Standing.DETECTED,
                    new Finding(
                            opened.observation().severityBps(),
                            opened.observation().occurredAt()),
                    Confirmation.NONE,
                    new Bonds(opened.bond(), Address.ZERO, BigInteger.ZERO),
                    Decision.NONE,
                    0,
                    0);
        }

        Place place() {
            return new Place(opened.poolId(), opened.subjectId());
        }

        Entry with(Standing changed) {
            return new Entry(
                    opened,
                    detectedAt,
                    changed,
                    finding,
                    confirmation,
                    bonds,
                    decision,
                    reviewEnds,
                    submitPausedBefore);
        }

        Entry with(Finding changed) {
            return new Entry(
                    opened,
                    detectedAt,
                    standing,
                    changed,
                    confirmation,
                    bonds,
                    decision,
                    reviewEnds,
                    submitPausedBefore);
        }

        Entry with(Confirmation changed) {
            return new Entry(
                    opened, detectedAt, standing, finding, changed, bonds, decision, reviewEnds, submitPausedBefore);
        }

        Entry with(Bonds changed) {
            return new Entry(
                    opened,
                    detectedAt,
                    standing,
                    finding,
                    confirmation,
                    changed,
                    decision,
                    reviewEnds,
                    submitPausedBefore);
        }

        Entry with(Decision changed) {
            return new Entry(
                    opened,
                    detectedAt,
                    standing,
                    finding,
                    confirmation,
                    bonds,
                    changed,
                    reviewEnds,
                    submitPausedBefore);
        }

        Entry reviewedUntil(long end) {
            return new Entry(
                    opened, detectedAt, standing, finding, confirmation, bonds, decision, end, submitPausedBefore);
        }

        Entry pausedBefore(long seconds) {
            return new Entry(opened, detectedAt, standing, finding, confirmation, bonds, decision, reviewEnds, seconds);
        }

        Incident view() {
            return new Incident(
                    opened.poolId(),
                    opened.subjectId(),
                    standing.state(),
                    standing.reason(),
                    decision.route(),
                    finding.severityBps(),
                    finding.occurredAt(),
                    detectedAt,
                    confirmation.at(),
                    opened.lapsesAt(),
                    confirmation.challengeEnds(),
                    decision.settlingAt(),
                    decision.claimsEnd(),
                    reviewEnds,
                    standing.rounds(),
                    opened.detector(),
                    opened.adapter(),
                    confirmation.secondAdapter(),
                    opened.affectedCover(),
                    opened.cap(),
                    bonds.detection(),
                    bonds.challenger(),
                    bonds.challenge(),
                    standing.caseId(),
                    decision.reasonHash());
        }
    }

    static IncidentRecords in(Journal journal) {
        return new IncidentRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    IncidentRecords frozen() {
        return new IncidentRecords(
                incidents.frozen(),
                terms.frozen(),
                open.frozen(),
                lastDecided.frozen(),
                adapters.frozen(),
                lapsesOfCaller.frozen(),
                lapsesOfPlace.frozen());
    }

    Entry incident(long incidentId) {
        return incidents.require(incidentId, () -> "incident " + incidentId + " was never detected");
    }

    Terms termsOf(long incidentId) {
        return terms.require(incidentId, () -> "the terms of incident " + incidentId + " were never pinned");
    }

    boolean isOpen(Place place) {
        return open.get(place, 0L) != 0;
    }
}
