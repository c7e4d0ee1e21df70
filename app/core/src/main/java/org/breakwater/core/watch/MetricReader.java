package org.breakwater.core.watch;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.WatchMemory.Point;
import org.breakwater.core.watch.rule.Quantity;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Side;
import org.breakwater.core.watch.rule.RuleFormat;

/// Finds figures beyond their limits, and those that changed a lot.
final class MetricReader {

    /// So many points of a figure are kept over the time that is looked at.
    private static final long POINTS = 60;

    private final List<Metric> metrics;
    private final ProtocolView view;
    private final BlockRef block;
    private final SubjectWords words;

    MetricReader(List<Metric> metrics, ProtocolView view, BlockRef block, SubjectWords words) {
        this.metrics = metrics;
        this.view = view;
        this.block = block;
        this.words = words;
    }

    private List<Metric> of(Rule.Threshold rule) {
        return metrics.stream()
                .filter(metric -> metric.kind() == rule.metric() && rule.of().includes(metric.scope()))
                .toList();
    }

    /// @param standing subjects and identities that have an alert by the rule
    List<Finding> find(Rule.Threshold rule, Set<String> standing) {
        var found = new ArrayList<Finding>();
        for (var metric : of(rule)) {
            var value = metric.value();
            if (value.isPresent()) {
                var distance = rule.side() == Side.BELOW
                        ? rule.limit().subtract(value.get())
                        : value.get().subtract(rule.limit());
                if (distance.signum() > 0) {
                    found.add(beyond(rule, metric, value.get(), true));
                } else if (!isCleared(rule, value.get())) {
                    found.add(beyond(rule, metric, value.get(), false));
                }
            } else if (rule.side() == Side.ABOVE && standing.contains(identity(metric.scope()))) {
                found.add(missing(rule, metric));
            }
        }
        return found;
    }

    /// At the limit where there is no other, else beyond the second limit.
    private static boolean isCleared(Rule.Threshold rule, BigInteger value) {
        var beyond = rule.side() == Side.BELOW
                ? value.compareTo(rule.clears())
                : rule.clears().compareTo(value);
        return rule.clears().equals(rule.limit()) ? beyond >= 0 : beyond > 0;
    }

    private Finding beyond(Rule.Threshold rule, Metric metric, BigInteger value, boolean raises) {
        var unit = rule.metric().unit();
        var side = rule.side() == Side.BELOW ? " below " : " above ";
        var limit = Quantity.write(rule.limit(), unit);
        var clears = rule.clears().equals(rule.limit())
                ? ""
                : "; it clears" + (rule.side() == Side.BELOW ? " above " : " below ")
                        + Quantity.write(rule.clears(), unit);
        var written = Quantity.write(value, unit);
        return finding(
                metric.scope(),
                rule.metric().title() + " is " + written + ", the limit is" + side + limit + clears,
                List.of(new Evidence(
                        rule.metric().title(), written, rule.metric().formula())),
                raises);
    }

    private Finding missing(Rule.Threshold rule, Metric metric) {
        return finding(
                metric.scope(),
                rule.metric().title() + " is not known any more: " + metric.missing(),
                List.of(new Evidence(rule.metric().title(), "—", rule.metric().formula())),
                false);
    }

    private Finding finding(Scope scope, String detail, List<Evidence> evidence, boolean raises) {
        var about = subject(scope);
        return new Finding(about, identity(scope), words(scope, about), detail, evidence, Optional.empty(), raises);
    }

    /// The values of now that a rule needs later: not more than it looks at.
    ///
    /// @param before those that are kept, oldest first
    List<Point> points(Rule.Change rule, List<Point> before) {
        var added = new ArrayList<Point>();
        for (var metric : metrics) {
            if (metric.kind() == rule.metric()
                    && rule.of().includes(metric.scope())
                    && metric.value().isPresent()) {
                var series = series(rule, metric.scope());
                var newest = before.stream()
                        .filter(point -> point.series().equals(series))
                        .reduce((_, second) -> second);
                var next = newest.map(
                        point -> point.block().time().plus(rule.over().dividedBy(POINTS)));
                if (next.isEmpty() || !block.time().isBefore(next.get())) {
                    added.add(new Point(series, block, metric.value().get()));
                }
            }
        }
        return added;
    }

    static String series(Rule.Change rule, Scope scope) {
        return rule.name() + "|" + rule.metric() + "|" + identity(scope);
    }

    /// @param points oldest first, those of now included
    List<Finding> find(Rule.Change rule, List<Point> points) {
        var found = new ArrayList<Finding>();
        var since = block.time().minus(rule.over());
        for (var metric : metrics) {
            if (metric.kind() != rule.metric()
                    || !rule.of().includes(metric.scope())
                    || metric.value().isEmpty()) {
                continue;
            }
            var series = series(rule, metric.scope());
            var order = Comparator.comparing(Point::value);
            var within = points.stream()
                    .filter(point -> point.series().equals(series)
                            && !point.block().time().isBefore(since));
            var from = rule.side() == Side.BELOW ? within.max(order) : within.min(order);
            from.filter(point -> point.value().signum() > 0)
                    .flatMap(point -> changed(rule, metric, point))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Finding> changed(Rule.Change rule, Metric metric, Point from) {
        var value = metric.value().orElseThrow();
        var moved = rule.side() == Side.BELOW ? from.value().subtract(value) : value.subtract(from.value());
        if (moved.signum() <= 0) {
            return Optional.empty();
        }
        var bps = Unsigned.mulDivUp(moved, Unsigned.BPS, from.value());
        if (bps.compareTo(rule.clearsBps()) <= 0) {
            return Optional.empty();
        }
        var unit = rule.metric().unit();
        var percent = Unit.BASIS_POINTS;
        var way = rule.side() == Side.BELOW ? " fell by " : " rose by ";
        return Optional.of(finding(
                metric.scope(),
                rule.metric().title() + way + Quantity.write(bps, percent) + " within " + Quantity.write(rule.over())
                        + ", from " + Quantity.write(from.value(), unit) + " to " + Quantity.write(value, unit),
                List.of(
                        new Evidence(
                                rule.metric().title() + " at block "
                                        + from.block().number(),
                                Quantity.write(from.value(), unit),
                                rule.metric().formula()),
                        new Evidence(
                                rule.metric().title(),
                                Quantity.write(value, unit),
                                rule.metric().formula())),
                bps.compareTo(rule.moreBps()) > 0));
    }

    private static Subject subject(Scope scope) {
        return switch (scope) {
            case Scope.Protocol _, Scope.Span _ -> new Subject.Protocol();
            case Scope.Treasury _, Scope.Within _ -> new Subject.Treasury();
            case Scope.Pool(var pool) -> new Subject.Pool(pool);
            case Scope.Asset(var asset) -> new Subject.Asset(asset);
            case Scope.Fallen(var asset, var _) -> new Subject.Asset(asset);
            case Scope.Feed(var feed) -> new Subject.Feed(feed);
        };
    }

    /// What tells figures of one kind from each other.
    static String identity(Scope scope) {
        return switch (scope) {
            case Scope.Protocol _ -> "protocol";
            case Scope.Treasury _ -> "treasury";
            case Scope.Pool(var pool) -> "pool " + pool;
            case Scope.Asset(var asset) -> "asset " + asset;
            case Scope.Feed(var feed) -> "feed " + feed;
            case Scope.Within(var horizon) -> "within " + RuleFormat.written(horizon);
            case Scope.Fallen(var asset, var bps) -> "asset " + asset + " fallen by " + bps;
            case Scope.Span(var span) -> "the last " + Quantity.write(span);
        };
    }

    private String words(Scope scope, Subject about) {
        return switch (scope) {
            case Scope.Within(var horizon) ->
                horizon.days() == 0 ? "now" : "within " + Quantity.write(Duration.ofDays(horizon.days()));
            case Scope.Span(var span) -> "within " + Quantity.write(span);
            case Scope.Protocol _, Scope.Treasury _, Scope.Pool _, Scope.Asset _, Scope.Fallen _, Scope.Feed _ ->
                words.of(about, view);
        };
    }
}
