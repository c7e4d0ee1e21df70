package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Motion;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Appearance.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearanceFileTest {

    private static final Appearance CHOSEN = new Appearance(Scheme.DARK, 150, Times.UTC_ONLY, Motion.REDUCED);

    @TempDir
    private Path folder;

    private Path path;
    private AppearanceFile file;

    @BeforeEach
    void setUp() {
        path = folder.resolve("breakwater/appearance.properties");
        file = new AppearanceFile(path);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(file.write(CHOSEN)).isEmpty();

        assertThat(file.read().appearance()).isEqualTo(CHOSEN);
        assertThat(file.read().problem()).isEmpty();
    }

    @Test
    void beforeAnythingWasSetItIsAsByDefault() {
        assertThat(file.read().appearance()).isEqualTo(Appearance.DEFAULT);
        assertThat(file.read().problem()).isEmpty();
    }

    @Test
    void whatTheFileSaysWronglyIsAsByDefault() throws IOException {
        given("theme=PINK\ntext=100000\ntimes=UTC_ONLY\n");

        assertThat(file.read().appearance()).isEqualTo(Appearance.DEFAULT.with(Times.UTC_ONLY));
    }

    @Test
    void aFileThatIsNoneIsSaidToBeUnreadable() throws IOException {
        given("theme=\\u00zz");
        assertThat(file.read().problem().orElseThrow().happened()).contains("could not be read");

        given("x".repeat(100_000));
        assertThat(file.read().problem().orElseThrow().happened()).contains("is larger than 65536 bytes");
        assertThat(file.read().appearance()).isEqualTo(Appearance.DEFAULT);
    }

    @Test
    void whatCannotBeKeptIsSaid() throws IOException {
        Files.writeString(folder.resolve("breakwater"), "a file where the folder should be");

        assertThat(file.write(CHOSEN).orElseThrow().meaning()).isEqualTo("It lasts until the window is closed.");
    }

    private void given(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
