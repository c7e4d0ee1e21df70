package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.core.watch.WatchMemory;
import org.breakwater.core.watch.WatchMemory.Looked;
import org.breakwater.core.watch.WatchMemory.Pending;
import org.breakwater.core.watch.WatchMemory.Point;
import org.breakwater.core.watch.WatchStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a monitor tells, on the disk.
class SqliteAlertsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123Z");
    private static final BlockRef BLOCK = new BlockRef(7, Keccak.hash("7"), Instant.parse("2026-11-29T11:59:58Z"));
    private static final List<Evidence> EVIDENCE = List.of(new Evidence("solvency", "98.00 %", "IRiskPool.capital"));

    @TempDir
    private Path folder;

    private SqliteAlerts open() throws ProblemException {
        return SqliteAlerts.open(folder.resolve("alerts.sqlite"));
    }

    private static AlertChange change(long sequence, long alert, Phase phase, Subject about) {
        return new AlertChange(
                sequence,
                alert,
                "thin",
                phase,
                new Alert(Severity.HOLD, about, "A pool is thin: “one”", "It has 98 %"),
                EVIDENCE,
                phase == Phase.ACKNOWLEDGED ? Optional.empty() : Optional.of(BLOCK),
                NOW,
                alert % 3 == 0);
    }

    private static StandingAlert standing(long alert, Subject about) {
        return new StandingAlert(
                alert,
                "thin|" + alert,
                "thin",
                alert % 2 == 0,
                new Alert(Severity.NOTE, about, "sentence", "detail"),
                EVIDENCE,
                Optional.of(BLOCK),
                NOW,
                alert % 2 == 0 ? Optional.of(BLOCK.time()) : Optional.empty(),
                alert % 3 == 0);
    }

    private static WatchMemory memory(long sequence, long alerts, StandingAlert... standing) {
        var byKey = new LinkedHashMap<String, StandingAlert>();
        for (var each : standing) {
            byKey.put(each.key(), each);
        }
        return new WatchMemory(
                Optional.of(new Looked(BLOCK, 3)),
                byKey,
                Map.of("thin|9", new Pending(5, NOW)),
                Map.of("paused|1", 6L),
                List.of(new Point(
                        "fall|protocol", BLOCK, BigInteger.TWO.pow(200).negate())),
                Map.of("safe", "owners"),
                sequence,
                alerts);
    }

    @Test
    void whatWasWrittenIsRememberedByTheNextProgram() throws Exception {
        var memory = memory(2, 2, standing(1, new Subject.Pool(1)), standing(2, new Subject.Endpoint("http://a:1")));
        try (var store = open()) {
            assertThat(store.memory()).isEqualTo(WatchMemory.EMPTY);
            store.write(new WatchStep(
                    memory,
                    List.of(
                            change(1, 1, Phase.RAISED, new Subject.Pool(1)),
                            change(2, 2, Phase.ACKNOWLEDGED, new Subject.Safe(Address.ZERO)))));
        }
        try (var store = open()) {
            assertThat(store.memory()).isEqualTo(memory);
            assertThat(store.after(0, 10))
                    .containsExactly(
                            change(1, 1, Phase.RAISED, new Subject.Pool(1)),
                            change(2, 2, Phase.ACKNOWLEDGED, new Subject.Safe(Address.ZERO)));
            assertThat(store.after(1, 10)).hasSize(1);
            assertThat(store.newest(0, 1)).extracting(AlertChange::sequence).containsExactly(2L);

            var less = memory(3, 2, standing(2, new Subject.Endpoint("http://b:1")));
            store.write(new WatchStep(less, List.of(change(3, 1, Phase.CLEARED, new Subject.Pool(1)))));
        }
        try (var store = open()) {
            assertThat(store.memory().alerts()).containsExactly(standing(2, new Subject.Endpoint("http://b:1")));
        }
    }

    @Test
    void aStepThatCannotBeWrittenLeavesNothing() throws Exception {
        try (var store = open()) {
            store.write(new WatchStep(memory(1, 1), List.of(change(1, 1, Phase.RAISED, new Subject.Pool(1)))));
            var before = store.memory();
            var again = new WatchStep(
                    memory(2, 2, standing(1, new Subject.Pool(1))),
                    List.of(
                            change(2, 2, Phase.RAISED, new Subject.Pool(1)),
                            change(1, 1, Phase.RAISED, new Subject.Pool(1))));

            assertThatThrownBy(() -> store.write(again)).isInstanceOf(ProblemException.class);

            assertThat(store.memory()).isEqualTo(before);
            assertThat(store.after(0, 10)).hasSize(1);
        }
        try (var store = open()) {
            assertThat(store.memory().lastSequence()).isOne();
        }
    }

    @Test
    void theOldestChangesOfWhatIsClearedAreForgottenAndTheirNumbersNotUsedAgain() throws Exception {
        var extra = 3;
        try (var store = open()) {
            var changes = new ArrayList<AlertChange>();
            var stands = standing(1, new Subject.Pool(1));
            for (int i = 1; i <= AlertStore.MOST_CHANGES + extra; i++) {
                changes.add(change(i, i, i == 1 ? Phase.RAISED : Phase.CLEARED, new Subject.Pool(1)));
            }
            var last = (long) AlertStore.MOST_CHANGES + extra;
            store.write(new WatchStep(memory(last, last, stands), changes));

            assertThat(store.count()).isEqualTo(AlertStore.MOST_CHANGES + 1);
            assertThat(store.after(0, 2)).extracting(AlertChange::sequence).containsExactly(1L, extra + 1L);
        }
        try (var store = open()) {
            assertThat(store.memory().lastSequence()).isEqualTo(AlertStore.MOST_CHANGES + extra);
        }
    }

    @Test
    void aSecondProgramIsToldThatTheFirstKeepsTheAlerts() throws Exception {
        try (var store = open()) {
            assertThat(store.count()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().happened()).contains("keeps the alerts"));
        }
    }
}
