package org.breakwater.adapters.outlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.breakwater.adapters.openmetrics.OpenMetricsGrammar;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.Outlets.Wanted;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Everything that a monitor's findings go through, in the real: a program as a target, figures over HTTP.
@Timeout(60)
class MonitorOutletsTest {

    @TempDir
    private Path folder;

    private final List<AlertChange> log = Collections.synchronizedList(new ArrayList<>());
    private final MonitorOutlets outlets = new MonitorOutlets(Map.of("PATH", "/usr/bin:/bin"), InstantSource.system());

    private void add() {
        log.add(new AlertChange(
                log.size() + 1L,
                log.size() + 1L,
                "solvency",
                Phase.RAISED,
                new Alert(Severity.HOLD, new Alert.Subject.Treasury(), "The treasury is thin", ""),
                List.of(),
                Optional.empty(),
                Instant.EPOCH,
                false));
    }

    private List<AlertChange> after(long sequence, int most) {
        synchronized (log) {
            return log.stream().skip(sequence).limit(most).toList();
        }
    }

    private Wanted wanted(String rule) throws IOException {
        var program = folder.resolve("hook");
        Files.writeString(
                program,
                "#!/bin/sh\ncat >> '" + folder.resolve("seen") + "'; echo >> '" + folder.resolve("seen") + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var targets = folder.resolve("targets.json");
        Files.writeString(targets, """
            {"format": "breakwater-targets/1", "targets":
              [{"name": "hook", "kind": "command", "command": ["%s"], "rules": ["%s"]}]}
            """.formatted(program, rule));
        return new Wanted(
                Optional.of(targets.toString()),
                OptionalInt.of(0),
                folder.resolve("deliveries.sqlite").toString(),
                Set.of("solvency"));
    }

    private List<String> seen() throws IOException {
        var file = folder.resolve("seen");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void changesReachATargetOverARestartAndFiguresSaySo() throws Exception {
        try (var open = outlets.open(wanted("solvency"), this::after, MonitorReading::nothing)) {
            add();
            add();
            assertThat(open.settle(Duration.ofSeconds(30))).isTrue();
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(open.figures().orElseThrow()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(OpenMetricsGrammar.read(answer.body()))
                    .containsEntry("breakwater_delivery_through{target=hook}", new BigDecimal(2))
                    .containsEntry("breakwater_delivery_well{target=hook}", BigDecimal.ONE);
        }
        add();
        try (var open = outlets.open(wanted("solvency"), this::after, MonitorReading::nothing)) {
            assertThat(open.settle(Duration.ofSeconds(30))).isTrue();
        }

        var sequences = seen().stream()
                .flatMap(line -> StreamSupport.stream(
                        new JsonMapper().readTree(line).get("changes").spliterator(), false))
                .map(change -> change.get("sequence").asLong());
        assertThat(sequences).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatCannotBeOpenedLeavesNothingOpen() throws Exception {
        var wrong = wanted("solvensy");
        assertThatThrownBy(() -> outlets.open(wrong, this::after, MonitorReading::nothing))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("takes the rule “solvensy”, which no rule file has");
        try (var first = outlets.open(wanted("solvency"), this::after, MonitorReading::nothing)) {
            var port = URI.create(first.figures().orElseThrow()).getPort();
            var taken = new Wanted(
                    wrong.targets(),
                    OptionalInt.of(port),
                    folder.resolve("other.sqlite").toString(),
                    Set.of("solvensy"));
            Files.writeString(
                    Path.of(wrong.targets().orElseThrow()),
                    Files.readString(Path.of(wrong.targets().orElseThrow())).replace("\"solvency\"", "\"solvensy\""));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> outlets.open(taken, this::after, MonitorReading::nothing))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("cannot be offered at port");
            }
        }
    }
}
