package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Motion;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Appearance.Times;

/// Keeps how the window looks in a file a person can read. What the file does not say, or says wrongly, is as by
/// default.
final class AppearanceFile {

    /// @param problem why the file could not be read
    record Reading(Appearance appearance, Optional<Problem> problem) {}

    private static final String THEME = "theme";

    private final PropertiesFile file;

    AppearanceFile(Path file) {
        this.file =
                new PropertiesFile(file, found -> found.containsKey(THEME), "The window looks as it does at first.");
    }

    Reading read() {
        var read = file.read();
        var found = read.found();
        return new Reading(
                new Appearance(
                        oneOf(List.of(Scheme.values()), found.getProperty(THEME, ""), Appearance.DEFAULT.scheme()),
                        oneOf(Appearance.TEXT_SIZES, found.getProperty("text", ""), Appearance.DEFAULT.textPercent()),
                        oneOf(List.of(Times.values()), found.getProperty("times", ""), Appearance.DEFAULT.times()),
                        oneOf(List.of(Motion.values()), found.getProperty("motion", ""), Appearance.DEFAULT.motion())),
                read.problem());
    }

    private static <T> T oneOf(List<T> values, String word, T otherwise) {
        return values.stream()
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElse(otherwise);
    }

    /// @return why that was not possible
    Optional<Problem> write(Appearance appearance) {
        var entries = new LinkedHashMap<String, String>();
        entries.put(THEME, appearance.scheme().name());
        entries.put("text", Integer.toString(appearance.textPercent()));
        entries.put("times", appearance.times().name());
        entries.put("motion", appearance.motion().name());
        return file.write(entries);
    }
}
