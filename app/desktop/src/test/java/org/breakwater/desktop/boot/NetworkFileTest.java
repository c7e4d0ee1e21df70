package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.boot.NetworkFile.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private NetworkFile file;

    @BeforeEach
    void make() {
        path = folder.resolve("network.txt");
        file = new NetworkFile(folder);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        var kept = Kept.NOTHING
                .with("https://two.example.org/key")
                .with("http://127.0.0.1:8546")
                .with(Optional.of("https://service.example.org"));

        file.write(kept);

        assertThat(file.read()).isEqualTo(kept);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        file.write(kept.without("https://two.example.org/key").with(Optional.empty()));
        assertThat(file.read()).isEqualTo(new Kept(List.of("http://127.0.0.1:8546"), Optional.empty()));
    }

    @Test
    void whereNothingWasKeptThereIsNothing() throws Exception {
        assertThat(file.read()).isEqualTo(Kept.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "breakwater-network/2\n",
                "breakwater-network/1\nendpoint https://a\nnonsense\n",
                "breakwater-network/1\nendpoint https://a",
                "breakwater-network/1\nendpoint https://a b\n",
                "breakwater-network/1\nservice https://a\nservice https://b\n",
                "breakwater-network/1\nservice https://a\nendpoint https://b\n",
                "breakwater-network/1\r\nendpoint https://a\r\n"
            })
    void aFileThatSomethingElseWroteIsRefused(String text) throws Exception {
        Files.writeString(path, text);

        assertThatThrownBy(() -> file.read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("were changed by something else");
    }

    @Test
    void aFileLargerThanAnyIsRefused() throws Exception {
        Files.writeString(path, "breakwater-network/1\n" + "endpoint https://a\n".repeat(10_000));

        assertThatThrownBy(() -> file.read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void tooManyEndpointsAndOddAddressesAreNotWritten() {
        var many = new Kept(Collections.nCopies(9, "https://a"), Optional.empty());

        assertThatThrownBy(() -> file.write(many)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> file.write(Kept.NOTHING.with("https://a\nservice https://b")))
                .isInstanceOf(ProblemException.class);
        assertThat(path).doesNotExist();
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsASentence() throws Exception {
        var nowhere = new NetworkFile(folder.resolve("none"));

        assertThatThrownBy(() -> nowhere.write(Kept.NOTHING))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("could not be kept in");
    }
}
