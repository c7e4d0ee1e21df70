package org.breakwater.desktop.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;

/// Goes through one change as a person would, pressing the buttons, then to every place in light and dark, and takes
/// pictures on the way. Runs beside the toolkit's thread.
public final class Tour {

    private static final long PATIENCE_SECONDS = 30;

    private final Wiring wiring;
    private final Path folder;

    public Tour(Wiring wiring, Path folder) {
        this.wiring = wiring;
        this.folder = folder;
    }

    public void run() throws IOException {
        var background = Background.onVirtualThreads();
        var model = wiring.overview(background);
        var settings = new SettingsViewModel(Appearance.DEFAULT.with(Scheme.LIGHT), _ -> {});
        var console = onFxThread(
                () -> new Console(wiring.network(), wiring.protocol(), model, settings, background, wiring.clock()));
        try {
            if (model.isPresent()) {
                change(console, model.get());
            }
            places(console);
        } finally {
            onFxThread(() -> {
                console.close();
                return true;
            });
        }
    }

    private void change(Console console, OverviewViewModel model) throws IOException {
        onFxThread(() -> {
            console.router().go(new Place.Composition());
            return true;
        });
        settled(model, model::refresh);
        picture(console, "before.png");
        settled(model, () -> button(console, "propose").fire());
        picture(console, "proposed.png");
        settled(model, () -> button(console, "sign-and-execute").fire());
        picture(console, "after.png");
    }

    private void places(Console console) throws IOException {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            for (var section : Section.values()) {
                onFxThread(() -> {
                    console.settings().change(old -> old.with(scheme));
                    console.router().go(section.place());
                    return true;
                });
                picture(console, name(section.name()) + "-" + name(scheme.name()) + ".png");
            }
        }
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Button button(Console console, String id) {
        return (Button) console.scene().lookup("#" + id);
    }

    private void picture(Console console, String name) throws IOException {
        onFxThread(() -> Picture.of(console.scene())).write(folder.resolve(name));
    }

    /// Does something on the toolkit's thread and waits until the model has finished what it started.
    private static void settled(OverviewViewModel model, Runnable action) throws IOException {
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
