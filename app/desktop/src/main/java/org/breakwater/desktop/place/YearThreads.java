package org.breakwater.desktop.place;

import java.util.concurrent.Executor;

/// Threads on which years are simulated: of the platform's own, since a virtual one that only computes holds up
/// others.
public final class YearThreads {

    public static final Executor EXECUTOR =
            task -> Thread.ofPlatform().daemon().name("years").start(task);

    private YearThreads() {}

    public static int count() {
        return Runtime.getRuntime().availableProcessors();
    }
}
