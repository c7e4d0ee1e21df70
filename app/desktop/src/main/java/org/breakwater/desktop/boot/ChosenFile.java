package org.breakwater.desktop.boot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import org.breakwater.adapters.files.BoundedBytes;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Bytes;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Opening;
import org.breakwater.desktop.place.Saving;
import org.jspecify.annotations.Nullable;

/// Asks for a file with the system's own dialog.
final class ChosenFile implements Saving, Opening {

    private final Background background;
    private final Consumer<Problem> problems;
    private Function<String, Optional<Path>> choice = this::ask;
    private Function<String, Optional<Path>> opening = this::askToOpen;
    private @Nullable Scene scene;

    ChosenFile(Background background, Consumer<Problem> problems) {
        this.background = background;
        this.problems = problems;
    }

    /// The scene whose window dialogs belong to.
    void over(Scene shown) {
        scene = shown;
    }

    /// Has files go where something other than the dialog says.
    ///
    /// @param other the path for a suggested name
    void choose(Function<String, Optional<Path>> other) {
        choice = other;
    }

    /// Has files come from where something other than the dialog says.
    ///
    /// @param other the path for a title
    void chooseToOpen(Function<String, Optional<Path>> other) {
        opening = other;
    }

    private Optional<Path> askToOpen(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(scene == null ? null : scene.getWindow()))
                .map(File::toPath);
    }

    private Optional<Path> ask(String suggested) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(suggested);
        return Optional.ofNullable(chooser.showSaveDialog(scene == null ? null : scene.getWindow()))
                .map(File::toPath);
    }

    @Override
    public void save(String suggested, Supplier<byte[]> content, Runnable saved) {
        choice.apply(suggested).ifPresent(file -> {
            var bytes = content.get();
            background.run(
                    "Saving " + file.getFileName(),
                    () -> write(file, bytes),
                    problem -> problem.ifPresentOrElse(problems, saved));
        });
    }

    @Override
    public void choose(String title, Consumer<String> sink) {
        opening.apply(title).ifPresent(file -> sink.accept(file.toAbsolutePath().toString()));
    }

    @Override
    public void open(String title, int most, Consumer<Opened> sink) {
        opening.apply(title)
                .ifPresent(file -> background.run(
                        "Reading " + file.getFileName(),
                        () -> Attempt.of(() -> new Opened(file.getFileName().toString(), BoundedText.read(file, most))),
                        read -> read.then(sink, problems)));
    }

    @Override
    public void openBytes(String title, int most, Consumer<OpenedBytes> sink) {
        opening.apply(title)
                .ifPresent(file -> background.run(
                        "Reading " + file.getFileName(),
                        () -> Attempt.of(() -> new OpenedBytes(
                                file.getFileName().toString(), Bytes.of(BoundedBytes.read(file, most)))),
                        read -> read.then(sink, problems)));
    }

    private static Optional<Problem> write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(
                    Problem.of(file + " could not be written: " + failed.getMessage() + ".", "Choose another place."));
        }
    }
}
