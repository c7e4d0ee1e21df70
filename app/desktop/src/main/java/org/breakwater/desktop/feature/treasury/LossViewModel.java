package org.breakwater.desktop.feature.treasury;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.YearThreads;
import org.jspecify.annotations.Nullable;

/// What may be lost within a year: simulated when the place is opened and again as the chain goes on; at a
/// person's wish more thoroughly.
final class LossViewModel {

    /// Enough for a first look.
    static final int LOOK = 100_000;

    static final int THOROUGH = 1_000_000;

    /// Recorded with what is shown; the same years each time, so that figures move only with the protocol.
    static final long SEED = 2_026;

    /// After so many new blocks it is simulated anew.
    private static final int BLOCKS = 50;

    private final ReadLosses read;
    private final Background background;
    private final Executor threads;
    private final int processors;
    private final ReadOnlyObjectWrapper<Loadable<LossPage>> page =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final AtomicLong reached = new AtomicLong();
    private @Nullable Known latest;
    private long simulated = -1;
    private int years = LOOK;
    private Subscription run = Subscription.EMPTY;
    private AtomicBoolean cancelled = new AtomicBoolean();

    /// @param threads platform threads, on which it is simulated
    LossViewModel(ReadLosses read, Background background, Executor threads, int processors) {
        this.read = read;
        this.background = background;
        this.threads = threads;
        this.processors = processors;
    }

    /// Keeps the page up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return Subscription.combine(known.subscribe(this::changed), this::cancel);
    }

    private void changed(Loadable<Known> loadable) {
        loadable.read().ifPresent(known -> {
            latest = known;
            if (!running.get() && Math.abs(known.block().number() - simulated) >= BLOCKS) {
                simulate(years);
            }
        });
    }

    ReadOnlyObjectProperty<Loadable<LossPage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Years gone through so far by the run that is under way. May be asked from any thread.
    long reached() {
        return reached.get();
    }

    /// Simulates so many years of what is known.
    void simulate(int wanted) {
        cancel();
        var known = latest;
        if (known == null) {
            return;
        }
        var stop = new AtomicBoolean();
        cancelled = stop;
        simulated = known.block().number();
        reached.set(0);
        running.set(true);
        run = background.quietly(() -> simulated(known, wanted, stop), result -> {
            running.set(false);
            years = wanted;
            page.set(result);
        });
    }

    /// Gives up the run that is under way; what was shown stays.
    void cancel() {
        cancelled.set(true);
        run.unsubscribe();
        running.set(false);
    }

    private Loadable<LossPage> simulated(Known known, int wanted, AtomicBoolean stop) {
        var watch = new StressWatch() {
            @Override
            public void reached(long done, long of) {
                reached.accumulateAndGet(done, Math::max);
            }

            @Override
            public boolean isCancelled() {
                return stop.get();
            }
        };
        var size = new StressSize(wanted, SEED, processors);
        return CompletableFuture.supplyAsync(() -> page(known, size, watch), threads)
                .exceptionally(LossViewModel::failed)
                .join();
    }

    private Loadable<LossPage> page(Known known, StressSize size, StressWatch watch) {
        try {
            return new Loadable.Ready<>(read.of(known, size, threads, watch), known.block());
        } catch (StressException refused) {
            return new Loadable.Failed<>(refused.fault().problem());
        }
    }

    private static Loadable<LossPage> failed(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return new Loadable.Failed<>(Problem.of("The simulation was given up.", "Simulate again."));
        }
        YearThreads.report(cause);
        return new Loadable.Failed<>(Problem.of(YearThreads.FAULT, "Simulate again."));
    }
}
