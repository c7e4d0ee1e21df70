package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.keeping.Readings.Reading;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// The calls that ask adapters whether something that is covered was lost: about what a watch found, and with every
/// report that was handed in. The adapters' own rules decide on both.
public final class Detections {

    private final Known known;
    private final Readings readings;

    private Detections(Known known, List<Report> reports) {
        this.known = known;
        this.readings = new Readings(known.view().upkeep(), reports);
    }

    /// Nothing for a subject whose incident is open already.
    ///
    /// @param reports that signers gave
    /// @param watch what readings of the covered contracts say
    public static List<DueAction> of(Known known, List<Report> reports, List<Anomaly> watch) {
        var found = new Detections(known, reports);
        return Stream.concat(watch.stream().flatMap(found::seen), found.reported())
                .toList();
    }

    private Stream<DueAction> seen(Anomaly anomaly) {
        if (isOpen(anomaly.poolId(), anomaly.subjectId())) {
            return Stream.empty();
        }
        return anomaly.isFirstReading()
                ? Stream.of(action(
                        anomaly.subjectId(),
                        UpkeepCalls.breach(anomaly.adapter(), anomaly.subjectId()),
                        "Have a breach of subject " + anomaly.subjectId() + " recorded",
                        anomaly.sentence()))
                : detect(anomaly.poolId(), anomaly.subjectId(), anomaly.adapter(), Bytes.EMPTY, anomaly.sentence());
    }

    private Stream<DueAction> reported() {
        return readings.upkeep().adapters().stream()
                .filter(bound -> bound.takesReports() && !isOpen(bound.poolId(), bound.subjectId()))
                .flatMap(readings::of)
                .flatMap(this::reported);
    }

    private Stream<DueAction> reported(Reading reading) {
        return detect(
                reading.poolId(),
                reading.subjectId(),
                reading.adapter(),
                reading.data(),
                "A report of its signers was handed in.");
    }

    private boolean isOpen(long poolId, long subjectId) {
        return readings.upkeep().openIncident(poolId, subjectId).isPresent();
    }

    private Stream<DueAction> detect(long poolId, long subjectId, Address adapter, Bytes data, String why) {
        return known.view().module(ModuleName.INCIDENTS).stream()
                .map(incidents -> action(
                        subjectId,
                        UpkeepCalls.detect(incidents, poolId, subjectId, adapter, data),
                        "Detect an incident of subject " + subjectId + " in pool " + poolId,
                        why));
    }

    private DueAction action(long subjectId, AccountCall call, String what, String why) {
        var due = new Due(
                Task.DETECT_INCIDENT,
                Area.CLAIMS,
                BigInteger.valueOf(subjectId),
                Optional.empty(),
                known.time(),
                Optional.empty());
        return new DueAction(due, call, what, why, false);
    }
}
