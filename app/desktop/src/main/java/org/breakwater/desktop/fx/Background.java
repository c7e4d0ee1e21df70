package org.breakwater.desktop.fx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Runs blocking work beside the toolkit's thread and hands every result back on it. Knows what is under way.
public final class Background {

    private static final String UNNAMED = "Working";

    private final Executor workers;
    private final Executor ui;
    private final PendingWork pending = new PendingWork();

    public Background(Executor workers, Executor ui) {
        this.workers = workers;
        this.ui = ui;
    }

    public static Background onVirtualThreads() {
        return new Background(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("work-", 0).factory()),
                FxThread.executor());
    }

    /// What is under way; lives on the toolkit's thread.
    public PendingWork pending() {
        return pending;
    }

    /// Starts work.
    ///
    /// @return ends it: it is interrupted, and its result is dropped
    public <T> Subscription run(Supplier<T> work, Consumer<T> sink) {
        return run(UNNAMED, work, sink);
    }

    /// Starts work under a name that the status bar shows: "Reading the pools".
    public <T> Subscription run(String name, Supplier<T> work, Consumer<T> sink) {
        var task = new Task<>(work, sink);
        ui.execute(() -> pending.begun(task, name));
        workers.execute(task);
        return task::cancel;
    }

    /// Starts work that nobody waits for, such as asking for the newest block: it is not shown as pending.
    public <T> Subscription quietly(Supplier<T> work, Consumer<T> sink) {
        var task = new Task<>(work, sink);
        workers.execute(task);
        return task::cancel;
    }

    private final class Task<T> implements Runnable {

        private final Supplier<T> work;
        private final Consumer<T> sink;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

        Task(Supplier<T> work, Consumer<T> sink) {
            this.work = work;
            this.sink = sink;
        }

        @Override
        public void run() {
            try {
                thread.set(Thread.currentThread());
                if (!cancelled.get()) {
                    var result = work.get();
                    ui.execute(() -> deliver(result));
                }
            } catch (CancellationException stopped) {
                if (!cancelled.get()) {
                    throw stopped;
                }
            } finally {
                thread.set(null);
                ui.execute(() -> pending.ended(this));
            }
        }

        private void deliver(T result) {
            if (!cancelled.get()) {
                sink.accept(result);
            }
        }

        void cancel() {
            cancelled.set(true);
            var running = thread.get();
            if (running != null) {
                running.interrupt();
            }
        }
    }
}
