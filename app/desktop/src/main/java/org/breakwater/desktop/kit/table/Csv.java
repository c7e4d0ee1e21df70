package org.breakwater.desktop.kit.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a table as comma-separated values (RFC 4180).
///
/// Names and texts come from a chain on which anybody writes anything, and spreadsheets run what starts like a formula.
/// So such a cell gets an apostrophe in front, which they show as text.
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";
    private static final String LINE_END = "\r\n";

    private Csv() {}

    /// Heads and rows; rows that are not read yet are left out.
    public static <R> String of(List<Column<R>> columns, List<R> rows) {
        var heads = columns.stream().map(column -> cell(column.head())).collect(Collectors.joining(","));
        var lines = rows.stream()
                .filter(Objects::nonNull)
                .map(row -> columns.stream()
                        .map(column -> cell(column.text().apply(row)))
                        .collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(heads), lines).collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    static String cell(String text) {
        var harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
