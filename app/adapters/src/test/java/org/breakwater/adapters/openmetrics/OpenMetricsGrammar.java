package org.breakwater.adapters.openmetrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads a text by the grammar and the rules of OpenMetrics 1.0, and refuses whatever is not in them. It shares nothing
/// with what writes.
public final class OpenMetricsGrammar {

    private static final Pattern METADATA = Pattern.compile("# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Pattern HELP = Pattern.compile("(?:[^\\\\\"\\n]|\\\\[\\\\\"n])*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Map<String, List<String>> ENDINGS =
            Map.of("gauge", List.of(""), "counter", List.of("_total"), "info", List.of("_info"));

    private final Set<String> closed = new HashSet<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, BigDecimal> samples = new LinkedHashMap<>();
    private String family = "";
    private boolean hasSamples;

    private OpenMetricsGrammar() {}

    /// Values by names and labels as they are written.
    public static Map<String, BigDecimal> read(String text) {
        return new OpenMetricsGrammar().all(text);
    }

    private Map<String, BigDecimal> all(String text) {
        require(text.endsWith("# EOF\n"), "no end", text.substring(Math.max(0, text.length() - 20)));
        require(text.indexOf('\r') < 0, "a carriage return", "");
        var lines = new ArrayList<>(text.lines().toList());
        lines.removeLast();
        for (var line : lines) {
            require(!line.isEmpty() && !line.equals("# EOF"), "an empty line or an early end", line);
            if (line.startsWith("#")) {
                metadata(line);
            } else {
                sample(line);
            }
        }
        return samples;
    }

    private void metadata(String line) {
        var parts = METADATA.matcher(line);
        require(parts.matches(), "no metadata", line);
        if (!parts.group(2).equals(family)) {
            require(closed.add(parts.group(2)), "a family in two pieces", line);
            family = parts.group(2);
            metadata.clear();
            hasSamples = false;
        }
        require(!hasSamples, "metadata after samples", line);
        require(metadata.put(parts.group(1), parts.group(3)) == null, "said twice", line);
        switch (parts.group(1)) {
            case "TYPE" -> require(ENDINGS.containsKey(parts.group(3)), "an unknown type", line);
            case "UNIT" -> require(family.endsWith("_" + parts.group(3)), "a unit that is not in the name", line);
            default -> require(HELP.matcher(parts.group(3)).matches(), "a help that is not escaped", line);
        }
        require(
                !("info".equals(metadata.get("TYPE")) && metadata.containsKey("UNIT")),
                "information has no unit",
                line);
    }

    private void sample(String line) {
        var parts = SAMPLE.matcher(line);
        require(parts.matches(), "no sample", line);
        var type = metadata.getOrDefault("TYPE", "");
        require(
                ENDINGS.getOrDefault(type, List.of()).stream().anyMatch(end -> (family + end).equals(parts.group(1))),
                "a sample of another family",
                line);
        hasSamples = true;
        var labels = labels(parts.group(3) == null ? "" : parts.group(3), line);
        require(NUMBER.matcher(parts.group(4)).matches(), "no number", line);
        var value = new BigDecimal(parts.group(4));
        require(!type.equals("counter") || value.signum() >= 0, "a counter below zero", line);
        require(!type.equals("info") || value.compareTo(BigDecimal.ONE) == 0, "information is one", line);
        require(samples.put(parts.group(1) + labels, value) == null, "a sample that comes twice", line);
    }

    private static Map<String, String> labels(String text, String line) {
        var labels = new TreeMap<String, String>();
        var matcher = LABEL.matcher(text);
        int at = 0;
        while (at < text.length()) {
            require(matcher.find(at) && matcher.start() == at, "a label that is none", line);
            require(!matcher.group(1).startsWith("__"), "a reserved label", line);
            require(labels.put(matcher.group(1), matcher.group(2)) == null, "a label that comes twice", line);
            at = matcher.end();
            require(matcher.group(3).isEmpty() || at < text.length(), "a comma before nothing", line);
        }
        return labels;
    }

    private static void require(boolean isSo, String what, String line) {
        if (!isSo) {
            throw new AssertionError(what + ": " + line);
        }
    }
}
