package org.breakwater.adapters.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.index.Segment;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;

/// Writes segments into the tables, in SQL that every database here understands. Whoever calls it ends the transaction.
final class SegmentWriter {

    private static final String WITHOUT_LOGS = "NOT EXISTS (SELECT 1 FROM log WHERE log.height = block.height)";

    private final Connection connection;

    SegmentWriter(Connection connection) {
        this.connection = connection;
    }

    /// Makes an empty store the protocol's.
    ///
    /// @return whether the store belongs to the protocol
    boolean claim(Protocol protocol) throws SQLException {
        try (var row =
                connection.prepareStatement("INSERT INTO progress VALUES (1, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            row.setBytes(1, protocol.fingerprint().bytes().toArray());
            row.setLong(2, protocol.first());
            row.setLong(3, protocol.first() - 1);
            row.setLong(4, protocol.first() - 1);
            row.executeUpdate();
        }
        return new IndexRows(connection).protocol().equals(Optional.of(protocol.fingerprint()));
    }

    void write(Segment segment) throws SQLException {
        dropAbove(segment.after());
        blocks(segment);
        logs(segment);
        reveals(segment);
        progress(segment);
    }

    /// Takes back an abandoned branch, and what only that branch made wanted.
    private void dropAbove(long height) throws SQLException {
        update("DELETE FROM reveal WHERE known_at > ?", height);
        var dropped = update("DELETE FROM log WHERE height > ?", height)
                + update("DELETE FROM log WHERE known_at > ?", height);
        update("DELETE FROM block WHERE height > ?", height);
        if (dropped > 0) {
            update("DELETE FROM block WHERE height < (SELECT finality FROM progress) AND " + WITHOUT_LOGS);
        }
    }

    private void blocks(Segment segment) throws SQLException {
        try (var rows = new BlockRows(connection)) {
            for (var block : segment.blocks()) {
                rows.add(block);
            }
            for (var log : segment.logs()) {
                rows.add(log.block());
            }
            for (var found : segment.found()) {
                rows.add(found.log().block());
            }
            rows.write();
        }
    }

    private void logs(Segment segment) throws SQLException {
        var sql = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        try (var rows = connection.prepareStatement(sql)) {
            for (var log : segment.logs()) {
                add(rows, log, null);
            }
            for (var found : segment.found()) {
                add(rows, found.log(), found.knownAt());
            }
            rows.executeBatch();
        }
    }

    private static void add(PreparedStatement rows, ChainLog log, @Nullable Long knownAt) throws SQLException {
        rows.setLong(1, log.block().number());
        rows.setInt(2, log.index());
        rows.setBytes(3, log.address().bytes().toArray());
        rows.setBytes(4, log.transaction().bytes().toArray());
        rows.setBytes(5, joined(log));
        rows.setBytes(6, log.data().toArray());
        if (knownAt == null) {
            rows.setNull(7, Types.BIGINT);
        } else {
            rows.setLong(7, knownAt);
        }
        rows.addBatch();
    }

    private static byte[] joined(ChainLog log) {
        var joined = new byte[log.topics().size() * Hash32.LENGTH];
        var end = 0;
        for (var topic : log.topics()) {
            System.arraycopy(topic.bytes().toArray(), 0, joined, end, Hash32.LENGTH);
            end += Hash32.LENGTH;
        }
        return joined;
    }

    private void reveals(Segment segment) throws SQLException {
        for (var reveal : segment.reveals()) {
            update(
                    "INSERT INTO reveal (known_at, height, place) VALUES (?, ?, ?)",
                    reveal.knownAt(),
                    reveal.log().block().number(),
                    reveal.log().index());
        }
    }

    /// Writes how far the store is, and forgets the blocks below finality that nothing needs any more.
    private void progress(Segment segment) throws SQLException {
        update(
                "DELETE FROM block WHERE height >= (SELECT finality FROM progress) AND height < ? AND " + WITHOUT_LOGS,
                segment.finality());
        update("UPDATE progress SET through = ?, finality = ?", segment.through(), segment.finality());
    }

    private int update(String sql, long... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /// Blocks as rows, each once.
    private static final class BlockRows implements AutoCloseable {

        private final PreparedStatement rows;
        private @Nullable BlockRef last;

        private BlockRows(Connection connection) throws SQLException {
            this.rows = connection.prepareStatement("INSERT INTO block VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        }

        private void add(BlockRef block) throws SQLException {
            if (block.equals(last)) {
                return;
            }
            rows.setLong(1, block.number());
            rows.setBytes(2, block.hash().bytes().toArray());
            rows.setLong(3, block.time().getEpochSecond());
            rows.addBatch();
            last = block;
        }

        private void write() throws SQLException {
            rows.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }
}
