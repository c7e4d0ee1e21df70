package org.breakwater.adapters.openmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Progress.Failure;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.exposition.Family;
import org.breakwater.core.exposition.Family.Sample;
import org.breakwater.core.exposition.MonitorFamilies;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.OpenMetricsText;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Prometheus reads, held against the published grammar, with figures that no floating point number holds.
@Timeout(60)
class MetricsServerTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final BlockRef HEAD = new BlockRef(19_004_211, Hash32.ZERO, NOW.minusSeconds(14));
    private static final BigInteger HUGE = BigInteger.TWO.pow(200).add(BigInteger.ONE);

    private final HttpClient http = HttpClient.newHttpClient();

    private static Metric metric(MetricKind kind, Scope scope, BigInteger value) {
        return new Metric(kind, scope, Optional.of(value), "", HEAD, NOW);
    }

    private static MonitorReading reading() {
        var metrics = new ArrayList<Metric>();
        for (var kind : MetricKind.values()) {
            metrics.add(metric(kind, new Scope.Protocol(), HUGE));
            metrics.add(
                    new Metric(kind, new Scope.Treasury(), Optional.empty(), "Nothing is known.", HEAD, HEAD.time()));
        }
        metrics.add(metric(MetricKind.SOLVENCY, new Scope.Pool(2), BigInteger.valueOf(9_840)));
        metrics.add(metric(MetricKind.LIQUIDITY, new Scope.Within(Horizon.WEEK), BigInteger.valueOf(-1)));
        metrics.add(metric(MetricKind.PEG_STRESS, new Scope.Fallen(Address.ZERO, 500), BigInteger.TEN));
        metrics.add(metric(MetricKind.PEG_LOSS, new Scope.Asset(Address.ZERO), BigInteger.ZERO));
        metrics.add(metric(MetricKind.FALL, new Scope.Span(Duration.ofHours(1)), BigInteger.TWO));
        metrics.add(metric(MetricKind.ORACLE_AGE, new Scope.Feed(Address.ZERO), BigInteger.valueOf(3_601)));
        return new MonitorReading(
                Optional.of(HEAD),
                Map.of(1L, "Bridges", 2L, "a \"quoted\" \\ back\nline } # EOF"),
                metrics,
                Map.of(Severity.HOLD, 2L),
                41,
                List.of(
                        new TargetState(
                                "on-call",
                                "webhook",
                                41,
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                "",
                                Optional.empty(),
                                ""),
                        new TargetState(
                                "team",
                                "slack",
                                12,
                                3,
                                Optional.of(NOW),
                                Optional.of(new Failure(NOW.minusSeconds(90), 7, "It answers with 500.")),
                                2,
                                "No.",
                                Optional.empty(),
                                "")),
                List.of(
                        new MonitorReading.Endpoint("https://a.example", false),
                        new MonitorReading.Endpoint("https://b.example:8545", true)),
                Map.of("events", 1L << 33));
    }

    private static String text() {
        return OpenMetricsText.of(MonitorFamilies.of(reading(), NOW));
    }

    @Test
    void everythingAMonitorKnowsIsOpenMetrics() {
        var samples = OpenMetricsGrammar.read(text());

        assertThat(samples)
                .containsEntry("breakwater_solvency_ratio{pool=2, scope=pool}", new BigDecimal("0.984"))
                .containsEntry("breakwater_liquidity_ratio{days=7, scope=horizon}", new BigDecimal("-0.0001"))
                .containsEntry("breakwater_fall_ratio{scope=span, seconds=3600}", new BigDecimal("0.0002"))
                .containsEntry("breakwater_alerts{severity=hold}", new BigDecimal(2))
                .containsEntry("breakwater_alerts{severity=note}", new BigDecimal(0))
                .containsEntry("breakwater_alert_changes_total{}", new BigDecimal(41))
                .containsEntry("breakwater_head_age_seconds{}", new BigDecimal(14))
                .containsEntry("breakwater_delivery_well{target=team}", new BigDecimal(0))
                .containsEntry("breakwater_delivery_through{target=team}", new BigDecimal(12))
                .containsEntry("breakwater_delivery_waiting_seconds{target=team}", new BigDecimal(90))
                .containsEntry("breakwater_delivery_attempts{target=team}", new BigDecimal(7))
                .containsEntry("breakwater_delivery_refused_total{target=team}", new BigDecimal(2))
                .containsEntry("breakwater_endpoint_used{endpoint=https://b.example:8545}", new BigDecimal(1))
                .containsEntry("breakwater_store_size_bytes{store=events}", new BigDecimal("8589934592"))
                .containsEntry("breakwater_figure_missing{figure=runway, scope=treasury}", new BigDecimal(1))
                .containsKey("breakwater_pool_info{name=a \\\"quoted\\\" \\\\ back line } # EOF, pool=2}");
    }

    @ParameterizedTest
    @EnumSource(MetricKind.class)
    void everyFigureHasItsUnitInItsNameAndAllItsDigits(MetricKind kind) {
        var name = "breakwater_" + kind.name().toLowerCase(Locale.ROOT);
        var samples = OpenMetricsGrammar.read(text());
        var exact = samples.entrySet().stream()
                .filter(sample -> sample.getKey().matches(name + "(_[a-z]+)?\\{scope=protocol}"))
                .toList();

        assertThat(exact).hasSize(1);
        var expected = switch (kind.unit()) {
            case ASSETS -> new BigDecimal(HUGE, 6);
            case BASIS_POINTS -> new BigDecimal(HUGE, 4);
            case DAYS -> new BigDecimal(HUGE.multiply(BigInteger.valueOf(86_400)));
            case SECONDS, INDEX, COUNT -> new BigDecimal(HUGE);
        };
        assertThat(exact.getFirst().getValue()).isEqualByComparingTo(expected);
        assertThat(text()).contains("# UNIT " + exact.getFirst().getKey().replaceAll("\\{.*", "") + " ");
    }

    @Test
    void aMonitorThatKnowsNothingYetSaysNothingWrong() {
        assertThat(OpenMetricsGrammar.read(OpenMetricsText.of(MonitorFamilies.of(MonitorReading.nothing(), NOW))))
                .containsOnlyKeys(
                        "breakwater_alerts{severity=hold}",
                        "breakwater_alerts{severity=warning}",
                        "breakwater_alerts{severity=note}",
                        "breakwater_alert_changes_total{}");
    }

    @Test
    void whatIsNoFamilyCannotBeWritten() {
        var one = new Sample(new LinkedHashMap<>(), BigDecimal.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Family("a_b", Family.Type.GAUGE, "seconds", "", List.of(one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Family("a-b", Family.Type.GAUGE, "", "", List.of(one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Family("a_b", Family.Type.GAUGE, "", "", List.of(one, one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(new LinkedHashMap<>(Map.of("__name", "x")), BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# TYPE a gauge\na 1\n",
                "# TYPE a gauge\na 1\n\n# EOF\n",
                "# TYPE a gauge\na 1\n# EOF\n# EOF\n",
                "a 1\n# EOF\n",
                "# TYPE a counter\na 1\n# EOF\n",
                "# TYPE a counter\na_total -1\n# EOF\n",
                "# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n",
                "# TYPE a gauge\na{b=\"c\"} 1\na{b=\"c\"} 2\n# EOF\n",
                "# TYPE a gauge\na{b=\"c\",b=\"d\"} 1\n# EOF\n",
                "# TYPE a gauge\na{b=\"c\",} 1\n# EOF\n",
                "# TYPE a gauge\na{b=\"c\"d\"} 1\n# EOF\n",
                "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# TYPE a gauge\n# EOF\n",
                "# TYPE a gauge\na 1\n# HELP a b\n# EOF\n",
                "# TYPE a gauge\na 1,5\n# EOF\n",
                "# TYPE a info\na_info 2\n# EOF\n"
            })
    void theGrammarRefusesWhatIsNotInIt(String text) {
        assertThatThrownBy(() -> OpenMetricsGrammar.read(text)).isInstanceOf(AssertionError.class);
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void manyWhoReadAtOnceReadWholeTextsWhileFiguresChange() throws Exception {
        var current = new AtomicReference<>(reading());
        try (var server = MetricsServer.start(0, () -> OpenMetricsText.of(MonitorFamilies.of(current.get(), NOW)));
                var readers = Executors.newFixedThreadPool(6)) {
            Callable<Integer> reader = () -> {
                var whole = 0;
                for (int i = 0; i < 50; i++) {
                    var answer = get(server.address());
                    assertThat(answer.statusCode()).isIn(200, 503);
                    if (answer.statusCode() == 200) {
                        assertThat(answer.headers().firstValue("Content-Type"))
                                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
                        OpenMetricsGrammar.read(answer.body());
                        whole++;
                    }
                    current.set(i % 2 == 0 ? MonitorReading.nothing() : reading());
                }
                return whole;
            };
            var whole = 0;
            for (var future : readers.invokeAll(Collections.nCopies(6, reader))) {
                whole += future.get();
            }
            assertThat(whole).isGreaterThan(250);
        }
    }

    /// Sends a request as it is written and returns the first line of the answer.
    private static String raw(MetricsServer server, String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void onlyAProgramOfThisMachineThatReadsIsAnswered() throws Exception {
        try (var server = MetricsServer.start(0, MetricsServerTest::text)) {
            var here = "Host: 127.0.0.1:" + server.address().getPort() + "\r\nConnection: close\r\n";
            var local = "Host: localhost:" + server.address().getPort() + "\r\nConnection: close\r\n";
            assertThat(raw(server, "GET /metrics HTTP/1.1\r\n" + here + "\r\n")).contains(" 200 ");
            assertThat(raw(server, "GET /metrics HTTP/1.1\r\n" + local + "\r\n"))
                    .contains(" 200 ");
            assertThat(raw(server, "GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                    .contains(" 421 ");
            assertThat(raw(server, "GET /metrics HTTP/1.1\r\n" + here + here + "\r\n"))
                    .contains(" 421 ");
            assertThat(raw(server, "GET /metrics HTTP/1.1\r\n" + here + "Origin: https://evil.example\r\n\r\n"))
                    .contains(" 403 ");
            assertThat(raw(server, "GET / HTTP/1.1\r\n" + here + "\r\n")).contains(" 404 ");
            assertThat(raw(server, "GET /metrics/../metrics HTTP/1.1\r\n" + here + "\r\n"))
                    .contains(" 404 ");
            for (var method : List.of("POST", "PUT", "DELETE", "OPTIONS", "HEAD")) {
                assertThat(raw(server, method + " /metrics HTTP/1.1\r\n" + here + "Content-Length: 0\r\n\r\n"))
                        .contains(" 405 ");
            }
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndAFaultTellsNothing() throws Exception {
        try (var server = MetricsServer.start(0, () -> {
            throw new IllegalStateException("inside");
        })) {
            var answer = get(server.address());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
            assertThatThrownBy(() -> MetricsServer.start(server.address().getPort(), () -> ""))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cannot be offered at port");
        }
        assertThatThrownBy(() -> MetricsServer.start(70_000, () -> "")).hasMessageContaining("is no port");
    }
}
