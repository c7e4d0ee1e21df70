package org.breakwater.desktop.feature.council;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.council.Council;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.Opening.Opened;
import org.breakwater.desktop.place.TakingIn;
import org.breakwater.desktop.place.WithCouncil;

/// Takes in a transaction that somebody handed on as a file or as text. Everything in it is verified before it is kept;
/// nothing is handed to a service. Lives on the toolkit's thread.
final class TakeInViewModel {

    private final Acting acting;
    private final ObservableValue<Loadable<Council>> council;
    private final Background background;
    private final Consumer<SharedTransaction> taken;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param taken what follows when one was taken in
    TakeInViewModel(
            Acting acting,
            ObservableValue<Loadable<Council>> council,
            Background background,
            Consumer<SharedTransaction> taken) {
        this.acting = acting;
        this.council = council;
        this.background = background;
        this.taken = taken;
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /// Why the last one was not taken in.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void ask() {
        problem.set(Optional.empty());
        open.set(true);
    }

    void cancel() {
        open.set(false);
    }

    void takeText(String text) {
        take(() -> acting.actions().reader().pasted(text));
    }

    void takeFile(Opened file) {
        take(() -> acting.actions().reader().read(file.name(), file.text()));
    }

    private void take(Attempt.Work<SharedTransaction> read) {
        var safes = WithCouncil.read(council.getValue());
        working.set(true);
        problem.set(Optional.empty());
        background.run(
                "Taking in a transaction",
                () -> Attempt.of(() -> TakingIn.keep(acting, read.done(), safes)),
                outcome -> {
                    working.set(false);
                    outcome.then(this::done, refused -> problem.set(Optional.of(refused)));
                });
    }

    private void done(SharedTransaction transaction) {
        open.set(false);
        acting.changed();
        taken.accept(transaction);
    }
}
