package org.breakwater.adapters.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.DesktopNotices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifySendTest {

    @TempDir
    private Path folder;

    @Test
    void whereThereIsNoneItSaysWhy() {
        assertThat(NotifySend.find("Linux", folder + File.pathSeparator + ".")
                        .missing()
                        .orElseThrow())
                .contains("not installed");
        assertThat(NotifySend.find("Windows 11", folder.toString()).missing().orElseThrow())
                .contains("Linux alone");
        assertThat(NotifySend.find("Mac OS X", folder.toString()).missing()).isPresent();
    }

    @Test
    void whatIsShownIsOneTitleAndOneTextWhateverTheySay() throws Exception {
        var said = folder.resolve("said");
        var notices = program("printf '%s\\n' \"$@\" > '" + said + "'");

        notices.show("--version\n$(id)", "a <b>bold</b> & \u202E`ls`");

        assertThat(Files.readAllLines(said))
                .containsExactly(
                        "--app-name=Breakwater", "--", "--version $(id)", "a &lt;b&gt;bold&lt;/b&gt; &amp;  `ls`");
    }

    @Test
    void aLongTextIsCut() throws Exception {
        var said = folder.resolve("said");
        var notices = program("printf '%s\\n' \"$4\" > '" + said + "'");

        notices.show("New", "x".repeat(5_000));

        assertThat(Files.readString(said).strip())
                .hasSize(DesktopNotices.MOST_TEXT)
                .endsWith("…");
    }

    @Test
    void aProgramThatFailsIsAProblemInWords() throws Exception {
        var notices = program("exit 3");

        assertThatThrownBy(() -> notices.show("New", "Vote"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it ended with 3");
    }

    private DesktopNotices program(String script) throws Exception {
        var program = folder.resolve("notify-send");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return NotifySend.find("Linux", folder.toString());
    }
}
