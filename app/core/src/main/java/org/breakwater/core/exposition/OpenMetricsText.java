package org.breakwater.core.exposition;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breakwater.core.value.Quotation;

/// Families as the text that OpenMetrics 1.0 describes.
public final class OpenMetricsText {

    public static final String CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private OpenMetricsText() {}

    public static String of(List<Family> families) {
        var text = new StringBuilder();
        families.stream().filter(family -> !family.samples().isEmpty()).forEach(family -> write(family, text));
        return text.append("# EOF\n").toString();
    }

    private static void write(Family family, StringBuilder text) {
        var name = family.name();
        text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(family.type().word())
                .append('\n');
        if (!family.unit().isEmpty()) {
            text.append("# UNIT ")
                    .append(name)
                    .append(' ')
                    .append(family.unit())
                    .append('\n');
        }
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(escaped(family.help()))
                .append('\n');
        for (var sample : family.samples()) {
            text.append(name).append(family.type().ending());
            if (!sample.labels().isEmpty()) {
                text.append(sample.labels().entrySet().stream()
                        .map(OpenMetricsText::label)
                        .collect(Collectors.joining(",", "{", "}")));
            }
            text.append(' ')
                    .append(sample.value().stripTrailingZeros().toPlainString())
                    .append('\n');
        }
    }

    private static String label(Map.Entry<String, String> label) {
        return label.getKey() + "=\"" + escaped(label.getValue()) + '"';
    }

    private static String escaped(String text) {
        return Quotation.plain(text.replace("\n", " ")).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
