package org.breakwater.desktop.place;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;

/// What a place makes of what is known and of the Safes, made beside the toolkit's thread. What was made before stays
/// until the newer is there. Lives on the toolkit's thread.
public final class WithCouncil<T> {

    private final Background background;
    private final boolean needed;
    private final Supplier<BiFunction<Known, Loadable<Council>, T>> asked;
    private final ReadOnlyObjectWrapper<Loadable<T>> value = new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private Subscription making = Subscription.EMPTY;

    /// @param needed whether nothing can be made while the Safes could not be read
    /// @param make called beside the toolkit's thread once the Safes are read or could not be
    public WithCouncil(Background background, boolean needed, BiFunction<Known, Loadable<Council>, T> make) {
        this(background, needed, () -> make);
    }

    /// For what also depends on something that a person chooses.
    ///
    /// @param asked asked on the toolkit's thread each time for what is called beside it
    public WithCouncil(Background background, boolean needed, Supplier<BiFunction<Known, Loadable<Council>, T>> asked) {
        this.background = background;
        this.needed = needed;
        this.asked = asked;
    }

    public ReadOnlyObjectProperty<Loadable<T>> value() {
        return value.getReadOnlyProperty();
    }

    /// Keeps it up with both, until the answer is closed.
    public Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return Subscription.combine(
                known.subscribe((_, newer) -> changed(newer, council.getValue())),
                council.subscribe(newer -> changed(known.getValue(), newer)),
                () -> making.unsubscribe());
    }

    /// As above, and made anew whenever something else that it is made of changes.
    public Subscription follow(
            ObservableValue<Loadable<Known>> known,
            ObservableValue<Loadable<Council>> council,
            ObservableValue<?> also) {
        return Subscription.combine(
                follow(known, council), also.subscribe(() -> changed(known.getValue(), council.getValue())));
    }

    private void changed(Loadable<Known> known, Loadable<Council> council) {
        if (council instanceof Loadable.Loading<Council> || council instanceof Loadable.Idle<Council>) {
            return;
        }
        making.unsubscribe();
        if (needed && council instanceof Loadable.Failed<Council>(var problem)) {
            value.set(new Loadable.Failed<>(problem));
            return;
        }
        switch (known) {
            case Loadable.Idle<Known> _, Loadable.Loading<Known> _ -> {}
            case Loadable.Failed<Known>(var problem) -> value.set(new Loadable.Failed<>(problem));
            case Loadable.Ready<Known>(var read, var asOf) -> make(read, council, asOf, Optional.empty());
            case Loadable.Stale<Known>(var read, var asOf, var why) -> make(read, council, asOf, Optional.of(why));
        }
    }

    /// As old as the older of the two.
    private void make(Known read, Loadable<Council> council, BlockRef asOf, Optional<String> why) {
        var older =
                asOf(council).filter(block -> block.number() < asOf.number()).orElse(asOf);
        var stale = why.or(() -> why(council));
        var make = asked.get();
        making = background.quietly(
                () -> made(
                        make,
                        read,
                        council,
                        older,
                        made -> stale.<Loadable<T>>map(reason -> new Loadable.Stale<>(made, older, reason))
                                .orElseGet(() -> new Loadable.Ready<>(made, older))),
                value::set);
    }

    /// The block of which the Safes were read.
    static Optional<BlockRef> asOf(Loadable<Council> council) {
        return switch (council) {
            case Loadable.Ready<Council>(var _, var asOf) -> Optional.of(asOf);
            case Loadable.Stale<Council>(var _, var asOf, var _) -> Optional.of(asOf);
            case Loadable.Idle<Council> _, Loadable.Loading<Council> _, Loadable.Failed<Council> _ -> Optional.empty();
        };
    }

    private static Optional<String> why(Loadable<Council> council) {
        return council instanceof Loadable.Stale<Council>(var _, var _, var why) ? Optional.of(why) : Optional.empty();
    }

    private Loadable<T> made(
            BiFunction<Known, Loadable<Council>, T> make,
            Known read,
            Loadable<Council> council,
            BlockRef asOf,
            Function<T, Loadable<T>> state) {
        try {
            return state.apply(make.apply(read, council));
        } catch (RuntimeException failed) {
            return new Loadable.Failed<>(new Problem(
                    "What the chain says at block " + asOf.number() + " could not be put together: " + failed + ".",
                    "Nothing is shown rather than something wrong.",
                    "Wait for the next block, or start again."));
        }
    }

    /// What was read of the Safes, be it the newest or not.
    public static Optional<Council> read(Loadable<Council> council) {
        return council.read();
    }
}
