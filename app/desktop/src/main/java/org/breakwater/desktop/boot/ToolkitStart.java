package org.breakwater.desktop.boot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// The start of what draws windows, which goes on beside whatever else is done before there can be one.
final class ToolkitStart {

    /// Done with what keeps it from starting, if anything does.
    private final CompletableFuture<Optional<Problem>> started = new CompletableFuture<>();

    private ToolkitStart() {}

    static ToolkitStart begun() {
        var start = new ToolkitStart();
        Thread.ofPlatform().daemon().name("toolkit's start").start(start::run);
        return start;
    }

    private void run() {
        try {
            Platform.startup(() -> started.complete(Optional.empty()));
        } catch (RuntimeException | LinkageError refused) {
            started.complete(Optional.of(Problem.of(
                    "No window can be opened: "
                            + String.valueOf(refused.getMessage()).strip() + ".",
                    "Check the display, as the variable DISPLAY names it.")));
        }
    }

    /// Waits until windows can be made.
    ///
    /// @throws ProblemException where the machine's display cannot be used
    void await() throws ProblemException {
        var refused = started.join();
        if (refused.isPresent()) {
            throw new ProblemException(refused.get());
        }
    }
}
