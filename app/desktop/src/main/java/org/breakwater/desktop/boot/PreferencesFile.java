package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.place.Preferences;

/// Keeps what a person wants of this program in a file that they can read. A file that cannot be read has the console
/// watch alone: nobody signs by mistake.
final class PreferencesFile {

    /// @param problem why the file could not be read
    record Reading(Preferences preferences, Optional<Problem> problem) {}

    private final PropertiesFile file;

    PreferencesFile(Path file) {
        this.file = new PropertiesFile(file, "Nobody signs at this console until it is chosen again.");
    }

    /// Among the user's settings.
    static PreferencesFile ofUser() {
        return new PreferencesFile(PropertiesFile.folderOfUser().resolve("preferences.properties"));
    }

    Reading read() {
        var read = file.read();
        var found = read.found();
        var watches = read.problem().isPresent() || "true".equals(found.getProperty("watch-only", ""));
        return new Reading(new Preferences(watches, "true".equals(found.getProperty("notices", ""))), read.problem());
    }

    /// @return why that was not possible
    Optional<Problem> write(Preferences preferences) {
        return file.write(String.format("watch-only=%s%nnotices=%s%n", preferences.watchOnly(), preferences.notices()));
    }
}
