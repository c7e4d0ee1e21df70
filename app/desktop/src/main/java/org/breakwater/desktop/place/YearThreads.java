package org.breakwater.desktop.place;

import java.util.concurrent.Executor;

/// Threads on which years are simulated: of the platform's own, since a virtual one that only computes holds up
/// others.
public final class YearThreads {

    public static final Executor EXECUTOR =
            task -> Thread.ofPlatform().daemon().name("years").start(task);

    /// What a person reads where the program itself is at fault.
    public static final String FAULT = "The years could not be gone through, by a fault of this program.";

    private YearThreads() {}

    /// Hands a fault of the program to where all of them go: no person can act on its name.
    public static void report(Throwable fault) {
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    }

    public static int count() {
        return Runtime.getRuntime().availableProcessors();
    }
}
