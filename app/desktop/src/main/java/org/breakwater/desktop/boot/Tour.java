package org.breakwater.desktop.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;

/// Goes to every place in light and dark, and takes pictures on the way. Runs beside the toolkit's thread.
public final class Tour {

    private static final long PATIENCE_SECONDS = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    /// So often must a place be looked at while nothing is under way, for what arrives may begin something.
    private static final int LOOKS_AT_REST = 2;

    private final Wiring wiring;
    private final Path folder;
    private final CountedWork work = new CountedWork();

    public Tour(Wiring wiring, Path folder) {
        this.wiring = wiring;
        this.folder = folder;
    }

    public void run() throws IOException {
        var background = new Background(work, FxThread.executor());
        var settings = new SettingsViewModel(Appearance.DEFAULT.with(Scheme.LIGHT), _ -> {});
        var console = onFxThread(
                () -> new Console(wiring.network(), wiring.protocol(), settings, background, wiring.clock()));
        try {
            places(console);
        } finally {
            onFxThread(() -> {
                console.close();
                return true;
            });
        }
    }

    private void places(Console console) throws IOException {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            for (var section : Section.values()) {
                onFxThread(() -> {
                    console.settings().change(old -> old.with(scheme));
                    console.router().go(section.place());
                    return true;
                });
                settled(console.scene())
                        .write(folder.resolve(name(section.name()) + "-" + name(scheme.name()) + ".png"));
            }
        }
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The picture of a place once it shows what it has, or after a while what it shows then.
    private Picture settled(Scene scene) throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        onFxThread(() -> Picture.of(scene)); // gives a scene without a window its size
        for (int atRest = 0; atRest < LOOKS_AT_REST && System.nanoTime() < until; ) {
            pause();
            atRest = isKnown() && work.rests() ? atRest + 1 : 0;
            onFxThread(() -> laidOut(scene));
        }
        return onFxThread(() -> Picture.of(scene));
    }

    /// What comes into the scene asks for what it shows only once it is laid out.
    private static boolean laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return true;
    }

    private boolean isKnown() {
        return wiring.protocol().follow().known().get().read().isPresent();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(interrupted);
        }
    }

    private static IOException cancelled(InterruptedException interrupted) {
        return new IOException("the tour was cancelled", interrupted);
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
            throw cancelled(interrupted);
        }
    }
}
