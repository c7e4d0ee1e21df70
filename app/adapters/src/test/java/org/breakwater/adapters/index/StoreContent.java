package org.breakwater.adapters.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Everything a store holds, row by row, so that two stores can be compared.
final class StoreContent {

    private static final List<String> QUERIES = List.of(
            "SELECT 'progress', protocol, first, through, finality FROM progress",
            "SELECT 'block', * FROM block ORDER BY height",
            "SELECT 'log', * FROM log ORDER BY height, place",
            "SELECT 'reveal', known_at, height, place FROM reveal ORDER BY id");

    private StoreContent() {}

    static List<String> of(IndexPlace place) {
        try (var connection = place.connect();
                var statement = connection.createStatement()) {
            var lines = new ArrayList<String>();
            for (var query : QUERIES) {
                try (var row = statement.executeQuery(query)) {
                    while (row.next()) {
                        lines.add(line(row));
                    }
                }
            }
            return lines;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The rows that only one of two contents has; none where they are equal.
    static List<String> differences(List<String> ours, List<String> theirs) {
        var differences = new ArrayList<String>();
        ours.stream()
                .filter(row -> !theirs.contains(row))
                .map(row -> "only here: " + row)
                .forEach(differences::add);
        theirs.stream()
                .filter(row -> !ours.contains(row))
                .map(row -> "only there: " + row)
                .forEach(differences::add);
        if (differences.isEmpty() && !ours.equals(theirs)) {
            differences.add("the same rows in another order");
        }
        return differences;
    }

    private static String line(ResultSet row) throws SQLException {
        var line = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var value = row.getObject(column);
            line.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                    .append(' ');
        }
        return line.toString();
    }
}
