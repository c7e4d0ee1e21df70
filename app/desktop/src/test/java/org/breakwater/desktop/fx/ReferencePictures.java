package org.breakwater.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures that others are compared with. With `-Dbreakwater.pictures.record=true` they are made anew instead.
public final class ReferencePictures {

    /// Levels of 255. Another way of drawing letters stays below (see `KitPicturesTest`); an icon that is missing, a
    /// label that is cut and a colour that is another one do not.
    public static final double TOLERANCE = 9;

    private static final boolean RECORDING = Boolean.getBoolean("breakwater.pictures.record");
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "breakwater", "desktop", "pictures");
    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));

    private ReferencePictures() {}

    /// Insists that a picture is as it was.
    public static void compare(String name, Picture picture) throws IOException {
        var small = SmallPicture.of(picture);
        var file = FOLDER.resolve(name + ".png");
        if (RECORDING) {
            Files.createDirectories(FOLDER);
            Files.write(file, small.png());
            return;
        }
        var difference = small.from(reference(name));
        if (difference.levels() > TOLERANCE) {
            picture.write(PICTURES.resolve("changed").resolve(name + ".png"));
        }
        assertThat(difference.levels())
                .as(
                        "%s differs from %s at (%d, %d). If it should, look at the picture in %s and record it:"
                                + " -Dbreakwater.pictures.record=true",
                        name, file, difference.x(), difference.y(), PICTURES.resolve("changed"))
                .isLessThanOrEqualTo(TOLERANCE);
    }

    /// The picture that one of that name is compared with.
    public static SmallPicture reference(String name) {
        var file = FOLDER.resolve(name + ".png");
        try {
            return SmallPicture.read(Files.readAllBytes(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    file + " is missing: record it with -Dbreakwater.pictures.record=true", missing);
        }
    }
}
