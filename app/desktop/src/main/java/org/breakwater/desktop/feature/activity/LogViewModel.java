package org.breakwater.desktop.feature.activity;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.event.EventSentence;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.table.PagedRows;
import org.jspecify.annotations.Nullable;

/// The log of the chain, newest first, page by page. What comes while one reads does not push the rows away: it is
/// counted, and shown when it is asked for.
final class LogViewModel implements AutoCloseable {

    /// Where events are, and what things are called.
    record Sources(EventLog events, Deployment deployment, AddressBook book, TextLibrary texts) {}

    /// What is looked for.
    ///
    /// @param typed what was typed
    /// @param about the word it stands for; empty where it stands for none
    record Search(String typed, Optional<Hash32> about) {

        static final Search NOTHING = new Search("", Optional.empty());

        /// Whether something was typed that is no address, name or number.
        boolean isUnknown() {
            return !typed.isEmpty() && about.isEmpty();
        }
    }

    private final Sources sources;
    private final Function<Address, String> name;
    private final Background background;
    private final PagedRows<LogEntry> rows;
    private final ReadOnlyObjectWrapper<Optional<Area>> area = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Span>> span = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(Search.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Integer>> count = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> newer = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Optional<LogEntry>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Known known;
    private long since;
    private Subscription counting = Subscription.EMPTY;

    /// @param name what an address is called
    LogViewModel(Sources sources, Function<Address, String> name, Background background) {
        this.sources = sources;
        this.name = name;
        this.background = background;
        this.rows = new PagedRows<>(background);
    }

    PagedRows<LogEntry> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Optional<Area>> area() {
        return area.getReadOnlyProperty();
    }

    /// How far back; empty for all that is stored.
    ReadOnlyObjectProperty<Optional<Span>> span() {
        return span.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Search> search() {
        return search.getReadOnlyProperty();
    }

    /// How many events are listed; empty until that is known.
    ReadOnlyObjectProperty<Optional<Integer>> count() {
        return count.getReadOnlyProperty();
    }

    /// How many have come since.
    ReadOnlyObjectProperty<Integer> newer() {
        return newer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<LogEntry>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void know(Known newest) {
        known = newest;
        if (count.get().isEmpty()) {
            list();
        } else {
            count(all -> newer.set(Math.max(0, all - count.get().orElse(all))));
        }
    }

    void show(Optional<Area> wanted) {
        if (!wanted.equals(area.get())) {
            area.set(wanted);
            list();
        }
    }

    void showSpan(Optional<Span> wanted) {
        if (!wanted.equals(span.get())) {
            span.set(wanted);
            list();
        }
    }

    /// Looks for an address, the name of one in the book, or the number of a thing.
    void search(String typed) {
        var words = typed.strip();
        var found = new Search(words, about(words));
        if (!found.equals(search.get())) {
            search.set(found);
            list();
        }
    }

    private Optional<Hash32> about(String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.matches("[0-9]{1,77}")) {
            return Optional.of(new Hash32(Word.of(new BigInteger(words))));
        }
        return address(words).map(address -> new Hash32(Word.of(address)));
    }

    private Optional<Address> address(String words) {
        try {
            return Optional.of(Address.parse(words));
        } catch (IllegalArgumentException noAddress) {
            var wanted = words.toLowerCase(Locale.ROOT);
            return sources.book().all().entrySet().stream()
                    .filter(entry -> entry.getValue().toLowerCase(Locale.ROOT).equals(wanted))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    void clear() {
        area.set(Optional.empty());
        span.set(Optional.empty());
        search.set(Search.NOTHING);
        list();
    }

    /// Shows what came since.
    void showNewer() {
        list();
    }

    void choose(LogEntry entry) {
        chosen.set(Optional.of(entry));
    }

    void leave() {
        chosen.set(Optional.empty());
    }

    /// Reads everything that is listed, newest first.
    Subscription readAll(Consumer<List<LogEntry>> sink) {
        var present = known;
        var size = count.get().orElse(0);
        return present == null
                ? Subscription.EMPTY
                : background.run("Reading the log", () -> page(present, query(present), size, 0, size), sink);
    }

    /// The span is measured from the block at which the list is made: what scrolls out of it later stays.
    private void list() {
        since = span.get().map(this::start).orElse(0L);
        count(all -> {
            count.set(Optional.of(all));
            newer.set(0);
            var present = known;
            if (present != null) {
                var query = query(present);
                rows.show(all, (offset, limit) -> page(present, query, all, offset, limit));
            }
        });
    }

    private long start(Span back) {
        var present = known;
        return present == null
                ? 0
                : Math.max(0, present.block().time().minus(back.length()).getEpochSecond());
    }

    private LogQuery query(Known present) {
        if (search.get().isUnknown()) {
            return new LogQuery(Set.of(Address.ZERO), Optional.empty());
        }
        return new LogQuery(
                area.get()
                        .map(wanted -> wanted.contracts(sources.deployment(), present.view()))
                        .orElse(Set.of()),
                search.get().about(),
                since);
    }

    /// What came of counting.
    private record Counted(int count, Optional<Problem> problem) {}

    private void count(Consumer<Integer> sink) {
        counting.unsubscribe();
        var present = known;
        if (present == null) {
            return;
        }
        var query = query(present);
        counting = background.quietly(() -> counted(query), counted -> {
            problem.set(counted.problem());
            if (counted.problem().isEmpty()) {
                sink.accept(counted.count());
            }
        });
    }

    private Counted counted(LogQuery query) {
        try {
            return new Counted(sources.events().count(query), Optional.empty());
        } catch (ProblemException failed) {
            return new Counted(0, Optional.of(failed.problem()));
        }
    }

    /// What came since the list was made stands above it and is passed over.
    private List<LogEntry> page(Known present, LogQuery query, int listed, int offset, int limit) {
        try {
            var since = Math.max(0, sources.events().count(query) - listed);
            var sentence = new EventSentence(EventNames.of(present, name, sources.texts()));
            return sources.events().entries(query, since + offset, limit).stream()
                    .map(event -> entry(event, sentence))
                    .toList();
        } catch (ProblemException failed) {
            background.quietly(failed::problem, broken -> problem.set(Optional.of(broken)));
            return List.of();
        }
    }

    private LogEntry entry(EventLog.Entry stored, EventSentence sentence) {
        return new LogEntry(
                stored.log(),
                stored.fact(),
                stored.fact().map(sentence::of).orElse(LogEntry.UNREAD),
                name.apply(stored.log().address()));
    }

    @Override
    public void close() {
        counting.unsubscribe();
        rows.close();
    }
}
