package org.breakwater.core.text;

import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
public final class CsvText {

    public static final String LINE_END = "\r\n";

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private CsvText() {}

    /// A cell; what a spreadsheet would run is led by an apostrophe.
    public static String cell(String text) {
        var harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }

    /// A line with its end.
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", LINE_END));
    }
}
