package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script that the build leaves.
class LauncherTest {

    private static final Path ARCHIVE =
            Program.LAUNCHER.resolveSibling("shared").resolve("classes.jsa");

    @Test
    void helpSaysWhatTheExitCodesMean() throws Exception {
        assertThat(Program.asBuilt().run("--help").succeeded().output())
                .contains("Usage: breakwater", "Exit codes:", "localnet", "snapshot", "verify-deployment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localnet", "snapshot", "verify-deployment"})
    void everyCommandHasHelpWithItsExitCodes(String command) throws Exception {
        assertThat(Program.asBuilt().run(command, "--help").succeeded().output())
                .contains("Usage: breakwater " + command, "--json", "Exit codes:");
    }

    @Test
    void withoutACommandItShowsItsHelp() throws Exception {
        assertThat(Program.asBuilt().run().succeeded().output()).contains("Usage: breakwater");
    }

    @Test
    void theVersionIsOneLine() throws Exception {
        assertThat(Program.asBuilt().run("--version").succeeded().output()).matches("breakwater \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void anUnknownCommandIsASentenceAndWhereToReadMore() throws Exception {
        Program.asBuilt().run("fly").refused("'fly'", "See “breakwater --help”.");
    }

    @Test
    void anUnknownOptionIsASentenceAndWhereToReadMore() throws Exception {
        Program.asBuilt().run("localnet", "--fly").refused("'--fly'", "See “breakwater localnet --help”.");
    }

    @Test
    void aMissingOptionIsNamed() throws Exception {
        Program.asBuilt()
                .run("verify-deployment", "--rpc", "http://127.0.0.1:1")
                .refused("Missing required option: '--deployment=FILE'");
    }

    @Test
    void sentencesKeepTheirCharactersInEveryLocale() throws Exception {
        Program.asBuilt().with("LC_ALL", "C").run("fly").refused("“breakwater --help”");
    }

    @Test
    void itRunsWithoutItsArchiveFromAFolderWithSpacesThroughALinkAndFromAnywhere(@TempDir Path folder)
            throws Exception {
        var home = copyOfTheProgram(folder.resolve("a folder with spaces and 'quotes'"));
        var link = Files.createSymbolicLink(folder.resolve("bw"), home.resolve("breakwater"));

        var outcome = new Program(link, Path.of("/")).run("--version");

        assertThat(outcome.succeeded().output()).startsWith("breakwater ");
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver(@TempDir Path old) throws Exception {
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

        var outcome = Program.asBuilt().with("JAVA_HOME", old.toString()).run("--version");

        assertThat(outcome.succeeded().output()).startsWith("breakwater ");
    }

    @Test
    void theJavaOfThePathIsFound(@TempDir Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var path = Files.createDirectory(folder.resolve("bin"));
        var link = Files.createSymbolicLink(path.resolve("java"), java);

        var outcome = withoutJava(folder)
                .with("PATH", path + ":" + System.getenv("PATH"))
                .run("--version");
        Files.delete(link);

        assertThat(outcome.succeeded().output()).startsWith("breakwater ");
    }

    @Test
    void withoutAModernJavaItSaysWhatToInstall(@TempDir Path folder) throws Exception {
        withoutJava(folder)
                .with("JAVA_HOME", "")
                .run("--version")
                .refused("Java 25 or later was not found. Install a JDK 25 and set JAVA_HOME to it.");
    }

    @Test
    void theLibrariesClassesComeFromTheArchiveThatTheBuildMade(@TempDir Path folder) throws Exception {
        var loaded = folder.resolve("loaded");

        var outcome = Program.asBuilt()
                .with("JAVA_HOME", "")
                .with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded)
                .run("--version");

        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        assertThat(loaded)
                .content()
                .contains(
                        "picocli.CommandLine source: shared objects file",
                        "org.bouncycastle.crypto.digests.KeccakDigest source: shared objects file");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 5_000_000})
    void anArchiveThatIsCutShortIsPassedOverInSilence(int length, @TempDir Path folder) throws Exception {
        var home = copyOfTheProgram(folder.resolve("program"));
        try (var archive = Files.newInputStream(ARCHIVE)) {
            Files.write(shared(home), archive.readNBytes(length));
        }

        assertStarts(home);
    }

    @Test
    void anArchiveOfOtherLibrariesIsPassedOverInSilence(@TempDir Path folder) throws Exception {
        var home = copyOfTheProgram(folder.resolve("program"));
        Files.copy(ARCHIVE, shared(home));
        var classPath = home.resolve("classpath");
        Files.writeString(
                classPath, Files.writeString(folder.resolve("other.jar"), "other") + ":" + Files.readString(classPath));

        assertStarts(home);
    }

    private static void assertStarts(Path home) throws Exception {
        var outcome = new Program(home.resolve("breakwater"), home)
                .with("JAVA_HOME", "")
                .run("--version");

        assertThat(outcome.succeeded().output()).matches("breakwater \\d+\\.\\d+\\.\\d+\n");
    }

    private static Path shared(Path home) throws IOException {
        return Files.createDirectory(home.resolve("shared")).resolve(ARCHIVE.getFileName());
    }

    /// A copy that looks for Java nowhere but in the environment.
    private static Program withoutJava(Path folder) throws IOException {
        var home = copyOfTheProgram(folder.resolve("program"));
        var script = home.resolve("breakwater");
        Files.writeString(
                script,
                Files.readString(script)
                        .replace(System.getProperty("java.home"), "/nowhere")
                        .replaceAll("(?m)^  /usr/lib/jvm/.*$", "  /nowhere"));
        return new Program(script, folder).with("JAVA_HOME", "/nowhere");
    }

    private static Path copyOfTheProgram(Path folder) throws IOException {
        var built = Program.LAUNCHER.resolveSibling("classes");
        try (var files = Files.walk(built)) {
            for (var file : files.toList()) {
                var copy = folder.resolve("classes").resolve(built.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        for (var file : List.of("breakwater", "classpath")) {
            Files.copy(Program.LAUNCHER.resolveSibling(file), folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return folder;
    }
}
