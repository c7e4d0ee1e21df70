package org.breakwater.desktop.boot;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// Work beside the toolkit's thread, of which any thread may ask whether some is under way.
final class CountedWork implements Executor {

    private final ThreadFactory threads = Thread.ofVirtual().name("work-", 0).factory();
    private final AtomicInteger working = new AtomicInteger();

    @Override
    public void execute(Runnable work) {
        working.incrementAndGet();
        threads.newThread(() -> {
                    try {
                        work.run();
                    } finally {
                        working.decrementAndGet();
                    }
                })
                .start();
    }

    boolean rests() {
        return working.get() == 0;
    }
}
