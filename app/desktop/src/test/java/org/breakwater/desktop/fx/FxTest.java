package org.breakwater.desktop.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;

/// Starts the toolkit once for all tests, without a screen, and runs their work on its thread.
public abstract class FxTest {

    private static final long PATIENCE_SECONDS = 60;

    /// Looks are far enough apart to leave the toolkit's thread and the processors to what is waited for.
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
    }

    /// Runs work on the toolkit's thread and waits for its result.
    public static <T> T onFx(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        FxThread.run(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error failed) {
                result.completeExceptionally(failed);
            }
        });
        try {
            return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw failed;
            }
        }
    }

    /// Waits until something is so on the toolkit's thread.
    public static void await(Supplier<Boolean> condition) {
        await(condition, () -> "it");
    }

    /// As above; says what was waited for where it did not come.
    public static void await(Supplier<Boolean> condition, Supplier<String> what) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come in " + PATIENCE_SECONDS + " s: " + what.get());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    public static void doOnFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }
}
