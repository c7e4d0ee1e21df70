package org.breakwater.desktop.kit.table;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.util.Subscription;
import org.breakwater.desktop.fx.Background;
import org.jspecify.annotations.Nullable;

/// The rows of a large table, read page by page when they come into view. A row that is not read yet is null.
/// Lives on the toolkit's thread.
public final class PagedRows<R> extends ObservableListBase<@Nullable R> implements AutoCloseable {

    static final int PAGE = 200;
    private static final int PAGES_KEPT = 50;

    /// Where pages come from; called beside the toolkit's thread.
    @FunctionalInterface
    public interface Source<R> {

        /// @return the rows from `offset`, `limit` of them or as many as there are
        List<R> page(int offset, int limit);
    }

    private final Background background;
    private final Map<Integer, List<R>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<R>> eldest) {
            return size() > PAGES_KEPT;
        }
    };
    private final Map<Integer, Subscription> asked = new HashMap<>();
    private Source<R> source = (_, _) -> List.of();
    private int size;

    public PagedRows(Background background) {
        this.background = background;
    }

    /// Shows other rows: another filter, another order, another block.
    public void show(int count, Source<R> newSource) {
        cancel();
        source = newSource;
        pages.clear();
        var removed = Collections.<@Nullable R>nCopies(size, null);
        size = count;
        beginChange();
        nextReplace(0, count, removed);
        endChange();
    }

    /// Shows the same rows as they are now, after another block. What was read stays until it is read anew, so nothing
    /// blinks and nothing jumps. What is being read is asked again, for nobody looks at its rows twice.
    public void renew(int count, Source<R> newSource) {
        var wanted = new TreeSet<>(pages.keySet());
        wanted.addAll(asked.keySet());
        cancel();
        source = newSource;
        resize(count);
        pages.keySet().removeIf(number -> number * PAGE >= count);
        wanted.stream().filter(number -> number * PAGE < count).forEach(this::ask);
    }

    private void resize(int count) {
        var before = size;
        size = count;
        beginChange();
        if (count > before) {
            nextAdd(before, count);
        } else if (count < before) {
            nextRemove(count, Collections.<@Nullable R>nCopies(before - count, null));
        }
        endChange();
    }

    @Override
    public @Nullable R get(int index) {
        Objects.checkIndex(index, size);
        var number = index / PAGE;
        var page = pages.get(number);
        if (page == null) {
            ask(number);
            return null;
        }
        var within = index % PAGE;
        return within < page.size() ? page.get(within) : null;
    }

    private void ask(int number) {
        if (!asked.containsKey(number)) {
            var from = source;
            asked.put(number, background.quietly(() -> from.page(number * PAGE, PAGE), page -> arrived(number, page)));
        }
    }

    private void arrived(int number, List<R> page) {
        asked.remove(number);
        if (page.equals(pages.put(number, page))) {
            return;
        }
        beginChange();
        for (int i = number * PAGE; i < Math.min(size, (number + 1) * PAGE); i++) {
            nextUpdate(i);
        }
        endChange();
    }

    @Override
    public int size() {
        return size;
    }

    /// These rows for a table, which draws a row that is not read yet as such.
    @SuppressWarnings("NullAway") // a table's own type does not say that its cells take null
    public ObservableList<R> forTable() {
        return this;
    }

    /// The pages that are being read.
    Set<Integer> waitingFor() {
        return new HashSet<>(asked.keySet());
    }

    private void cancel() {
        asked.values().forEach(Subscription::unsubscribe);
        asked.clear();
    }

    @Override
    public void close() {
        cancel();
    }
}
