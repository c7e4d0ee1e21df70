package org.breakwater.adapters.offer;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Ends what takes too long: a thread that is held up by a slow client is interrupted, which closes the connection.
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;
    private final Duration patience;

    Watchdog(Duration patience) {
        this.patience = patience;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("slow clients").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Something that ends when it is closed.
    @FunctionalInterface
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    /// Watches over this thread until the watch is closed.
    Watch begin() {
        var thread = Thread.currentThread();
        var end = timer.schedule(thread::interrupt, patience.toMillis(), TimeUnit.MILLISECONDS);
        return () -> end.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
