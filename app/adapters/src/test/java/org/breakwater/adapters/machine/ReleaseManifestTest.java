package org.breakwater.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.review.check.Release;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseManifestTest {

    /// Of `one` and of `two`, as `sha256sum` says.
    private static final String ONE =
            "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  breakwater.jar\n";

    private static final String TWO = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  library.jar\n";

    @TempDir
    private Path folder;

    private Path program;
    private Path library;

    @BeforeEach
    void pack() throws IOException {
        program = Files.writeString(folder.resolve("breakwater.jar"), "one");
        library = Files.writeString(folder.resolve("library.jar"), "two");
    }

    private void manifest(String content) throws IOException {
        Files.writeString(folder.resolve(ReleaseManifest.NAME), content, StandardCharsets.UTF_8);
    }

    private Release compare() {
        return ReleaseManifest.compare(Optional.of(program), List.of(program, library));
    }

    @Test
    void filesOfTheManifestAreTheRelease() throws IOException {
        manifest("breakwater-release 0.1.0\n" + ONE + TWO);

        assertThat(compare()).isEqualTo(new Release.Same("0.1.0", 2));
    }

    @Test
    void anotherByteIsAnotherProgram() throws IOException {
        manifest("breakwater-release 0.1.0\n" + ONE + TWO);
        Files.writeString(library, "twp");

        assertThat(compare()).isEqualTo(new Release.Altered("0.1.0", List.of("library.jar")));
    }

    @Test
    void codeThatTheManifestDoesNotNameIsNoneOfTheRelease() throws IOException {
        manifest("breakwater-release 0.1.0\n" + ONE + TWO);
        var foreign = Files.writeString(folder.resolve("agent.jar"), "three");

        assertThat(ReleaseManifest.compare(Optional.of(program), List.of(program, foreign, folder)))
                .isEqualTo(new Release.Altered(
                        "0.1.0", List.of("agent.jar", folder.getFileName().toString())));
    }

    @Test
    void aManifestOfAnotherFormSaysNothing() throws IOException {
        for (var content : List.of(
                "",
                "breakwater-release\n" + ONE,
                "breakwater-release 1\nnonsense\n",
                "breakwater-release 1\n" + ONE + ONE)) {
            manifest(content);

            assertThat(compare()).as(content).isInstanceOf(Release.Unknown.class);
        }
    }

    @Test
    void withoutAManifestNothingIsSaidOfARelease() {
        assertThat(compare()).isInstanceOf(Release.Unknown.class);
        assertThat(ReleaseManifest.compare(Optional.of(folder), List.of(folder)))
                .as("built here, not packed")
                .isInstanceOf(Release.Unknown.class);
    }
}
