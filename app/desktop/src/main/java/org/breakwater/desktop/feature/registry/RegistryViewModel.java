package org.breakwater.desktop.feature.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Derived;

/// All subjects, those that pass the filters, and the one that is looked at.
final class RegistryViewModel {

    /// What happened to the subject that is looked at, or why that is not known.
    sealed interface Changes {

        record Reading() implements Changes {}

        record Read(List<StatusChange> newestFirst) implements Changes {}

        record Failed(Problem problem) implements Changes {}
    }

    /// Reads what happened to a subject; blocking.
    @FunctionalInterface
    interface History {
        List<StatusChange> of(long subjectId) throws ProblemException;
    }

    /// What a reading of the history depends on.
    private record Version(long subject, long attestedAt, long statusSince, int score) {}

    private final Derived<RegistryPage> page;
    private final Background background;
    private final History history;
    private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(Filters.NONE);
    private final ReadOnlyObjectWrapper<Optional<Long>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Changes> changes = new ReadOnlyObjectWrapper<>(new Changes.Reading());
    private final ObservableValue<Optional<RegistryRow>> shown;
    private Subscription reading = Subscription.EMPTY;
    private Optional<Long> readFor = Optional.empty();

    RegistryViewModel(Place start, Background background, TextLibrary texts, History history) {
        this.background = background;
        this.history = history;
        page = new Derived<>(background, known -> ReadRegistry.of(known, texts));
        shown = Bindings.createObjectBinding(this::subject, page.value(), asked);
        go(start);
    }

    Subscription follow(ObservableValue<Loadable<Known>> known) {
        ObservableValue<Optional<Version>> version = shown.map(row -> row.map(RegistryViewModel::version));
        return Subscription.combine(
                version.subscribe(wanted -> wanted.ifPresent(this::readHistory)),
                page.follow(known),
                () -> reading.unsubscribe());
    }

    private static Version version(RegistryRow row) {
        var subject = row.subject().subject();
        return new Version(row.id(), row.inputs().attestedAt(), subject.statusSince(), subject.scoreBps());
    }

    /// What is shown of the same subject stays until the newer is there.
    private void readHistory(Version version) {
        if (!readFor.equals(Optional.of(version.subject()))) {
            changes.set(new Changes.Reading());
        }
        readFor = Optional.of(version.subject());
        reading.unsubscribe();
        reading = background.quietly(() -> read(version.subject()), changes::set);
    }

    private Changes read(long subject) {
        try {
            return new Changes.Read(history.of(subject));
        } catch (ProblemException failed) {
            return new Changes.Failed(failed.problem());
        }
    }

    ReadOnlyObjectProperty<Loadable<RegistryPage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Filters> filters() {
        return filters.getReadOnlyProperty();
    }

    void filter(UnaryOperator<Filters> change) {
        filters.set(change.apply(filters.get()));
    }

    /// Empty where none is looked at, where there is none of that number, and while nothing is known.
    ObservableValue<Optional<RegistryRow>> shown() {
        return shown;
    }

    ReadOnlyObjectProperty<Optional<Long>> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Changes> changes() {
        return changes.getReadOnlyProperty();
    }

    /// Looks at another place of the registry.
    ///
    /// @return false where it is none of its
    boolean go(Place place) {
        return switch (place) {
            case Place.Registry _ -> {
                asked.set(Optional.empty());
                yield true;
            }
            case Place.Subject(var id) -> {
                asked.set(Optional.of(id));
                yield true;
            }
            default -> false;
        };
    }

    List<String> trail() {
        return asked.get()
                .map(id -> List.of(
                        "Pools",
                        "Risk registry",
                        shown.getValue().map(RegistryRow::name).orElse("Subject " + id)))
                .orElse(List.of("Pools", "Risk registry"));
    }

    private Optional<RegistryRow> subject() {
        return asked.get().flatMap(id -> read().flatMap(all -> all.subject(id)));
    }

    private Optional<RegistryPage> read() {
        return page.value().get().read();
    }
}
