package org.breakwater.desktop.place;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;

/// What a place makes of what is known, made beside the toolkit's thread. What was made before stays until the newer is
/// there. Lives on the toolkit's thread.
public final class Derived<T> {

    private final Background background;
    private final Function<Known, T> make;
    private final ReadOnlyObjectWrapper<Loadable<T>> value = new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private Subscription making = Subscription.EMPTY;

    /// @param make called beside the toolkit's thread
    public Derived(Background background, Function<Known, T> make) {
        this.background = background;
        this.make = make;
    }

    public ReadOnlyObjectProperty<Loadable<T>> value() {
        return value.getReadOnlyProperty();
    }

    /// Keeps it up with what is known, until the answer is closed.
    public Subscription follow(ObservableValue<Loadable<Known>> known) {
        return Subscription.combine(known.subscribe(this::changed), () -> making.unsubscribe());
    }

    private void changed(Loadable<Known> state) {
        making.unsubscribe();
        switch (state) {
            case Loadable.Idle<Known> _ -> value.set(new Loadable.Idle<>());
            case Loadable.Loading<Known> _ -> value.set(new Loadable.Loading<>());
            case Loadable.Failed<Known>(var problem) -> value.set(new Loadable.Failed<>(problem));
            case Loadable.Ready<Known>(var read, var asOf) ->
                make(read, asOf, made -> new Loadable.Ready<>(made, asOf));
            case Loadable.Stale<Known>(var read, var asOf, var why) ->
                make(read, asOf, made -> new Loadable.Stale<>(made, asOf, why));
        }
    }

    private void make(Known read, BlockRef asOf, Function<T, Loadable<T>> state) {
        making = background.quietly(() -> made(read, asOf, state), value::set);
    }

    private Loadable<T> made(Known read, BlockRef asOf, Function<T, Loadable<T>> state) {
        try {
            return state.apply(make.apply(read));
        } catch (RuntimeException failed) {
            return new Loadable.Failed<>(new Problem(
                    "What the chain says at block " + asOf.number() + " could not be put together: " + failed + ".",
                    "Nothing is shown rather than something wrong.",
                    "Wait for the next block, or start again."));
        }
    }
}
