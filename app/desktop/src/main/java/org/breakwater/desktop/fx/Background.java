package org.breakwater.desktop.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs blocking work beside the toolkit's thread and hands every result back on it.
public final class Background {

    private final Executor workers;
    private final Executor ui;

    public Background(Executor workers, Executor ui) {
        this.workers = workers;
        this.ui = ui;
    }

    public static Background onVirtualThreads() {
        ExecutorService workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("work-", 0).factory());
        return new Background(workers, FxThread.executor());
    }

    public <T> void run(Supplier<T> work, Consumer<T> sink) {
        workers.execute(() -> {
            var result = work.get();
            ui.execute(() -> sink.accept(result));
        });
    }
}
