package org.breakwater.adapters.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertChanges;

/// Changes of alerts, the same at every call.
final class SampleChanges implements AlertChanges {

    static final Instant TIME = Instant.parse("2026-09-21T13:33:20Z");

    private final List<AlertChange> changes = new ArrayList<>();

    static AlertChange change(long sequence, String sentence, String detail, List<Evidence> evidence) {
        return new AlertChange(
                sequence,
                1 + sequence % 3,
                "solvency",
                Phase.RAISED,
                new Alert(Severity.HOLD, new Alert.Subject.Pool(2), sentence, detail),
                evidence,
                Optional.of(new BlockRef(19_004_211, Hash32.ZERO, TIME)),
                TIME,
                false);
    }

    static AlertChange change(long sequence) {
        return change(
                sequence,
                "Bridges has 98.4 % of its minimum capital",
                "Under 100 % it sells no cover",
                List.of(new Evidence("solvency", "98.40 %", "RiskPool.solvencyBps()")));
    }

    void add() {
        changes.add(change(changes.size() + 1L));
    }

    List<AlertChange> all() {
        return List.copyOf(changes);
    }

    @Override
    public List<AlertChange> after(long sequence, int most) {
        return changes.stream().skip(sequence).limit(most).toList();
    }
}
