package org.breakwater.adapters.storage;

import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// The table of policies: its columns, and rows into and out of them.
final class PolicyTable {

    private static final List<PolicyState> STATES = List.of(PolicyState.values());

    private static final String TABLE = """
        CREATE TABLE policy (
          id INTEGER PRIMARY KEY,
          holder BLOB NOT NULL,
          holder_name TEXT NOT NULL,
          state INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          pool INTEGER NOT NULL,
          pool_name TEXT NOT NULL COLLATE NOCASE,
          subject INTEGER NOT NULL,
          subject_name TEXT NOT NULL COLLATE NOCASE,
          cover BLOB NOT NULL,
          premium BLOB NOT NULL,
          rate INTEGER NOT NULL,
          bought INTEGER NOT NULL,
          starts INTEGER NOT NULL,
          ends INTEGER NOT NULL,
          grace_end INTEGER NOT NULL,
          open_claim INTEGER NOT NULL,
          words TEXT NOT NULL
        ) STRICT\
        """;

    /// Making the table, and an index for each order.
    static final List<String> COMMANDS = Stream.concat(
                    Stream.of(TABLE),
                    Arrays.stream(PolicyOrder.Key.values())
                            .filter(key -> key != PolicyOrder.Key.NUMBER)
                            .map(key -> "CREATE INDEX policy_by_" + column(key) + " ON policy (" + column(key) + ")"))
            .toList();

    static final String WRITE = "INSERT OR REPLACE INTO policy VALUES (" + "?, ".repeat(17) + "?)";

    private PolicyTable() {}

    private static String column(PolicyOrder.Key key) {
        return switch (key) {
            case NUMBER -> "id";
            case SUBJECT -> "subject_name";
            case POOL -> "pool_name";
            case HOLDER -> "holder";
            case COVER -> "cover";
            case PREMIUM -> "premium";
            case RATE -> "rate";
            case BOUGHT -> "bought";
            case END -> "ends";
            case STATE -> "state";
        };
    }

    /// An index ends in the row's number and is read either way, so it serves ties as well.
    static String order(PolicyOrder order) {
        return " ORDER BY " + column(order.key()) + (order.descending() ? " DESC, id DESC" : ", id");
    }

    /// A state's place in a policy's life.
    static long place(PolicyState state) {
        return STATES.indexOf(state);
    }

    static void bind(PreparedStatement row, ListedPolicy policy) throws SQLException {
        row.setLong(1, policy.id());
        row.setBytes(2, policy.holder().bytes().toArray());
        row.setString(3, policy.holderName());
        row.setLong(4, place(policy.state()));
        row.setInt(5, policy.kind().number());
        row.setLong(6, policy.poolId());
        row.setString(7, policy.pool());
        row.setLong(8, policy.subjectId());
        row.setString(9, policy.subject());
        row.setBytes(10, Word.of(policy.cover()).toArray());
        row.setBytes(11, Word.of(policy.premium()).toArray());
        row.setInt(12, policy.rateBps());
        row.setLong(13, policy.boughtAt());
        row.setLong(14, policy.start());
        row.setLong(15, policy.end());
        row.setLong(16, policy.graceEnd());
        row.setLong(17, policy.openClaim());
        row.setString(18, words(policy));
    }

    /// What is looked through for words, in lower case; a line end between parts, which no word spans.
    private static String words(ListedPolicy policy) {
        return Stream.of(
                        String.valueOf(policy.id()),
                        policy.holder().toString(),
                        policy.holderName(),
                        policy.subject(),
                        policy.pool())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    static ListedPolicy policy(ResultSet row) throws SQLException {
        return new ListedPolicy(
                row.getLong("id"),
                new Address(Bytes.of(row.getBytes("holder"))),
                row.getString("holder_name"),
                STATES.get(row.getInt("state")),
                kind(row.getInt("kind")),
                row.getLong("pool"),
                row.getString("pool_name"),
                row.getLong("subject"),
                row.getString("subject_name"),
                new BigInteger(1, row.getBytes("cover")),
                new BigInteger(1, row.getBytes("premium")),
                row.getInt("rate"),
                row.getLong("bought"),
                row.getLong("starts"),
                row.getLong("ends"),
                row.getLong("grace_end"),
                row.getLong("open_claim"));
    }

    private static RiskKind kind(int number) {
        return Arrays.stream(RiskKind.values())
                .filter(kind -> kind.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
