package org.breakwater.desktop.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one door to the toolkit's thread.
public final class FxThread {

    private FxThread() {}

    /// Runs a task on the toolkit's thread: now if this is it, else soon.
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    public static Executor executor() {
        return FxThread::run;
    }
}
