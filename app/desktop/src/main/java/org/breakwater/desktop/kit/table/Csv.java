package org.breakwater.desktop.kit.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.breakwater.core.text.CsvText;

/// Writes a table as comma-separated values (RFC 4180).
///
/// Names and texts come from a chain on which anybody writes anything, and spreadsheets run what starts like a formula.
/// So such a cell gets an apostrophe in front, which they show as text.
public final class Csv {

    private Csv() {}

    /// Heads and rows; rows that are not read yet are left out.
    public static <R> String of(List<Column<R>> columns, List<R> rows) {
        var heads = CsvText.line(columns.stream().map(Column::head).toList());
        return rows.stream()
                .filter(Objects::nonNull)
                .map(row -> CsvText.line(
                        columns.stream().map(column -> column.text().apply(row)).toList()))
                .collect(Collectors.joining("", heads, ""));
    }

    static String cell(String text) {
        return CsvText.cell(text);
    }
}
