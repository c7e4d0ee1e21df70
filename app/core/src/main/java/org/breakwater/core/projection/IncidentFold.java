package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.IncidentRecords.Bonds;
import org.breakwater.core.projection.IncidentRecords.Confirmation;
import org.breakwater.core.projection.IncidentRecords.Decision;
import org.breakwater.core.projection.IncidentRecords.Entry;
import org.breakwater.core.projection.IncidentRecords.Finding;
import org.breakwater.core.projection.IncidentRecords.Standing;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Address;

/// Folds incidents.
record IncidentFold(IncidentRecords records, GuardianRecords guardian, EscrowFold escrow) {

    void apply(IncidentFact fact, LoggedFact logged) {
        var desk = logged.contract();
        var at = logged.time();
        switch (fact) {
            case IncidentFact.AdapterBound bound -> bound(bound);
            case IncidentFact.TermsPinned pinned -> records.terms().put(pinned.incidentId(), pinned.terms());
            case IncidentFact.IncidentOpened opened -> opened(desk, opened, at);
            case IncidentFact.IncidentConfirmed confirmed -> confirmed(confirmed, at);
            case IncidentFact.IncidentStateChanged changed -> moved(changed);
            // The escalation that follows says so itself.
            case IncidentFact.IncidentContested _ -> {}
            case IncidentFact.IncidentRejected rejected ->
                change(
                        rejected.incidentId(),
                        entry -> entry.with(new Decision(
                                rejected.route(),
                                rejected.reasonHash(),
                                entry.decision().settlingAt(),
                                0)));
            case IncidentFact.Challenged challenged -> challenged(desk, challenged);
            case IncidentFact.SettlingStarted started -> settling(started, at);
            case IncidentFact.ReviewStarted review ->
                change(review.incidentId(), entry -> entry.reviewedUntil(review.reviewEnds()));
            case IncidentFact.BondReturned returned -> {
                bondGone(returned.incidentId());
                escrow.leave(desk, pool(returned.incidentId()), returned.amount());
            }
            case IncidentFact.BondForfeited forfeited -> {
                bondGone(forfeited.incidentId());
                escrow.forfeit(desk, pool(forfeited.incidentId()), forfeited.amount());
            }
            // The pool says when it does.
            case IncidentFact.ReleaseDeferred _ -> {}
        }
    }

    private void bound(IncidentFact.AdapterBound bound) {
        var place = new Place(bound.poolId(), bound.subjectId());
        var adapters = new ArrayList<>(records.adapters().get(place, List.of()));
        adapters.remove(bound.adapter());
        if (bound.bound()) {
            adapters.add(bound.adapter());
        }
        records.adapters().put(place, List.copyOf(adapters));
    }

    private void opened(Address desk, IncidentFact.IncidentOpened opened, long at) {
        var entry = Entry.of(opened, at);
        records.incidents().put(opened.incidentId(), entry);
        records.open().put(entry.place(), opened.incidentId());
        escrow.enter(desk, opened.poolId(), opened.bond());
    }

    /// Of two severities the lower one counts; an alarm has none.
    private void confirmed(IncidentFact.IncidentConfirmed confirmed, long at) {
        var first = records.incident(confirmed.incidentId());
        var severity = first.finding().severityBps();
        var second = confirmed.observation().severityBps();
        var counted = severity == 0 ? second : Math.min(severity, second);
        change(
                confirmed.incidentId(),
                entry -> entry.with(new Finding(counted, entry.finding().occurredAt()))
                        .with(new Confirmation(confirmed.adapter(), at, confirmed.challengeEnds())));
        records.lapsesOfCaller().put(first.opened().detector(), 0L);
        records.lapsesOfPlace().put(first.place(), 0L);
    }

    private void moved(IncidentFact.IncidentStateChanged changed) {
        change(changed.incidentId(), entry -> {
            var rounds = entry.standing().rounds() + (changed.to() == IncidentState.ESCALATED ? 1 : 0);
            return entry.with(new Standing(changed.to(), changed.reason(), changed.caseId(), rounds));
        });
        var entry = records.incident(changed.incidentId());
        switch (changed.to()) {
            case LAPSED -> {
                records.open().put(entry.place(), 0L);
                records.lapsesOfCaller().change(entry.opened().detector(), 0L, lapses -> lapses + 1);
                records.lapsesOfPlace().change(entry.place(), 0L, lapses -> lapses + 1);
            }
            case REJECTED, CLOSED -> {
                records.open().put(entry.place(), 0L);
                records.lastDecided().put(entry.place(), changed.incidentId());
            }
            case NONE, DETECTED, CONFIRMED, ESCALATED, COUNCIL_REVIEW, SETTLING -> {}
        }
    }

    private void challenged(Address desk, IncidentFact.Challenged challenged) {
        change(
                challenged.incidentId(),
                entry -> entry.with(new Bonds(entry.bonds().detection(), challenged.by(), challenged.bond())));
        escrow.enter(desk, pool(challenged.incidentId()), challenged.bond());
    }

    private void settling(IncidentFact.SettlingStarted started, long at) {
        var poolId = pool(started.incidentId());
        var paused = guardian.pausedSeconds(PauseScope.SUBMIT, poolId, at);
        change(
                started.incidentId(),
                entry -> entry.with(new Finding(started.severityBps(), started.occurredAt()))
                        .with(new Decision(started.route(), started.reasonHash(), at, started.claimsEnd()))
                        .pausedBefore(paused));
    }

    /// An incident is challenged only when it is confirmed, and then the bond of its detection is gone: never both are
    /// held.
    private void bondGone(long incidentId) {
        change(incidentId, entry -> {
            var bonds = entry.bonds();
            return entry.with(
                    bonds.detection().signum() != 0
                            ? new Bonds(BigInteger.ZERO, bonds.challenger(), bonds.challenge())
                            : new Bonds(BigInteger.ZERO, bonds.challenger(), BigInteger.ZERO));
        });
    }

    private long pool(long incidentId) {
        return records.incident(incidentId).opened().poolId();
    }

    private void change(long incidentId, UnaryOperator<Entry> change) {
        records.incidents().change(incidentId, () -> "incident " + incidentId + " was never detected", change);
    }
}
