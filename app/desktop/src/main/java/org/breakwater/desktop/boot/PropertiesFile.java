package org.breakwater.desktop.boot;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.breakwater.core.problem.Problem;

/// Settings in a file that a person can read.
///
/// @param meaning what it means that it cannot be read, a sentence
record PropertiesFile(Path file, String meaning) {

    private static final long LARGEST_BYTES = 64 * 1024;

    /// @param found nothing where there is no file yet, or none that can be read
    /// @param problem why the file could not be read
    record Reading(Properties found, Optional<Problem> problem) {}

    PropertiesFile {
        file = file.toAbsolutePath();
    }

    /// `$XDG_CONFIG_HOME/breakwater`, or under `~/.config`.
    static Path folderOfUser() {
        var configured = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).filter(path -> !path.isEmpty());
        var folder = configured.map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        return folder.resolve("breakwater");
    }

    Reading read() {
        var found = new Properties();
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return unreadable("it is larger than any file of settings");
            }
            found.load(new StringReader(Files.readString(file)));
            return new Reading(found, Optional.empty());
        } catch (NoSuchFileException nothingSetYet) {
            return new Reading(new Properties(), Optional.empty());
        } catch (IOException | IllegalArgumentException broken) {
            return unreadable(broken.toString());
        }
    }

    private Reading unreadable(String why) {
        return new Reading(
                new Properties(),
                Optional.of(new Problem(
                        "The settings in " + file + " could not be read: " + why + ".",
                        meaning,
                        "Choose again in Settings; that writes the file anew.")));
    }

    /// Writes the whole file beside the old one and puts it in its place.
    ///
    /// @return why that was not possible
    Optional<Problem> write(String text) {
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
