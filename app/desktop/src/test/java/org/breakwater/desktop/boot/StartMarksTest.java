package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a start to whoever measures it.
class StartMarksTest extends FxTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_234));

    @TempDir
    private Path folder;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private Stage stage;
    private Scene scene;

    @BeforeEach
    void show() {
        stage = onFx(Stage::new);
        scene = onFx(() -> new Scene(new Label("Breakwater")));
        doOnFx(() -> {
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        doOnFx(stage::close);
    }

    private StartMarks marks(Optional<Path> file) {
        return new StartMarks(file, CLOCK, Background.onVirtualThreads(), errors::add);
    }

    @Test
    void aSceneThatWasDrawnIsMarkedOnce() throws Exception {
        var file = folder.resolve("marks");
        var marks = marks(Optional.of(file));

        doOnFx(() -> marks.drawn(StartMarks.FRAME, scene));
        await(() -> file.toFile().length() > 0);
        doOnFx(() -> marks.drawn(StartMarks.FRAME, scene));
        doOnFx(() -> marks.drawn(StartMarks.DATA, scene));
        await(() -> file.toFile().length() > "frame 1234\n".length());

        assertThat(Files.readString(file)).isEqualTo("frame 1234\ndata 1234\n");
    }

    @Test
    void dataAreNotMarkedWhileNoneAreThere() throws Exception {
        var file = folder.resolve("marks");
        var marks = marks(Optional.of(file));
        var known = new SimpleObjectProperty<Loadable<Known>>(new Loadable.Loading<>());

        doOnFx(() -> marks.drawn(StartMarks.DATA, scene, known));
        doOnFx(() -> marks.drawn(StartMarks.FRAME, scene));
        await(() -> file.toFile().length() > 0);

        assertThat(Files.readString(file)).isEqualTo("frame 1234\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        doOnFx(() -> marks(Optional.of(folder)).drawn(StartMarks.FRAME, scene));

        await(() -> !errors.isEmpty());
        assertThat(errors.getFirst()).contains(folder + " could not be written");
    }
}
