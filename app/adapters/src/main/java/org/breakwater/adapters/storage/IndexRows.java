package org.breakwater.adapters.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexMark;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.Reveal;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;

/// The tables of an index as of one moment, in SQL that every database here understands.
final class IndexRows {

    private static final int HEIGHT = 1;
    private static final int HASH = 2;
    private static final int TIME = 3;
    private static final int PLACE = 4;
    private static final int ADDRESS = 5;
    private static final int TRANSACTION = 6;
    private static final int TOPICS = 7;
    private static final int DATA = 8;
    private static final int KNOWN_AT = 9;

    private final Connection connection;

    /// @param connection in a transaction of its own
    IndexRows(Connection connection) {
        this.connection = connection;
    }

    IndexState state() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT through, finality, (SELECT count(*) FROM log) AS logs FROM progress")) {
            row.next();
            var finality = row.getLong("finality");
            return new IndexState(row.getLong("through"), finality, kept(finality), reveals(), row.getLong("logs"));
        }
    }

    IndexMark mark() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT through, finality FROM progress")) {
            row.next();
            return new IndexMark(row.getLong(1), row.getLong(2), newestUpTo(Long.MAX_VALUE));
        }
    }

    /// Which deployment the index belongs to; nothing where none has claimed it.
    Optional<Hash32> protocol() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT protocol FROM progress")) {
            if (!row.next()) {
                return Optional.empty();
            }
            var fingerprint = row.getBytes(1);
            return Optional.of(sound(() -> hash(fingerprint)));
        }
    }

    private List<BlockRef> kept(long finality) throws SQLException {
        return blocks(
                "SELECT height, hash, time FROM block WHERE height >="
                        + " coalesce((SELECT max(height) FROM block WHERE height <= ?), 0) ORDER BY height",
                finality);
    }

    Optional<BlockRef> newestUpTo(long height) throws SQLException {
        return blocks("SELECT height, hash, time FROM block WHERE height <= ? ORDER BY height DESC LIMIT 1", height)
                .stream()
                .findFirst();
    }

    private List<BlockRef> blocks(String sql, long height) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, height);
            try (var row = statement.executeQuery()) {
                var blocks = new ArrayList<BlockRef>();
                while (row.next()) {
                    blocks.add(block(row));
                }
                return blocks;
            }
        }
    }

    private List<Reveal> reveals() throws SQLException {
        var sql = "SELECT height, hash, time, place, address, tx, topics, data, reveal.known_at"
                + " FROM reveal JOIN log USING (height, place) JOIN block USING (height) ORDER BY reveal.id";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var reveals = new ArrayList<Reveal>();
            while (row.next()) {
                reveals.add(new Reveal(row.getLong(KNOWN_AT), log(row, block(row))));
            }
            return reveals;
        }
    }

    void logs(BlockRange range, Consumer<ChainLog> reader) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT height, hash, time, place, address, tx, topics, data"
                + " FROM log JOIN block USING (height) WHERE height BETWEEN ? AND ? ORDER BY height, place")) {
            statement.setLong(1, range.first());
            statement.setLong(2, range.last());
            try (var row = statement.executeQuery()) {
                @Nullable BlockRef block = null;
                while (row.next()) {
                    if (block == null || block.number() != row.getLong(HEIGHT)) {
                        block = block(row);
                    }
                    reader.accept(log(row, block));
                }
            }
        }
    }

    int count(LogQuery query) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) FROM log" + condition(query))) {
            bind(statement, query);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    List<ChainLog> newest(LogQuery query, int offset, int limit) throws SQLException {
        var sql = "SELECT height, hash, time, place, address, tx, topics, data FROM log JOIN block USING (height)"
                + condition(query) + " ORDER BY height DESC, place DESC LIMIT ? OFFSET ?";
        try (var statement = connection.prepareStatement(sql)) {
            var bound = bind(statement, query);
            statement.setInt(bound + 1, limit);
            statement.setInt(bound + 2, offset);
            try (var row = statement.executeQuery()) {
                var logs = new ArrayList<ChainLog>();
                while (row.next()) {
                    logs.add(log(row, block(row)));
                }
                return logs;
            }
        }
    }

    /// Topics stand one after the other: the first names the event, the others are words.
    private static String condition(LogQuery query) {
        var parts = new ArrayList<String>();
        if (!query.contracts().isEmpty()) {
            var places = String.join(", ", Collections.nCopies(query.contracts().size(), "?"));
            parts.add("address IN (" + places + ")");
        }
        if (query.about().isPresent()) {
            parts.add("? IN (substr(topics, 33, 32), substr(topics, 65, 32), substr(topics, 97, 32))");
        }
        if (query.since() > 0) {
            parts.add("height >= (SELECT min(height) FROM block WHERE time >= ?)");
        }
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    /// @return how many places were bound
    private static int bind(PreparedStatement statement, LogQuery query) throws SQLException {
        int place = 0;
        for (var contract : query.contracts()) {
            statement.setBytes(++place, contract.bytes().toArray());
        }
        if (query.about().isPresent()) {
            statement.setBytes(++place, query.about().get().bytes().toArray());
        }
        if (query.since() > 0) {
            statement.setLong(++place, query.since());
        }
        return place;
    }

    private static BlockRef block(ResultSet row) throws SQLException {
        var height = row.getLong(HEIGHT);
        var hash = row.getBytes(HASH);
        var time = row.getLong(TIME);
        return sound(() -> new BlockRef(height, hash(hash), Instant.ofEpochSecond(time)));
    }

    private static ChainLog log(ResultSet row, BlockRef block) throws SQLException {
        var place = row.getInt(PLACE);
        var address = row.getBytes(ADDRESS);
        var transaction = row.getBytes(TRANSACTION);
        var topics = row.getBytes(TOPICS);
        var data = row.getBytes(DATA);
        return sound(() -> new ChainLog(
                block, hash(transaction), place, new Address(Bytes.of(address)), topics(topics), Bytes.of(data)));
    }

    /// A row that holds no proper value is damage, though the database does not see it.
    private static <T> T sound(Supplier<T> value) throws SQLException {
        try {
            return value.get();
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw new DamagedRow(damaged);
        }
    }

    private static List<Hash32> topics(byte[] joined) {
        var topics = new ArrayList<Hash32>();
        for (int i = 0; i < joined.length; i += Hash32.LENGTH) {
            topics.add(hash(Arrays.copyOfRange(joined, i, i + Hash32.LENGTH)));
        }
        return topics;
    }

    private static Hash32 hash(byte[] bytes) {
        return new Hash32(Bytes.of(bytes));
    }
}
