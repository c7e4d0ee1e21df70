package org.breakwater.desktop.feature.inbox;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.place.WithCouncil;

/// What waits: which of it is listed, and which one is looked at.
final class InboxViewModel {

    private final Reviews reviews;
    private final WithCouncil<InboxPage> page;
    private final ReadOnlyObjectWrapper<Optional<Need>> need = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> search = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<String>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());

    InboxViewModel(InboxPage.Maker maker, Background background) {
        this.reviews = maker.reviews();
        this.page = new WithCouncil<>(
                background, false, (known, council) -> maker.page(known, WithCouncil.read(council), problem(council)));
    }

    private static Optional<String> problem(Loadable<Council> council) {
        return council instanceof Loadable.Failed<Council>(var problem)
                ? Optional.of(problem.toString())
                : Optional.empty();
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return page.follow(known, council, reviews.changes());
    }

    ReadOnlyObjectProperty<Loadable<InboxPage>> page() {
        return page.value();
    }

    /// What is listed; empty for all.
    ReadOnlyObjectProperty<Optional<Need>> need() {
        return need.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<String> search() {
        return search.getReadOnlyProperty();
    }

    /// The key of the row that is looked at; empty for the first.
    ReadOnlyObjectProperty<Optional<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    void list(Optional<Need> wanted) {
        need.set(wanted);
    }

    void search(String text) {
        search.set(text.strip());
    }

    void choose(String key) {
        chosen.set(Optional.of(key));
    }

    List<InboxRow> listed(InboxPage read) {
        return read.of(need.get()).stream()
                .filter(row -> row.mentions(search.get()))
                .toList();
    }

    /// The row to preview: the chosen one while it is listed, else the first.
    Optional<InboxRow> shown(InboxPage read) {
        var listed = listed(read);
        return listed.stream()
                .filter(row -> chosen.get().equals(Optional.of(row.key())))
                .findFirst()
                .or(() -> listed.stream().findFirst());
    }
}
