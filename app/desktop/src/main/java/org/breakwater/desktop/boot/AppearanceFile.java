package org.breakwater.desktop.boot;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Motion;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Appearance.Times;

/// Keeps how the window looks in a file a person can read. What the file does not say, or says wrongly, is as by
/// default.
final class AppearanceFile {

    private static final long LARGEST_BYTES = 64 * 1024;

    /// @param problem why the file could not be read
    record Reading(Appearance appearance, Optional<Problem> problem) {}

    private final Path file;

    AppearanceFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// `$XDG_CONFIG_HOME/breakwater/appearance.properties`, or under `~/.config`.
    static AppearanceFile ofUser() {
        var configured = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).filter(path -> !path.isEmpty());
        var folder = configured.map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        return new AppearanceFile(folder.resolve("breakwater").resolve("appearance.properties"));
    }

    Reading read() {
        var found = new Properties();
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return unreadable("it is larger than any file of settings");
            }
            found.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException nothingSetYet) {
            return new Reading(Appearance.DEFAULT, Optional.empty());
        } catch (IOException | IllegalArgumentException broken) {
            return unreadable(broken.toString());
        }
        return new Reading(
                new Appearance(
                        oneOf(List.of(Scheme.values()), found.getProperty("theme", ""), Appearance.DEFAULT.scheme()),
                        oneOf(Appearance.TEXT_SIZES, found.getProperty("text", ""), Appearance.DEFAULT.textPercent()),
                        oneOf(List.of(Times.values()), found.getProperty("times", ""), Appearance.DEFAULT.times()),
                        oneOf(List.of(Motion.values()), found.getProperty("motion", ""), Appearance.DEFAULT.motion())),
                Optional.empty());
    }

    private Reading unreadable(String why) {
        var problem = new Problem(
                "The settings in " + file + " could not be read: " + why + ".",
                "The window looks as it does at first.",
                "Choose again in Settings; that writes the file anew.");
        return new Reading(Appearance.DEFAULT, Optional.of(problem));
    }

    private static <T> T oneOf(List<T> values, String word, T otherwise) {
        return values.stream()
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElse(otherwise);
    }

    /// Writes the whole file beside the old one and puts it in its place.
    ///
    /// @return why that was not possible
    Optional<Problem> write(Appearance appearance) {
        var text = String.format(
                "theme=%s%ntext=%d%ntimes=%s%nmotion=%s%n",
                appearance.scheme(), appearance.textPercent(), appearance.times(), appearance.motion());
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(new Problem(
                    "The setting could not be kept in " + file + ": " + failed + ".",
                    "It lasts until the window is closed.",
                    "Make the folder writable and choose again."));
        }
    }
}
