package org.breakwater.desktop.boot;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.SetAside;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Settings in a file that a person can read. What cannot be read is set aside under another name: it never keeps the
/// window shut, and is not lost.
///
/// @param isOurs whether entries are what this program writes
/// @param meaning what it means that it cannot be read, a sentence
record PropertiesFile(Path file, Predicate<Properties> isOurs, String meaning) {

    private static final int LARGEST_BYTES = 64 * 1024;

    /// @param found nothing where there is no file yet, or none that can be read
    /// @param problem why the file could not be read, and where it is now
    record Reading(Properties found, Optional<Problem> problem) {}

    PropertiesFile {
        file = file.toAbsolutePath();
    }

    Reading read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Reading(new Properties(), Optional.empty());
        }
        try {
            var text = BoundedText.read(file, LARGEST_BYTES);
            var found = new Properties();
            found.load(new StringReader(text));
            // every line that was written whole has an end
            return text.endsWith("\n") && isOurs.test(found)
                    ? new Reading(found, Optional.empty())
                    : unreadable("It is not what this program writes.");
        } catch (ProblemException refused) {
            return unreadable(refused.problem().happened());
        } catch (IOException | IllegalArgumentException broken) {
            return unreadable("It is not what this program writes.");
        }
    }

    private Reading unreadable(String why) {
        return new Reading(new Properties(), Optional.of(SetAside.settings(file, why, meaning)));
    }

    /// Writes the whole file in place of the old one.
    ///
    /// @return why that was not possible
    Optional<Problem> write(SequencedMap<String, String> entries) {
        try {
            Files.createDirectories(file.getParent());
            WholeFile.replace(
                    file,
                    entries.entrySet().stream()
                            .map(entry -> line(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(new Problem(
                    "The setting could not be kept in " + file + ": " + failed + ".",
                    "It lasts until the window is closed.",
                    "Make the folder writable and choose again."));
        }
    }

    /// As {@link Properties} reads it again, without the date that it writes.
    private static String line(String name, String value) {
        var one = new Properties();
        one.setProperty(name, value);
        var text = new StringWriter();
        try {
            one.store(text, null);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
