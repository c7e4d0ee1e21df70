package org.breakwater.desktop.feature.treasury;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.jspecify.annotations.Nullable;

/// The figures, made anew with each block and when the treasury's past is read. Lives on the toolkit's thread.
final class MeasuresViewModel {

    /// Which of them are shown.
    enum Group {
        PROTOCOL,
        POOLS,
        FALLS
    }

    private final ReadMeasures read;
    private final Background background;
    private final ReadOnlyObjectWrapper<Loadable<MeasuresPage>> page =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private final ReadOnlyObjectWrapper<Group> group = new ReadOnlyObjectWrapper<>(Group.PROTOCOL);
    private Optional<TreasuryPast> past = Optional.empty();
    private @Nullable Known latest;
    private Subscription making = Subscription.EMPTY;

    MeasuresViewModel(ReadMeasures read, Background background) {
        this.read = read;
        this.background = background;
    }

    /// Keeps them up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<TreasuryPast>> told) {
        return Subscription.combine(
                known.subscribe(this::changed), told.subscribe(this::told), () -> making.unsubscribe());
    }

    private void changed(Loadable<Known> loadable) {
        if (loadable instanceof Loadable.Failed<Known>(var problem)) {
            page.set(new Loadable.Failed<>(problem));
        }
        loadable.read().ifPresent(known -> {
            latest = known;
            make();
        });
    }

    private void told(Loadable<TreasuryPast> loadable) {
        loadable.read().ifPresent(read -> {
            past = Optional.of(read);
            make();
        });
    }

    private void make() {
        var known = latest;
        if (known != null) {
            var told = past;
            making.unsubscribe();
            making = background.quietly(() -> made(known, told), page::set);
        }
    }

    private Loadable<MeasuresPage> made(Known known, Optional<TreasuryPast> told) {
        try {
            return new Loadable.Ready<>(read.of(known, told), known.block());
        } catch (StressException refused) {
            return new Loadable.Failed<>(refused.fault().problem());
        }
    }

    ReadOnlyObjectProperty<Loadable<MeasuresPage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Group> group() {
        return group.getReadOnlyProperty();
    }

    void show(Group wanted) {
        group.set(wanted);
    }
}
