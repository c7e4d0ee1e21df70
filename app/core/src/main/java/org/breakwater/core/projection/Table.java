package org.breakwater.core.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rows of immutable values by their keys. Every change is noted in the journal, so that it can be taken back.
final class Table<K, V> {

    private final Map<K, V> rows;
    private final @Nullable Journal journal;
    private @Nullable Table<K, V> frozen;

    private Table(Map<K, V> rows, @Nullable Journal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    static <K, V> Table<K, V> in(Journal journal) {
        return new Table<>(new HashMap<>(), journal);
    }

    /// These rows as they are now, for good. Tables that did not change share one copy.
    Table<K, V> frozen() {
        if (journal == null) {
            return this;
        }
        var copy = frozen;
        if (copy == null) {
            copy = new Table<>(new HashMap<>(rows), null);
            frozen = copy;
        }
        return copy;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    V get(K key, V absent) {
        return rows.getOrDefault(key, absent);
    }

    /// @throws HistoryGap where there is no such row
    V require(K key, Supplier<String> what) {
        var row = rows.get(key);
        if (row == null) {
            throw new HistoryGap(what.get());
        }
        return row;
    }

    int size() {
        return rows.size();
    }

    /// In no order.
    Collection<V> values() {
        return rows.values();
    }

    /// In no order.
    Collection<Map.Entry<K, V>> entries() {
        return rows.entrySet();
    }

    void put(K key, V value) {
        var before = rows.put(key, value);
        noted(key, before);
    }

    void remove(K key) {
        var before = rows.remove(key);
        if (before != null) {
            noted(key, before);
        }
    }

    /// Replaces a row that is there.
    ///
    /// @throws HistoryGap where there is no such row
    void change(K key, Supplier<String> what, UnaryOperator<V> change) {
        put(key, change.apply(require(key, what)));
    }

    /// Replaces a row, or what stands for it while it is not there.
    void change(K key, V absent, UnaryOperator<V> change) {
        put(key, change.apply(get(key, absent)));
    }

    private void noted(K key, @Nullable V before) {
        if (journal == null) {
            throw new IllegalStateException("a snapshot does not change");
        }
        frozen = null;
        journal.note(() -> {
            frozen = null;
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }
}
