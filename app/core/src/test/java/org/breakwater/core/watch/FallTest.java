package org.breakwater.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.rule.MetricScope;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Heading;
import org.breakwater.core.watch.rule.Rule.Patience;
import org.breakwater.core.watch.rule.Rule.Side;
import org.junit.jupiter.api.Test;

/// A figure that falls from its highest within an hour.
class FallTest {

    private static final Instant START = Instant.parse("2026-11-29T00:00:00Z");
    private static final Rule.Change RULE = new Rule.Change(
            new Heading("fall", Optional.of(Severity.HOLD), "It falls", new TreeSet<>(), new Patience.None()),
            MetricKind.OWN_FUNDS,
            new MetricScope.Only(new Metric.Scope.Protocol()),
            Side.BELOW,
            Duration.ofHours(1),
            BigInteger.valueOf(500),
            BigInteger.valueOf(200));

    private WatchMemory memory = WatchMemory.EMPTY;

    private List<Phase> look(long minute, long value) {
        var block = new BlockRef(minute, Keccak.hash("block " + minute), START.plusSeconds(60 * minute));
        var metric = new Metric(
                MetricKind.OWN_FUNDS,
                new Metric.Scope.Protocol(),
                Optional.of(BigInteger.valueOf(value)),
                "",
                block,
                block.time());
        var deployment =
                new Deployment(new ChainId(31_337), List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
        var view = new ProtocolProjection(deployment).viewAt(block.time().getEpochSecond());
        var figures = new MetricReader(List.of(metric), view, block, new SubjectWords(AlertNames.NUMBERS));
        var book = new AlertBook(memory, START);
        book.add(figures.points(RULE, book.points()), RULE, block.time());
        book.found(RULE, figures.find(RULE, book.points()), Optional.of(block), block.time());
        var step = book.step();
        memory = step.after();
        return step.changes().stream().map(AlertChange::phase).toList();
    }

    @Test
    void aFallIsToldBeyondItsLimitAndClearedAtTheOther() {
        assertThat(look(0, 1_000)).isEmpty();
        assertThat(look(5, 950)).as("five percent are not more than five").isEmpty();
        assertThat(look(10, 949)).containsExactly(Phase.RAISED);
        assertThat(look(15, 970)).as("three percent keep it").isEmpty();
        assertThat(look(20, 980)).containsExactly(Phase.CLEARED);
    }

    @Test
    void whatIsLongerAgoThanAnHourDoesNotCount() {
        look(0, 1_000);
        assertThat(look(30, 940)).containsExactly(Phase.RAISED);
        assertThat(look(60, 940)).as("an hour is within the hour").isEmpty();
        assertThat(look(61, 940)).containsExactly(Phase.CLEARED);
    }

    @Test
    void theMemoryOfAFigureIsBounded() {
        var most = new ArrayList<Integer>();
        for (int minute = 0; minute < 400; minute++) {
            look(minute, 1_000 + minute);
            most.add(memory.points().size());
        }
        assertThat(most).allMatch(points -> points <= 62);
    }
}
