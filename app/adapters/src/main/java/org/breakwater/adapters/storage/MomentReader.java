package org.breakwater.adapters.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexMark;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.value.BlockRef;

/// Reads an index within one transaction, and not beyond it.
final class MomentReader implements IndexReader, AutoCloseable {

    private final IndexDatabase database;
    private final IndexRows rows;
    private boolean isOver;

    MomentReader(IndexDatabase database, Connection connection) {
        this.database = database;
        this.rows = new IndexRows(connection);
    }

    @Override
    public IndexState state() throws IndexException {
        return ask(IndexRows::state);
    }

    @Override
    public IndexMark mark() throws IndexException {
        return ask(IndexRows::mark);
    }

    @Override
    public Optional<BlockRef> newestUpTo(long height) throws IndexException {
        return ask(index -> index.newestUpTo(height));
    }

    @Override
    public void read(BlockRange range, Consumer<ChainLog> reader) throws IndexException {
        ask(index -> {
            index.logs(range, reader);
            return true;
        });
    }

    @Override
    public int count(LogQuery query) throws IndexException {
        return ask(index -> index.count(query));
    }

    @Override
    public List<ChainLog> newest(LogQuery query, int offset, int limit) throws IndexException {
        return ask(index -> index.newest(query, offset, limit));
    }

    private <T> T ask(Question<T> question) throws IndexException {
        if (isOver) {
            throw new IllegalStateException("the moment that was read has passed");
        }
        try {
            return question.ask(rows);
        } catch (SQLException failed) {
            throw new IndexException(database.fault(failed), failed);
        }
    }

    @Override
    public void close() {
        isOver = true;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(IndexRows rows) throws SQLException;
    }
}
