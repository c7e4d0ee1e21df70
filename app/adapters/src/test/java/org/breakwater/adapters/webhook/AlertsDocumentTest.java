package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Secret;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.delivery.TargetsFormat;
import org.breakwater.core.exposition.Family;
import org.breakwater.core.exposition.MonitorFamilies;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What app/docs/alerts.md tells those who receive alerts is so.
class AlertsDocumentTest {

    private static String text;

    @BeforeAll
    static void read() throws Exception {
        text = Files.readString(Path.of("..", "docs", "alerts.md"), StandardCharsets.UTF_8);
    }

    @Test
    void itsFileOfTargetsIsOne() throws Exception {
        var example = text.split("```json\n", 2)[1].split("```", 2)[0];
        assertThat(TargetsFormat.read(JsonText.parse("alerts.md", example, TargetsFormat.LIMITS)))
                .extracting(Target::channel)
                .extracting(Channel::kind)
                .containsExactly("webhook", "slack", "discord", "command");
    }

    @Test
    void itsSignatureIsTheOneThatIsSent() {
        var header = Hmac.header(
                new Secret("correct-horse-battery-staple"),
                Instant.ofEpochSecond(1_790_000_000),
                "{\"format\":\"breakwater-alert/1\"}");
        assertThat(text).contains("\n" + header + "\n");
    }

    @Test
    void itNamesEveryFieldOfAChange() {
        var document = new AlertDocument("on-call").text(new Message.Single(SampleChanges.change(1)));
        var field = Pattern.compile("\"([a-z]+)\":").matcher(document);
        while (field.find()) {
            assertThat(text).contains("`" + field.group(1) + "`");
        }
    }

    @Test
    void itNamesEveryFigureAndNoOther() {
        var block = new BlockRef(1, Hash32.ZERO, Instant.EPOCH);
        var metrics = Arrays.stream(MetricKind.values())
                .map(kind -> new Metric(
                        kind, new Metric.Scope.Protocol(), Optional.of(BigInteger.ONE), "", block, Instant.EPOCH))
                .toList();
        var target =
                new TargetState("a", "slack", 0, 0, Optional.empty(), Optional.empty(), 0, "", Optional.empty(), "");
        var reading = new MonitorReading(
                Optional.of(block), Map.of(1L, "a"), metrics, Map.of(), 0, List.of(target), List.of(), Map.of());
        var names = MonitorFamilies.of(reading, Instant.EPOCH).stream()
                .map(AlertsDocumentTest::sample)
                .toList();
        var named = Pattern.compile("^\\|.*", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .flatMap(row -> Pattern.compile("`(breakwater_[a-z_]+)`")
                        .matcher(row.group())
                        .results())
                .map(name -> name.group(1))
                .toList();
        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(names);
    }

    private static String sample(Family family) {
        return family.name()
                + switch (family.type()) {
                    case GAUGE -> "";
                    case COUNTER -> "_total";
                    case INFO -> "_info";
                };
    }
}
