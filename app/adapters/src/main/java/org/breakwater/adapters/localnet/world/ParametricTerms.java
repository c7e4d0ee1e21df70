package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// From which measured value each parametric subject pays, and from which it pays all.
final class ParametricTerms {

    private static final int START = 4_000;
    private static final int ALL = 10_000;
    private static final int HALF = 5_000;
    private static final Duration MAX_AGE = Duration.ofDays(60);

    /// By the first word of the subject's name, each in the unit of its terms.
    private static final Map<String, Scale> SCALES = Map.ofEntries(
            Map.entry("Flight", new Scale(true, 120, 360)), // minutes late
            Map.entry("Rainfall", new Scale(false, 60, 20)), // mm in the month
            Map.entry("Frost", new Scale(false, -20, -60)), // tenths of a degree
            Map.entry("Wind", new Scale(false, 50, 30)), // tenths of m/s
            Map.entry("Hail", new Scale(true, 30, 60)), // mm
            Map.entry("Shipping", new Scale(true, 5, 15)), // days late
            Map.entry("Drought", new Scale(false, 10, 2)), // percentile
            Map.entry("Heat", new Scale(true, 5, 12)), // days
            Map.entry("Rhine", new Scale(true, 10, 30)), // days
            Map.entry("Earthquake", new Scale(true, 60, 75))); // tenths of magnitude

    private ParametricTerms() {}

    /// @param atLeast whether values at or above the threshold pay, else at or below
    private record Scale(boolean atLeast, int threshold, int full) {}

    /// The configuration of a subject's adapter.
    static List<Object> of(String subject) {
        var word = subject.substring(0, subject.indexOf(' '));
        var scale = SCALES.get(word);
        if (scale == null) {
            throw new IllegalArgumentException("nothing is measured for " + subject);
        }
        var canFail = word.equals("Flight");
        return List.of(
                scale.atLeast(),
                scale.threshold(),
                scale.full(),
                START,
                canFail ? ALL : 0,
                canFail ? HALF : 0,
                MAX_AGE);
    }
}
