package org.breakwater.cli.command;

import java.util.concurrent.CountDownLatch;

/// Lets this thread work until the program is asked to stop, closes what it worked with, and ends the program with 0.
final class UntilStopped {

    private UntilStopped() {}

    /// @param work ends when the thread is interrupted
    /// @param close what has to be closed afterwards, whoever ended the work
    static void run(Runnable work, Runnable close) {
        var ended = new CountDownLatch(1);
        var working = Thread.currentThread();
        var stop = new Thread(() -> stop(working, ended), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            work.run();
        } finally {
            close.run();
            ended.countDown();
            forget(stop);
        }
    }

    private static void stop(Thread working, CountDownLatch ended) {
        working.interrupt();
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    /// What ends by itself ends with its own exit code.
    private static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException stopping) {
            // It is being stopped on request.
        }
    }
}
