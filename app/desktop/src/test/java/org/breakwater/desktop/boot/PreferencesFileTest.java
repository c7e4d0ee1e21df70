package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.breakwater.desktop.place.Preferences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private PreferencesFile file;

    @BeforeEach
    void setUp() {
        path = folder.resolve("breakwater/preferences.properties");
        file = new PreferencesFile(path);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var chosen = new Preferences(true, true, 3);

        assertThat(file.write(chosen)).isEmpty();
        assertThat(file.read()).isEqualTo(new PreferencesFile.Reading(chosen, Optional.empty()));
    }

    @Test
    void beforeAnythingWasSetItIsAsByDefault() {
        assertThat(file.read().preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(file.read().problem()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadHasNobodySign() throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[70_000]);

        var read = file.read();
        assertThat(read.preferences().watchOnly()).isTrue();
        assertThat(read.problem().orElseThrow().meaning()).contains("Nobody signs");
        assertThat(file.read())
                .as("nor at the next start, where nothing is wrong any more")
                .isEqualTo(new PreferencesFile.Reading(Preferences.DEFAULT.watching(true), Optional.empty()));
    }
}
