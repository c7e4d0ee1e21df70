package org.breakwater.desktop.feature.policies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Rows, narrowed by words, and the one whose detail is shown.
final class RecordListViewModel<R> {

    private final Function<R, String> key;
    private final Function<R, String> words;
    private final ReadOnlyObjectWrapper<Optional<List<R>>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<R>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<List<R>> all = Optional.empty();
    private String search = "";

    /// @param key what a row is about
    /// @param words what a search looks through
    RecordListViewModel(Function<R, String> key, Function<R, String> words) {
        this.key = key;
        this.words = words;
    }

    /// The rows that the search leaves; nothing before the first are known.
    ReadOnlyObjectProperty<Optional<List<R>>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<R>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// How many there are without the search; nothing before the first are known.
    Optional<Integer> count() {
        return all.map(List::size);
    }

    /// Takes newer rows of the same things; what is chosen stays chosen.
    void know(List<R> rows) {
        all = Optional.of(List.copyOf(rows));
        narrow();
        chosen.set(chosen.get()
                .flatMap(old -> rows.stream()
                        .filter(row -> key.apply(row).equals(key.apply(old)))
                        .findFirst()));
    }

    void search(String typed) {
        search = typed.toLowerCase(Locale.ROOT);
        narrow();
    }

    void choose(R row) {
        chosen.set(Optional.of(row));
    }

    void leave() {
        chosen.set(Optional.empty());
    }

    private void narrow() {
        var parts =
                Stream.of(search.split("\\s+")).filter(part -> !part.isEmpty()).toList();
        wanted.set(all.map(rows -> rows.stream()
                .filter(row -> parts.stream().allMatch(words.apply(row).toLowerCase(Locale.ROOT)::contains))
                .toList()));
    }
}
