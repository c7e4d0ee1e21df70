package org.breakwater.desktop.boot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// The start of what draws windows, which goes on beside whatever else is done before there can be one.
final class ToolkitStart {

    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private ToolkitStart() {}

    static ToolkitStart begun() {
        var start = new ToolkitStart();
        Thread.ofPlatform().daemon().name("toolkit's start").start(start::run);
        return start;
    }

    private void run() {
        try {
            Platform.startup(() -> started.complete(null));
        } catch (RuntimeException | LinkageError refused) {
            started.completeExceptionally(refused);
        }
    }

    /// Waits until windows can be made.
    ///
    /// @throws ProblemException where the machine's display cannot be used
    void await() throws ProblemException {
        try {
            started.join();
        } catch (CompletionException refused) {
            throw new ProblemException(
                    Problem.of(
                            "No window can be opened: "
                                    + String.valueOf(refused.getCause().getMessage())
                                            .strip() + ".",
                            "Check the display, as the variable DISPLAY names it."),
                    refused);
        }
    }
}
