package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Properties;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.place.Preferences;

/// Keeps what a person wants of this program in a file that they can read. A file that cannot be read has the console
/// watch alone: nobody signs by mistake.
final class PreferencesFile {

    /// @param problem why the file could not be read
    record Reading(Preferences preferences, Optional<Problem> problem) {}

    private static final String WATCH_ONLY = "watch-only";
    private static final String NOTICES = "notices";
    private static final String SAFETY_READ = "safety-read";

    private final PropertiesFile file;

    PreferencesFile(Path file) {
        this.file = new PropertiesFile(
                file, PreferencesFile::isOurs, "Nobody signs at this console until it is chosen again.");
    }

    /// A word that is cut, or of something else, must not pass for a permission to sign.
    private static boolean isOurs(Properties found) {
        return isSaid(found.getProperty(WATCH_ONLY, "")) && isSaid(found.getProperty(NOTICES, "false"));
    }

    private static boolean isSaid(String word) {
        return word.equals("true") || word.equals("false");
    }

    Reading read() {
        var read = file.read();
        var found = read.found();
        var watches = read.problem().isPresent() || "true".equals(found.getProperty(WATCH_ONLY, ""));
        var preferences = new Preferences(
                watches, "true".equals(found.getProperty(NOTICES, "")), version(found.getProperty(SAFETY_READ, "")));
        // what was unreadable is set aside: the next start must not find nobody's word against signing
        read.problem().ifPresent(_ -> write(preferences));
        return new Reading(preferences, read.problem());
    }

    private static int version(String word) {
        return word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : Preferences.DEFAULT.safetyRead();
    }

    /// @return why that was not possible
    Optional<Problem> write(Preferences preferences) {
        var entries = new LinkedHashMap<String, String>();
        entries.put(WATCH_ONLY, Boolean.toString(preferences.watchOnly()));
        entries.put(NOTICES, Boolean.toString(preferences.notices()));
        entries.put(SAFETY_READ, Integer.toString(preferences.safetyRead()));
        return file.write(entries);
    }
}
