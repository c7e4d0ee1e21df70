package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsTheBaseDirectories() {
        assertThat(UserFolders.of("Linux", Map.of(), HOME))
                .isEqualTo(new UserFolders(
                        HOME.resolve(".config"), HOME.resolve(".local/share"), HOME.resolve(".local/share")));
        assertThat(UserFolders.of("Linux", Map.of("XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "/etc/ada"), HOME)
                        .data())
                .isEqualTo(Path.of("/data/breakwater"));
    }

    @Test
    void whatLivesAsLongAsAProcessIsWhereTheSystemClearsIt() {
        assertThat(UserFolders.of("Linux", Map.of("XDG_RUNTIME_DIR", "/run/user/1000"), HOME)
                        .runtime())
                .isEqualTo(Path.of("/run/user/1000/breakwater"));
    }

    @Test
    void aRelativeBaseDirectoryIsIgnored() {
        assertThat(UserFolders.of("Linux", Map.of("XDG_DATA_HOME", "data"), HOME)
                        .data())
                .isEqualTo(HOME.resolve(".local/share/breakwater"));
    }

    @Test
    void macOsHasALibrary() {
        assertThat(UserFolders.of("Mac OS X", Map.of(), HOME).data())
                .isEqualTo(HOME.resolve("Library/Application Support/breakwater"));
    }

    @Test
    void windowsHasApplicationData() {
        assertThat(UserFolders.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME)
                        .data())
                .isEqualTo(Path.of("/local/breakwater"));
        assertThat(UserFolders.of("Windows 11", Map.of(), HOME).settings())
                .isEqualTo(HOME.resolve("AppData/Roaming/breakwater"));
    }
}
