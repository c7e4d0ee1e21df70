package org.breakwater.desktop.boot;

import java.nio.file.Path;

/// The files in which a user's settings are kept.
record UserSettings(AppearanceFile appearance, PreferencesFile preferences, StartFile start, WindowFile window) {

    static UserSettings in(Path folder) {
        return new UserSettings(
                new AppearanceFile(folder.resolve("appearance.properties")),
                new PreferencesFile(folder.resolve("preferences.properties")),
                new StartFile(folder.resolve("start.properties")),
                new WindowFile(folder.resolve("window.properties")));
    }
}
