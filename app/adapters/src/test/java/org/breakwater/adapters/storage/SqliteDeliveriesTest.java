package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.breakwater.core.delivery.Deliveries;
import org.breakwater.core.delivery.Deliveries.Refusal;
import org.breakwater.core.delivery.Progress;
import org.breakwater.core.delivery.Progress.Failure;
import org.breakwater.core.delivery.Progress.Held;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeliveriesTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.123Z");

    @TempDir
    private Path folder;

    private SqliteDeliveries open() throws ProblemException {
        return SqliteDeliveries.open(folder.resolve("deliveries.sqlite"));
    }

    @Test
    void howFarEachTargetIsOutlivesTheProgram() throws Exception {
        var waiting = new Progress(
                3,
                17,
                "4/RAISED/1/solvency, “odd” ",
                List.of(new Held(11, 4), new Held(16, 9)),
                Set.of(4L, 9L, 12L),
                Optional.of(new Failure(NOON, 12, "It answers with 500.")),
                2,
                "It answers with 400.",
                Optional.of(NOON.minusSeconds(9)));
        try (var deliveries = open()) {
            assertThat(deliveries.of("a")).isEmpty();
            deliveries.keep("a", Progress.NONE);
            deliveries.keep("b", Progress.NONE);
            deliveries.keep("a", waiting);
        }
        try (var deliveries = open()) {
            assertThat(deliveries.of("a")).contains(waiting);
            assertThat(deliveries.of("b")).contains(Progress.NONE);
        }
    }

    @Test
    void theNewestRefusalsAreKeptEachOnce() throws Exception {
        try (var deliveries = open()) {
            deliveries.refused("b", List.of(new Refusal(1, NOON, "No.")));
            deliveries.refused("a", List.of(new Refusal(1, NOON, "No."), new Refusal(2, NOON, "No.")));
            deliveries.refused("a", List.of(new Refusal(2, NOON, "Never.")));
            assertThat(deliveries.refusals("a", 10))
                    .containsExactly(new Refusal(2, NOON, "Never."), new Refusal(1, NOON, "No."));
            deliveries.refused(
                    "a",
                    LongStream.rangeClosed(3, Deliveries.MOST_REFUSALS + 5L)
                            .mapToObj(sequence -> new Refusal(sequence, NOON, "No."))
                            .toList());
            assertThat(deliveries.refusals("a", 5_000))
                    .hasSize(Deliveries.MOST_REFUSALS)
                    .last()
                    .isEqualTo(new Refusal(6, NOON, "No."));
            assertThat(deliveries.refusals("b", 10)).hasSize(1);
        }
    }

    @Test
    void twoProgramsDoNotDeliverTheSame() throws Exception {
        try (var first = open()) {
            first.keep("a", Progress.NONE);
            assertThatThrownBy(this::open)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Another Breakwater keeps the deliveries of alerts");
        }
    }
}
