package org.breakwater.desktop.boot;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.ReadCouncil;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;

/// The Safes, read anew after each block beside the toolkit's thread, on which this lives. A reading that fails leaves
/// the one before it, as a stale one.
final class CouncilWatch {

    private final ReadCouncil read;
    private final Background background;
    private final ReadOnlyObjectWrapper<Loadable<Council>> council =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private Subscription reading = Subscription.EMPTY;
    private Optional<BlockRef> newest = Optional.empty();

    CouncilWatch(ReadCouncil read, Background background) {
        this.read = read;
        this.background = background;
    }

    ReadOnlyObjectProperty<Loadable<Council>> council() {
        return council.getReadOnlyProperty();
    }

    /// Reads after each block that becomes known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return Subscription.combine(known.subscribe(this::changed), () -> reading.unsubscribe());
    }

    private void changed(Loadable<Known> known) {
        if (known instanceof Loadable.Ready<Known>(var _, var block)) {
            newest = Optional.of(block);
            refresh();
        }
    }

    /// Reads once more as of the newest block, because something else than the chain has changed.
    void refresh() {
        newest.ifPresent(block -> {
            reading.unsubscribe();
            var before = council.get();
            reading = background.quietly(() -> read(block, before), council::set);
        });
    }

    private Loadable<Council> read(BlockRef block, Loadable<Council> before) {
        try {
            return new Loadable.Ready<>(read.read(block), block);
        } catch (ProblemException failed) {
            var why = failed.problem().toString();
            return switch (before) {
                case Loadable.Ready<Council>(var old, var asOf) -> new Loadable.Stale<>(old, asOf, why);
                case Loadable.Stale<Council>(var old, var asOf, var _) -> new Loadable.Stale<>(old, asOf, why);
                case Loadable.Idle<Council> _, Loadable.Loading<Council> _, Loadable.Failed<Council> _ ->
                    new Loadable.Failed<>(failed.problem());
            };
        }
    }
}
