package org.breakwater.desktop.feature.welcome;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.problem.Problem;

/// Which network somebody wants, what they enter of it, and why it could not be opened. Lives on the toolkit's thread.
public final class WelcomeViewModel {

    /// What the page shows.
    enum Page {
        /// The three choices.
        CHOICES,
        /// What is entered of a deployment.
        CONNECT,
        /// The same, for a console at which nobody signs.
        READ
    }

    private final Consumer<Wanted> open;
    private final Runnable stop;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.CHOICES);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper working = new ReadOnlyStringWrapper("");
    private final StringProperty endpoint = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty deployment = new SimpleStringProperty("");
    private final StringProperty service = new SimpleStringProperty("");
    private final StringProperty addressBook = new SimpleStringProperty("");

    /// @param open tries to open it, and says {@link #working}, {@link #refused}
    /// @param stop ends the try
    public WelcomeViewModel(Consumer<Wanted> open, Runnable stop) {
        this.open = open;
        this.stop = stop;
    }

    /// Fills in what was chosen before.
    public void fillIn(Wanted.Deployed before) {
        endpoint.set(before.endpoints().getFirst());
        second.set(before.endpoints().stream().skip(1).findFirst().orElse(""));
        deployment.set(before.deployment());
        service.set(before.service().orElse(""));
        addressBook.set(before.addressBook().orElse(""));
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /// Why it could not be opened.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What is under way, or the empty string.
    ReadOnlyStringProperty working() {
        return working.getReadOnlyProperty();
    }

    StringProperty endpoint() {
        return endpoint;
    }

    /// One to compare with.
    StringProperty second() {
        return second;
    }

    StringProperty deployment() {
        return deployment;
    }

    StringProperty service() {
        return service;
    }

    StringProperty addressBook() {
        return addressBook;
    }

    /// What is missing before it can be tried, or the empty string.
    ObservableValue<String> missing() {
        return Bindings.createStringBinding(
                () -> endpoint.get().isBlank()
                        ? "the address of an endpoint"
                        : deployment.get().isBlank() ? "the deployment file" : "",
                endpoint,
                deployment);
    }

    void show(Page other) {
        problem.set(Optional.empty());
        page.set(other);
    }

    void openLocal() {
        open.accept(new Wanted.Local());
    }

    /// Tries what was entered.
    void connect() {
        if (missing().getValue().isEmpty() && working.get().isEmpty()) {
            problem.set(Optional.empty());
            open.accept(new Wanted.Deployed(
                    Stream.of(endpoint, second)
                            .map(text -> text.get().strip())
                            .filter(text -> !text.isEmpty())
                            .toList(),
                    deployment.get().strip(),
                    entered(service),
                    entered(addressBook),
                    page.get() == Page.READ));
        }
    }

    private static Optional<String> entered(StringProperty text) {
        return Optional.of(text.get().strip()).filter(entered -> !entered.isEmpty());
    }

    /// Waits no longer.
    void stop() {
        working.set("");
        stop.run();
    }

    /// Says what is under way.
    public void working(String words) {
        working.set(words);
    }

    /// Says why it could not be opened.
    public void refused(Problem why) {
        working.set("");
        problem.set(Optional.of(why));
    }
}
