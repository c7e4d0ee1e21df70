package org.breakwater.desktop.kit.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A value over time, with what makes it readable.
///
/// @param points oldest first, at least one; a few hundred at most, since more cannot be seen
/// @param write how a value is written, with its unit
/// @param limit a value that means something, with the words for it
/// @param events what happened on the way
public record Series(
        List<Point> points, Function<BigDecimal, String> write, Optional<Limit> limit, List<Event> events) {

    public record Point(Instant at, BigDecimal value) {}

    public record Limit(BigDecimal value, String words) {}

    /// Something that happened at an instant.
    public record Event(Instant at, String words) {}

    public Series {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a series has at least one point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).at().isBefore(points.get(i - 1).at())) {
                throw new IllegalArgumentException("the points of a series are in the order of time");
            }
        }
        points = List.copyOf(points);
        events = List.copyOf(events);
    }

    Point first() {
        return points.getFirst();
    }

    Point last() {
        return points.getLast();
    }

    BigDecimal least() {
        var least = points.stream().map(Point::value).reduce(BigDecimal::min).orElseThrow();
        return limit.map(line -> least.min(line.value())).orElse(least);
    }

    BigDecimal most() {
        var most = points.stream().map(Point::value).reduce(BigDecimal::max).orElseThrow();
        return limit.map(line -> most.max(line.value())).orElse(most);
    }

    /// The last value that held at an instant.
    BigDecimal valueAt(Instant instant) {
        return points.stream()
                .takeWhile(point -> !point.at().isAfter(instant))
                .reduce((_, later) -> later)
                .orElse(first())
                .value();
    }
}
