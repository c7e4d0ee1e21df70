package org.breakwater.desktop.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;

/// How far a start has come, for whoever measures it: a line for each mark, its name and the milliseconds since 1970.
/// Nothing is written unless the system property {@value #FILE} names a file. Lives on the toolkit's thread.
final class StartMarks {

    static final String FILE = "breakwater.start.marks";

    /// The window's first frame is drawn.
    static final String FRAME = "frame";

    /// The place that the window begins with is drawn with what is known of the protocol.
    static final String DATA = "data";

    /// A frame is handed to what draws after its pulse; the pulse after that one finds it drawn.
    private static final int PULSES = 2;

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Background background;
    private final Consumer<String> errors;
    private final Set<String> made = new HashSet<>();

    StartMarks(Optional<Path> file, InstantSource clock, Background background, Consumer<String> errors) {
        this.file = file;
        this.clock = clock;
        this.background = background;
        this.errors = errors;
    }

    static StartMarks ofSystem(Background background) {
        return new StartMarks(
                Optional.ofNullable(System.getProperty(FILE)).map(Path::of),
                InstantSource.system(),
                background,
                System.err::println);
    }

    /// Marks that what a scene shows now is drawn.
    void drawn(String mark, Scene scene) {
        if (file.isPresent() && made.add(mark)) {
            afterPulses(scene, PULSES, () -> write(file.get(), mark));
        }
    }

    /// Marks that a scene is drawn with data, once there are some.
    void drawn(String mark, Scene scene, ObservableValue<Loadable<Known>> known) {
        if (file.isPresent()) {
            known.subscribe(now -> now.read().ifPresent(_ -> drawn(mark, scene)));
        }
    }

    private static void afterPulses(Scene scene, int pulses, Runnable then) {
        var listener = new Runnable() {

            private int left = pulses;

            @Override
            public void run() {
                left--;
                if (left == 0) {
                    scene.removePostLayoutPulseListener(this);
                    then.run();
                } else {
                    Platform.requestNextPulse();
                }
            }
        };
        scene.addPostLayoutPulseListener(listener);
        Platform.requestNextPulse();
    }

    private void write(Path path, String mark) {
        var line = mark + " " + clock.millis() + "\n";
        background.quietly(() -> said(path, line), problem -> problem.ifPresent(errors));
    }

    private static Optional<String> said(Path path, String line) {
        try {
            Files.writeString(path, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of("breakwater: " + path + " could not be written: " + failed.getMessage() + ".");
        }
    }
}
