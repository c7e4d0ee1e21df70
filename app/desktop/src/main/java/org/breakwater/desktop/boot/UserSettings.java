package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.problem.Problem;

/// The files in which a user's settings are kept.
record UserSettings(AppearanceFile appearance, PreferencesFile preferences, StartFile start, WindowFile window) {

    static UserSettings in(Path folder) {
        return new UserSettings(
                new AppearanceFile(folder.resolve("appearance.properties")),
                new PreferencesFile(folder.resolve("preferences.properties")),
                new StartFile(folder.resolve("start.properties")),
                new WindowFile(folder.resolve("window.properties")));
    }

    /// What a window begins with, whatever network it is on.
    record Found(AppearanceFile.Reading appearance, PreferencesFile.Reading preferences, WindowFile.Reading window) {

        /// What could not be read.
        List<Problem> problems() {
            return Stream.of(appearance.problem(), preferences.problem(), window.problem())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /// Reads what a window begins with. Blocking.
    Found find() {
        return new Found(appearance.read(), preferences.read(), window.read());
    }
}
