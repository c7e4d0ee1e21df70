package org.breakwater.desktop.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.Picture;

/// Goes through one change as a person would, pressing the buttons, and takes pictures on the way.
/// Runs beside the toolkit's thread.
public final class Tour {

    private static final long PATIENCE_SECONDS = 30;

    private final OverviewViewModel model;
    private final Path folder;
    private final Scene scene;

    public Tour(OverviewViewModel model, Path folder) throws IOException {
        this.model = model;
        this.folder = folder;
        this.scene = onFxThread(() -> Console.scene(model));
    }

    public void run() throws IOException {
        settled(model::refresh);
        picture("before.png");
        settled(() -> button("propose").fire());
        picture("proposed.png");
        settled(() -> button("sign-and-execute").fire());
        picture("after.png");
    }

    private Button button(String id) {
        return (Button) scene.lookup("#" + id);
    }

    private void picture(String name) throws IOException {
        onFxThread(() -> Picture.of(scene)).write(folder.resolve(name));
    }

    /// Does something on the toolkit's thread and waits until the model has finished what it started.
    private void settled(Runnable action) throws IOException {
        var idle = new CompletableFuture<Boolean>();
        onFxThread(() -> {
            action.run();
            model.busy().subscribe(busy -> {
                if (!busy) {
                    idle.complete(true);
                }
            });
            return true;
        });
        await(idle);
    }

    private static <T> T onFxThread(Supplier<T> work) throws IOException {
        var result = new CompletableFuture<T>();
        FxThread.run(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        return await(result);
    }

    private static <T> T await(CompletableFuture<T> result) throws IOException {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("the tour did not come to its end", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the tour was cancelled", interrupted);
        }
    }
}
