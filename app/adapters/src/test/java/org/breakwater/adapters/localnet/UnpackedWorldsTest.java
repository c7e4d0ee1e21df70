package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedWorldsTest {

    private static final Hash32 STORED = Hash32.fromHex("0x" + "17".repeat(32));
    private static final Hash32 ANOTHER = Hash32.fromHex("0x" + "18".repeat(32));

    @TempDir
    private Path folder;

    private int unpacked;

    @Test
    void aWorldIsUnpackedOnceWhereAFolderIsNamed() throws IOException {
        var worlds = UnpackedWorlds.of(
                Map.of("BREAKWATER_WORLDS", folder.resolve("worlds").toString()));

        worlds.write(STORED, this::packed, folder.resolve("first"));
        worlds.write(STORED, this::packed, folder.resolve("second"));
        worlds.write(ANOTHER, this::packed, folder.resolve("third"));

        assertThat(folder.resolve("first")).hasContent("state 1");
        assertThat(folder.resolve("second")).hasContent("state 1");
        assertThat(folder.resolve("third")).hasContent("state 2");
    }

    @Test
    void aWorldIsUnpackedEachTimeWhereNoneIs() throws IOException {
        var worlds = UnpackedWorlds.of(Map.of());

        worlds.write(STORED, this::packed, folder.resolve("first"));
        worlds.write(STORED, this::packed, folder.resolve("second"));

        assertThat(folder.resolve("second")).hasContent("state 2");
    }

    @Test
    void whatBreaksOffLeavesNothingThatIsTakenForAWorld() throws IOException {
        var kept = Files.createDirectory(folder.resolve("worlds"));
        var worlds = UnpackedWorlds.of(Map.of("BREAKWATER_WORLDS", kept.toString()));

        assertThatThrownBy(() -> worlds.write(STORED, UnpackedWorldsTest::broken, folder.resolve("first")))
                .hasMessage("broken off");

        assertThat(kept).isEmptyDirectory();
        assertThat(folder.resolve("first")).doesNotExist();
    }

    private InputStream packed() {
        unpacked++;
        return new ByteArrayInputStream(("state " + unpacked).getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream broken() {
        return new FilterInputStream(new ByteArrayInputStream(new byte[9_000])) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                var read = super.read(into, from, most);
                if (read < 0) {
                    throw new IOException("broken off");
                }
                return read;
            }
        };
    }
}
