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
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.breakwater.desktop.feature.overview.OverviewView;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;

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
            change(model);
            places(console);
        } finally {
            onFxThread(() -> {
                console.close();
                return true;
            });
        }
    }

    /// The change stands on a scene of its own.
    private void change(OverviewViewModel model) throws IOException {
        var scene = onFxThread(() -> {
            var made = new Scene(new OverviewView(model).root(), Console.WIDTH, Console.HEIGHT);
            Theme.dress(made, Appearance.DEFAULT.with(Scheme.LIGHT), ColorScheme.LIGHT);
            return made;
        });
        settled(model, model::refresh);
        picture(scene, "before.png");
        settled(model, () -> button(scene, "propose").fire());
        picture(scene, "proposed.png");
        settled(model, () -> button(scene, "sign-and-execute").fire());
        picture(scene, "after.png");
    }

    private void places(Console console) throws IOException {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            for (var section : Section.values()) {
                onFxThread(() -> {
                    console.settings().change(old -> old.with(scheme));
                    console.router().go(section.place());
                    return true;
                });
                picture(console.scene(), name(section.name()) + "-" + name(scheme.name()) + ".png");
            }
        }
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Button button(Scene scene, String id) {
        return (Button) scene.lookup("#" + id);
    }

    private void picture(Scene scene, String name) throws IOException {
        onFxThread(() -> Picture.of(scene)).write(folder.resolve(name));
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
