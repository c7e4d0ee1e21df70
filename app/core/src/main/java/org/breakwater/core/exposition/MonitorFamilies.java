package org.breakwater.core.exposition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Progress.Failure;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.exposition.Family.Sample;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.risk.MetricKind;

/// Everything a monitor knows, as families. A figure that is missing has no sample, and is counted as missing instead;
/// none is rounded.
public final class MonitorFamilies {

    private static final String PREFIX = "breakwater_";
    private static final int ASSET_DECIMALS = 6;
    private static final int RATIO_DECIMALS = 4;
    private static final long SECONDS_A_DAY = 86_400;

    private final MonitorReading reading;
    private final Instant now;
    private final List<Family> families = new ArrayList<>();

    private MonitorFamilies(MonitorReading reading, Instant now) {
        this.reading = reading;
        this.now = now;
    }

    /// @param now by which ages are told
    public static List<Family> of(MonitorReading reading, Instant now) {
        return new MonitorFamilies(reading, now).all();
    }

    private List<Family> all() {
        health();
        alerts();
        targets();
        Arrays.stream(MetricKind.values()).forEach(this::figure);
        missing();
        return List.copyOf(families);
    }

    private void health() {
        reading.head().ifPresent(head -> {
            gauge("head_block", "", "Number of the newest block that was evaluated.", one(head.number()));
            gauge(
                    "head_time_seconds",
                    "seconds",
                    "Time of that block.",
                    one(head.time().getEpochSecond()));
            gauge("head_age_seconds", "seconds", "How old that block is.", one(seconds(head.time())));
        });
        gauge(
                "endpoint_used",
                "",
                "Whether a node is the one that is asked.",
                reading.endpoints().stream()
                        .map(node -> sample(labels("endpoint", node.name()), node.isUsed() ? 1 : 0))
                        .toList());
        gauge(
                "store_size_bytes",
                "bytes",
                "Size of a file.",
                new TreeMap<>(reading.stores())
                        .entrySet().stream()
                                .map(store -> sample(labels("store", store.getKey()), store.getValue()))
                                .toList());
        families.add(new Family(
                PREFIX + "pool",
                Family.Type.INFO,
                "",
                "What a pool is called.",
                new TreeMap<>(reading.pools())
                        .entrySet().stream()
                                .map(pool ->
                                        sample(labels("pool", pool.getKey().toString(), "name", pool.getValue()), 1))
                                .toList()));
    }

    private void alerts() {
        gauge(
                "alerts",
                "",
                "Alerts that stand.",
                Arrays.stream(Severity.values())
                        .map(severity -> sample(
                                labels("severity", severity.name().toLowerCase(Locale.ROOT)),
                                reading.standing().getOrDefault(severity, 0L)))
                        .toList());
        families.add(new Family(
                PREFIX + "alert_changes",
                Family.Type.COUNTER,
                "",
                "Changes of alerts that were written down.",
                one(reading.changes())));
    }

    private void targets() {
        targets(
                "delivery_well",
                "",
                "Whether a target has everything that it is to have.",
                state -> state.isWell() ? 1L : 0L);
        targets("delivery_through", "", "Number of the change up to which a target is settled.", TargetState::through);
        targets("delivery_held", "", "Changes that wait for the end of quiet hours.", state -> (long) state.held());
        targets("delivery_attempts", "", "Failed attempts of the message that waits.", state ->
                (long) state.failure().map(Failure::attempts).orElse(0));
        targets(
                "delivery_waiting_seconds",
                "seconds",
                "How long a message waits for a target.",
                state -> state.failure()
                        .map(failure -> Math.max(0, seconds(failure.since())))
                        .orElse(0L));
        families.add(new Family(
                PREFIX + "delivery_refused",
                Family.Type.COUNTER,
                "",
                "Changes that a target refused for good.",
                samples(TargetState::skipped)));
    }

    private void targets(String name, String unit, String help, Function<TargetState, Long> value) {
        gauge(name, unit, help, samples(value));
    }

    private List<Sample> samples(Function<TargetState, Long> value) {
        return reading.targets().stream()
                .map(state -> sample(labels("target", state.name()), value.apply(state)))
                .toList();
    }

    private void figure(MetricKind kind) {
        var unit = unit(kind);
        var plain = kind.name().toLowerCase(Locale.ROOT);
        var name = plain.endsWith("_" + unit) ? plain : plain + "_" + unit;
        gauge(
                name,
                unit,
                kind.title() + ": " + kind.formula(),
                of(kind).flatMap(metric -> metric.value().stream()
                                .map(value -> new Sample(labels(metric.scope()), exact(kind, value))))
                        .toList());
    }

    private Stream<Metric> of(MetricKind kind) {
        return reading.metrics().stream().filter(metric -> metric.kind() == kind);
    }

    private void missing() {
        var missing = reading.metrics().stream()
                .filter(metric -> metric.value().isEmpty())
                .sorted(Comparator.comparing(Metric::kind))
                .map(metric -> {
                    var labels = labels("figure", metric.kind().name().toLowerCase(Locale.ROOT));
                    labels.putAll(labels(metric.scope()));
                    return sample(labels, 1);
                })
                .toList();
        gauge("figure_missing", "", "A figure that cannot be told at this block.", missing);
    }

    private static String unit(MetricKind kind) {
        return switch (kind.unit()) {
            case ASSETS -> "assets";
            case BASIS_POINTS -> "ratio";
            case SECONDS, DAYS -> "seconds";
            case INDEX -> "index";
            case COUNT -> "subjects";
        };
    }

    private static BigDecimal exact(MetricKind kind, BigInteger value) {
        return switch (kind.unit()) {
            case ASSETS -> new BigDecimal(value, ASSET_DECIMALS);
            case BASIS_POINTS -> new BigDecimal(value, RATIO_DECIMALS);
            case DAYS -> new BigDecimal(value).multiply(BigDecimal.valueOf(SECONDS_A_DAY));
            case SECONDS, INDEX, COUNT -> new BigDecimal(value);
        };
    }

    private static SequencedMap<String, String> labels(Scope scope) {
        return switch (scope) {
            case Scope.Protocol _ -> labels("scope", "protocol");
            case Scope.Treasury _ -> labels("scope", "treasury");
            case Scope.Pool(var pool) -> labels("scope", "pool", "pool", Long.toString(pool));
            case Scope.Asset(var asset) -> labels("scope", "asset", "asset", asset.toString());
            case Scope.Feed(var feed) -> labels("scope", "feed", "feed", feed.toString());
            case Scope.Within(var horizon) -> labels("scope", "horizon", "days", Integer.toString(horizon.days()));
            case Scope.Fallen(var asset, var bps) ->
                labels("scope", "asset", "asset", asset.toString(), "fall", ratio(bps));
            case Scope.Span(var span) -> labels("scope", "span", "seconds", Long.toString(span.toSeconds()));
        };
    }

    private static String ratio(int bps) {
        return BigDecimal.valueOf(bps, RATIO_DECIMALS).stripTrailingZeros().toPlainString();
    }

    private long seconds(Instant since) {
        return Duration.between(since, now).toSeconds();
    }

    private void gauge(String name, String unit, String help, List<Sample> samples) {
        families.add(new Family(PREFIX + name, Family.Type.GAUGE, unit, help, samples));
    }

    private static List<Sample> one(long value) {
        return List.of(sample(labels(), value));
    }

    private static Sample sample(SequencedMap<String, String> labels, long value) {
        return new Sample(labels, BigDecimal.valueOf(value));
    }

    private static SequencedMap<String, String> labels(String... namesAndValues) {
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return labels;
    }
}
