package org.breakwater.adapters.storage;

import java.sql.SQLException;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.value.Quotation;

/// What a server of PostgreSQL and the driver say, as faults of the store. Codes:
/// postgresql.org/docs/current/errcodes-appendix.html.
final class PostgresFaults {

    private static final int CLASS = 2;
    private static final int MOST_WORDS = 300;

    private PostgresFaults() {}

    static StoreFault of(String name, SQLException failed) {
        if (failed instanceof DamagedRow) {
            return new StoreFault.Corrupt(name, words(failed));
        }
        var state = failed.getSQLState() == null ? "" : failed.getSQLState();
        return switch (state) {
            // Of a server that only copies another's, and of a transaction that was declared so.
            case "25006" -> new StoreFault.ReadOnly(name);
            // A privilege that the user lacks.
            case "42501" -> new StoreFault.Denied(name, words(failed));
            case "53100" -> new StoreFault.Full(name);
            // Too many connections; it starts up, shuts down or was ended; a statement took too long.
            case "53300", "57P01", "57P02", "57P03", "57P05", "57014" ->
                new StoreFault.Unreachable(name, words(failed));
            // Somebody else holds the lock.
            case "55P03" -> new StoreFault.InUse(name);
            default -> ofClass(name, state, words(failed));
        };
    }

    private static StoreFault ofClass(String name, String state, String words) {
        return switch (state.length() < CLASS ? "" : state.substring(0, CLASS)) {
            case "08" -> new StoreFault.Unreachable(name, words);
            case "28" -> new StoreFault.Denied(name, words);
            // A row that contradicts others, and damaged pages.
            case "23", "XX" -> new StoreFault.Corrupt(name, words);
            default -> new StoreFault.Unusable(name, words);
        };
    }

    /// A server may say anything.
    private static String words(SQLException failed) {
        var words = Quotation.plain(SqliteFaults.words(failed));
        var few = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
        return few.endsWith(".") ? few.substring(0, few.length() - 1) : few;
    }
}
