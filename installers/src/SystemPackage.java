import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;

/// Packs the program for the system that this runs on, with `jpackage`: an `msi` on Windows, a `dmg` on macOS.
///
/// Its arguments are the project's folder, the program's version, and where something else than the system's own kind is
/// wanted, which: `app-image` lays out the program's folder, on every system. `installers/target` holds `content` (jars)
/// and `runtime` before it, as the build makes them.
final class SystemPackage {

    /// Never another one: by it Windows knows that one version replaces another.
    private static final String UPGRADES = "5b0f6f0e-1f0c-4f0e-9c43-6f2f7a2f3b51";

    private final Path root;
    private final String version;
    private final String kind;

    private SystemPackage(Path root, String version, String kind) {
        this.root = root;
        this.version = version;
        this.kind = kind;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("SystemPackage: give the project's folder, the version, and at most one kind.");
            System.exit(1);
        }
        var kind = arguments.length == 3 ? arguments[2] : kindOf(System.getProperty("os.name"));
        var packing = new SystemPackage(Path.of(arguments[0]), arguments[1], kind);
        System.exit(packing.run());
    }

    private static String kindOf(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "msi";
        }
        return name.startsWith("mac") ? "dmg" : "app-image";
    }

    private static boolean is(String system) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(system);
    }

    private int run() throws IOException {
        var tool = ToolProvider.findFirst("jpackage")
                .orElseThrow(() -> new IllegalStateException("this Java has no jpackage"));
        Files.createDirectories(target().resolve("system"));
        return tool.run(System.out, System.err, arguments().toArray(String[]::new));
    }

    private Path target() {
        return root.resolve("installers").resolve("target");
    }

    private List<String> arguments() {
        var all = new ArrayList<>(List.of(
                "--type", kind,
                "--name", "Breakwater",
                "--app-version", appVersion(),
                "--vendor", "The Breakwater maintainers",
                "--description", "Governance and treasury console of an on-chain insurance protocol",
                "--input", target().resolve("content").resolve("lib").toString(),
                "--runtime-image", target().resolve("runtime").toString(),
                "--main-jar", "desktop-" + version + ".jar",
                "--main-class", "org.breakwater.desktop.boot.Main",
                "--java-options", "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--java-options", "-Xmx1g",
                "--dest", target().resolve("system").toString(),
                "--icon", icon().toString()));
        if (!kind.equals("app-image")) {
            all.addAll(List.of("--license-file", root.resolve("LICENSE").toString()));
        }
        if (is("windows")) {
            // The command line beside the window, in a console of its own.
            all.addAll(List.of(
                    "--add-launcher", "breakwater=" + root.resolve("installers/windows/breakwater.properties")));
        }
        switch (kind) {
            case "msi" -> all.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install",
                    "--win-upgrade-uuid", UPGRADES));
            case "dmg" -> all.addAll(List.of("--mac-package-identifier", "org.breakwater.console"));
            default -> {}
        }
        return all;
    }

    /// macOS takes no version that begins with nought.
    private String appVersion() {
        return is("mac") && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private Path icon() {
        var icons = root.resolve("assets").resolve("icons");
        if (is("windows")) {
            return icons.resolve("breakwater.ico");
        }
        return icons.resolve(is("mac") ? "breakwater.icns" : "breakwater-512.png");
    }
}
