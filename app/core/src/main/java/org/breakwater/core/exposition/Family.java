package org.breakwater.core.exposition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;

/// Samples of one name.
///
/// @param name without the ending that its type gives its samples; ends with the unit where there is one
/// @param unit empty for none
/// @param help one sentence
public record Family(String name, Type type, String unit, String help, List<Sample> samples) {

    private static final String NAME = "[a-z][a-z0-9_]*";

    public Family {
        samples = List.copyOf(samples);
        if (!name.matches(NAME) || (!unit.isEmpty() && !name.endsWith("_" + unit))) {
            throw new IllegalArgumentException("no name of a family: " + name + " in " + unit);
        }
        var different = new HashSet<>(samples.stream().map(Sample::labels).toList());
        if (different.size() != samples.size()) {
            throw new IllegalArgumentException("two samples of " + name + " are one");
        }
    }

    /// What samples are.
    public enum Type {
        GAUGE("gauge", ""),
        COUNTER("counter", "_total"),
        INFO("info", "_info");

        private final String word;
        private final String ending;

        Type(String word, String ending) {
            this.word = word;
            this.ending = ending;
        }

        String word() {
            return word;
        }

        String ending() {
            return ending;
        }
    }

    /// @param labels by their names
    /// @param value exact; it is written with all its digits
    public record Sample(SequencedMap<String, String> labels, BigDecimal value) {

        public Sample {
            if (!labels.keySet().stream().allMatch(label -> label.matches(NAME) && !label.contains("__"))) {
                throw new IllegalArgumentException("no names of labels: " + labels.keySet());
            }
        }
    }
}
