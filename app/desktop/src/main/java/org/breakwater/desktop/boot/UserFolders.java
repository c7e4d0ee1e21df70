package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this program keeps things for its user, by the customs of the operating system.
///
/// @param settings what a person chose
/// @param data what was read and made
/// @param runtime what lives as long as a process
record UserFolders(Path settings, Path data, Path runtime) {

    private static final String NAME = "breakwater";

    static UserFolders ofSystem() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    static UserFolders of(String system, Map<String, String> environment, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var data = folder(environment, "LOCALAPPDATA").orElseGet(() -> home.resolve("AppData/Local"));
            return new UserFolders(
                    folder(environment, "APPDATA").orElseGet(() -> home.resolve("AppData/Roaming")), data, data);
        }
        if (name.startsWith("mac")) {
            var library = home.resolve("Library");
            var data = library.resolve("Application Support");
            return new UserFolders(library.resolve("Preferences"), data, data);
        }
        var data = folder(environment, "XDG_DATA_HOME").orElseGet(() -> home.resolve(".local/share"));
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME").orElseGet(() -> home.resolve(".config")),
                data,
                folder(environment, "XDG_RUNTIME_DIR").orElse(data));
    }

    /// A path that is not absolute is to be ignored (XDG Base Directory Specification).
    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    UserFolders {
        settings = settings.resolve(NAME);
        data = data.resolve(NAME);
        runtime = runtime.resolve(NAME);
    }
}
