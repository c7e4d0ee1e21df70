package org.breakwater.desktop.feature.pools;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.Derived;

/// All pools and the one that is looked at. Where none was asked for, that is the one with the lowest solvency.
final class PoolsViewModel {

    private final Derived<PoolsPage> page;
    private final ReadOnlyObjectWrapper<Optional<Long>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PoolPart> part = new ReadOnlyObjectWrapper<>(PoolPart.OVERVIEW);
    private final ObservableValue<Optional<PoolDetail>> shown;

    PoolsViewModel(Place start, Background background, TextLibrary texts) {
        page = new Derived<>(background, known -> ReadPools.of(known, texts));
        shown = Bindings.createObjectBinding(this::detail, page.value(), asked);
        go(start);
    }

    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return page.follow(known);
    }

    ReadOnlyObjectProperty<Loadable<PoolsPage>> page() {
        return page.value();
    }

    /// The pool that is looked at; empty where there is none of that number, and while nothing is known.
    ObservableValue<Optional<PoolDetail>> shown() {
        return shown;
    }

    /// The number that was asked for, whether there is such a pool or not.
    ReadOnlyObjectProperty<Optional<Long>> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PoolPart> part() {
        return part.getReadOnlyProperty();
    }

    /// Looks at another place of the pools.
    ///
    /// @return false where it is none of theirs
    boolean go(Place place) {
        return switch (place) {
            case Place.Pools _ -> {
                part.set(PoolPart.OVERVIEW);
                asked.set(Optional.empty());
                yield true;
            }
            case Place.Pool(var id, var wanted) -> {
                part.set(wanted);
                asked.set(Optional.of(id));
                yield true;
            }
            default -> false;
        };
    }

    /// Where the same part of another pool is.
    Place other(long id) {
        return new Place.Pool(id, part.get());
    }

    /// Where another part of the pool is that is looked at.
    Place other(PoolPart wanted) {
        return shown.getValue()
                .<Place>map(pool -> new Place.Pool(pool.row().id(), wanted))
                .orElseGet(Place.Pools::new);
    }

    /// The way from the section downwards.
    List<String> trail() {
        return asked.get().isEmpty()
                ? List.of("Pools")
                : List.of(
                        "Pools",
                        shown.getValue()
                                .map(pool -> pool.row().name())
                                .orElse("Pool " + asked.get().get()));
    }

    private Optional<PoolDetail> detail() {
        return read().flatMap(
                        all -> asked.get().isPresent() ? all.pool(asked.get().get()) : all.worst());
    }

    private Optional<PoolsPage> read() {
        return page.value().get().read();
    }
}
