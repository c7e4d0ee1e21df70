package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.breakwater.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever lies where a setting is kept: it is set aside with a sentence, once, and the window opens.
class BadSettingsTest {

    @TempDir
    private Path folder;

    /// What may lie there.
    enum Content {
        LETTER,
        NOTHING,
        BYTES,
        TOO_MUCH,
        FOLDER;

        void put(Path path) throws IOException {
            switch (this) {
                case LETTER -> Files.writeString(path, "Dear Ada, \\uZZZZ");
                case NOTHING -> Files.writeString(path, "");
                case BYTES -> Files.write(path, new byte[] {(byte) 0xc3, 0x28, 0, (byte) 0xff});
                case TOO_MUCH -> Files.write(path, new byte[1 << 20]);
                case FOLDER -> Files.createDirectories(path.resolve("within"));
            }
        }
    }

    private static final List<String> FILES =
            List.of("appearance.properties", "preferences.properties", "start.properties", "window.properties");

    private static List<Function<UserSettings, Optional<Problem>>> readings() {
        return List.of(
                all -> all.appearance().read().problem(),
                all -> all.preferences().read().problem(),
                all -> all.start().read().problem(),
                all -> all.window().read().problem());
    }

    @ParameterizedTest
    @EnumSource
    void eachFileOfSettingsIsSetAsideWithASentence(Content content) throws Exception {
        for (int i = 0; i < FILES.size(); i++) {
            var path = folder.resolve(FILES.get(i));
            content.put(path);
            var settings = UserSettings.in(folder);
            var problem = readings().get(i).apply(settings).orElseThrow();

            assertThat(problem.happened()).contains("The settings in " + path + " could not be read.");
            assertThat(problem.remedy()).contains("set aside as " + FILES.get(i) + ".unreadable");
            assertThat(folder.resolve(FILES.get(i) + ".unreadable")).exists();
            assertThat(readings().get(i).apply(settings)).as("it is said once").isEmpty();
        }
    }

    @Test
    void theSecondOneDoesNotTakeThePlaceOfTheFirst() throws Exception {
        for (var ending : List.of("", "-2", "-3")) {
            Content.LETTER.put(folder.resolve("start.properties"));
            var problem = UserSettings.in(folder).start().read().problem().orElseThrow();
            assertThat(problem.remedy()).contains("start.properties.unreadable" + ending);
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSetOfANetworkIsToo(Content content) throws Exception {
        content.put(folder.resolve("network.txt"));
        var read = new NetworkFile(folder).readOrSetAside();

        assertThat(read.kept()).isEqualTo(NetworkFile.Kept.NOTHING);
        assertThat(read.problem().orElseThrow().remedy()).contains("network.txt.unreadable");
    }
}
