package org.breakwater.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

    @TempDir
    private Path folder;

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whatItMakesIsItsOwnersAlone() throws Exception {
        var above = folder.resolve("breakwater");
        var made = PrivateFolder.make(above.resolve("1-abc"));

        assertThat(mode(made)).isEqualTo("rwx------");
        assertThat(mode(above)).isEqualTo("rwx------");
        assertThat(PrivateFolder.make(made)).isEqualTo(made);
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws Exception {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));

        assertThatThrownBy(() -> PrivateFolder.make(open))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Others may write to the folder " + open);
    }

    @Test
    void aFileInItsPlaceAndAWayElsewhereAreRefused() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("elsewhere")));

        assertThatThrownBy(() -> PrivateFolder.make(file)).hasMessageContaining("is no folder");
        assertThatThrownBy(() -> PrivateFolder.make(link)).hasMessageContaining("leads somewhere else");
    }
}
