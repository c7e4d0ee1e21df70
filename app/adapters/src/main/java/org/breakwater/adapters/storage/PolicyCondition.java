package org.breakwater.adapters.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.breakwater.core.policies.PolicyFilter;
import org.breakwater.core.value.Word;

/// A filter of policies as SQL. What a person typed is bound, never written into the text, and a wildcard in it is a
/// letter like any other.
///
/// @param sql begins with a space; empty for all
/// @param values of its places, in their order
record PolicyCondition(String sql, List<Object> values) {

    private static final String ESCAPE = "\\";

    static PolicyCondition of(PolicyFilter filter) {
        var parts = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var word : filter.wordList()) {
            parts.add("words LIKE ? ESCAPE '" + ESCAPE + "'");
            values.add("%" + escaped(word) + "%");
        }
        among("state", filter.states().stream().map(PolicyTable::place).toList(), parts, values);
        among("kind", filter.kinds().stream().map(kind -> (long) kind.number()).toList(), parts, values);
        among("pool", filter.pools(), parts, values);
        filter.subject().ifPresent(subject -> {
            parts.add("subject = ?");
            values.add(subject);
        });
        filter.leastCover().ifPresent(cover -> {
            parts.add("cover >= ?");
            values.add(Word.of(cover).toArray());
        });
        return new PolicyCondition(parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts), values);
    }

    private static void among(String column, Collection<Long> wanted, List<String> parts, List<Object> values) {
        if (!wanted.isEmpty()) {
            var places = String.join(", ", Collections.nCopies(wanted.size(), "?"));
            parts.add(column + " IN (" + places + ")");
            values.addAll(wanted);
        }
    }

    private static String escaped(String word) {
        return word.replace(ESCAPE, ESCAPE + ESCAPE).replace("%", ESCAPE + "%").replace("_", ESCAPE + "_");
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
