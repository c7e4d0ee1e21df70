package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breakwater.adapters.watch.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `breakwater rules`, from the print to a file of one's own.
class RulesTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter refused = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(refused))
                .execute(arguments);
    }

    private String printed(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whatIsPrintedIsAFileOfRulesThatHolds() throws IOException {
        assertThat(run("rules")).isZero();
        var own = printed("own.json", said.toString());
        said.getBuffer().setLength(0);

        assertThat(run("rules", "--check", own)).isZero();
        assertThat(said.toString().strip())
                .isEqualTo(own + " holds: " + RuleFiles.standard().rules().size() + " rules.");
    }

    @Test
    void aFileThatDoesNotHoldIsRefusedWithItsLine() throws IOException {
        assertThat(run("rules")).isZero();
        var own = printed("own.json", said.toString().replace("\"110 %\"", "\"110 apples\""));

        assertThat(run("rules", "--check", own)).isEqualTo(1);
        assertThat(refused.toString()).contains("Line ").contains(own);
    }
}
