package org.breakwater.core.risk;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.rule.Unsigned;

/// How far a value is below what it was.
///
/// @param points oldest first, the last one is now
/// @param wholeFrom from when on every change is a point: what a value was at any time since is known
public record Drawdown(List<Point> points, Instant wholeFrom) {

    public Drawdown {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a value is now, at least");
        }
    }

    /// Of a value of which some points are known.
    public Drawdown(List<Point> points) {
        this(points, Instant.MAX);
    }

    public record Point(Instant at, BigInteger value) {}

    /// 1 − value / highest value so far, basis points, rounded up; empty where it was never above 0.
    public Optional<BigInteger> level() {
        var highest = points.stream().map(Point::value).reduce(BigInteger.ZERO, BigInteger::max);
        return below(highest);
    }

    /// 1 − value / value a span ago, basis points, rounded up; 0 where it rose. Empty where nothing is known of that
    /// time: unless every change since is known, what is known has to be from between one span and two spans ago.
    public Optional<BigInteger> within(Duration span) {
        var now = points.getLast().at();
        return points.reversed().stream()
                .filter(point -> !point.at().isAfter(now.minus(span)))
                .findFirst()
                .filter(point ->
                        !point.at().isBefore(wholeFrom) || !point.at().isBefore(now.minus(span.multipliedBy(2))))
                .flatMap(point -> below(point.value()));
    }

    private Optional<BigInteger> below(BigInteger before) {
        if (before.signum() == 0) {
            return Optional.empty();
        }
        var lost = Unsigned.saturatingSub(before, points.getLast().value());
        return Optional.of(Unsigned.mulDivUp(lost, Unsigned.BPS, before));
    }
}
