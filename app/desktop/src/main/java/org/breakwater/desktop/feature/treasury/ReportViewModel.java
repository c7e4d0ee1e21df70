package org.breakwater.desktop.feature.treasury;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.report.MakeReport;
import org.breakwater.core.report.ReportRows;
import org.breakwater.core.report.WriteReport;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Reporting;
import org.breakwater.desktop.place.Saving;
import org.breakwater.desktop.place.YearThreads;
import org.jspecify.annotations.Nullable;

/// The report of a month: which one, and how far it has come. Lives on the toolkit's thread.
final class ReportViewModel {

    /// As what it is saved.
    enum Form {
        PDF,
        CSV
    }

    /// Where it is computed, and with how many threads.
    record Threads(Executor executor, int count) {}

    private final Reporting reporting;
    private final Background background;
    private final Threads threads;
    private final Saving saving;
    private final Function<Known, AlertNames> names;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<YearMonth>> months = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<YearMonth>> month = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Attempt<String>>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicLong reached = new AtomicLong();
    private @Nullable Known latest;
    private Subscription run = Subscription.EMPTY;
    private AtomicBoolean stop = new AtomicBoolean();

    /// @param names what things are called
    ReportViewModel(
            Reporting reporting,
            Background background,
            Threads threads,
            Saving saving,
            Function<Known, AlertNames> names) {
        this.reporting = reporting;
        this.background = background;
        this.threads = threads;
        this.saving = saving;
        this.names = names;
    }

    /// Keeps the months up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return Subscription.combine(known.subscribe(this::changed), this::cancel);
    }

    private void changed(Loadable<Known> loadable) {
        loadable.read().ifPresent(known -> {
            latest = known;
            var now = MakeReport.months(known);
            if (!now.equals(months.get())) {
                months.set(now);
                if (month.get().isEmpty()) {
                    month.set(Optional.of(now.size() > 1 ? now.get(1) : now.getFirst()));
                }
            }
        });
    }

    /// Whether the panel stands open.
    BooleanProperty open() {
        return open;
    }

    /// Newest first; the first one runs.
    ReadOnlyObjectProperty<List<YearMonth>> months() {
        return months.getReadOnlyProperty();
    }

    /// The month that is chosen: at first the last one that is over.
    ObjectProperty<Optional<YearMonth>> month() {
        return month;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// What came of the last one: a sentence, or why not.
    ReadOnlyObjectProperty<Optional<Attempt<String>>> result() {
        return result.getReadOnlyProperty();
    }

    /// Years gone through so far. May be asked from any thread.
    long reached() {
        return reached.get();
    }

    /// What the report will be true of, in a sentence.
    String truth() {
        return month.get()
                .map(chosen -> months.get().indexOf(chosen) == 0
                        ? "The month is not over: the report is true of the newest block."
                        : "The report is true of the last block with events of the month. Venues count as what was"
                                + " put into them; prices as they were last told.")
                .orElse("No month is known yet.");
    }

    /// Makes it, and has it saved where the person wants it.
    void make(Form form) {
        cancel();
        var known = latest;
        var chosen = month.get();
        if (known == null || chosen.isEmpty()) {
            return;
        }
        var stopped = new AtomicBoolean();
        stop = stopped;
        reached.set(0);
        result.set(Optional.empty());
        running.set(true);
        run = background.run(
                "Making the report of " + chosen.get(), () -> made(chosen.get(), known, form, stopped), made -> {
                    running.set(false);
                    made.then(bytes -> save(chosen.get(), form, bytes), this::refused);
                });
    }

    private void save(YearMonth chosen, Form form, byte[] bytes) {
        var file = "treasury-" + chosen + "." + form.name().toLowerCase(Locale.ROOT);
        saving.save(file, () -> bytes, () -> result.set(Optional.of(new Attempt.Done<>(file + " is saved."))));
    }

    private void refused(Problem problem) {
        result.set(Optional.of(new Attempt.Refused<>(problem)));
    }

    /// Gives up the one that is being made.
    void cancel() {
        stop.set(true);
        run.unsubscribe();
        running.set(false);
    }

    private Attempt<byte[]> made(YearMonth chosen, Known known, Form form, AtomicBoolean stopped) {
        return CompletableFuture.supplyAsync(
                        () -> Attempt.of(() -> bytes(chosen, known, form, stopped)), threads.executor())
                .exceptionally(ReportViewModel::failed)
                .join();
    }

    private byte[] bytes(YearMonth chosen, Known known, Form form, AtomicBoolean stopped) throws ProblemException {
        var watch = new StressWatch() {
            @Override
            public void reached(long years, long of) {
                reached.accumulateAndGet(years, Math::max);
            }

            @Override
            public boolean isCancelled() {
                return stopped.get();
            }
        };
        var size = new StressSize(MakeReport.YEARS, MakeReport.SEED, threads.count());
        var called = names.apply(known);
        var report = reporting.make().of(chosen, known, called, new MakeReport.Work(size, threads.executor(), watch));
        return switch (form) {
            case PDF -> reporting.printer().print(WriteReport.document(report, called));
            case CSV -> ReportRows.csv(report).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Attempt<byte[]> failed(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return new Attempt.Refused<>(Problem.of("The report was given up.", "Make it again."));
        }
        YearThreads.report(cause);
        return new Attempt.Refused<>(
                Problem.of("The report could not be made, by a fault of this program.", "Make it again."));
    }
}
