package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater test-targets`, with programs as targets.
@Timeout(60)
class TestTargetsTest {

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private Path program(String name, String script) throws IOException {
        var program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private String targets(String... targets) throws IOException {
        var file = folder.resolve("targets.json");
        Files.writeString(
                file, "{\"format\": \"breakwater-targets/1\", \"targets\": [" + String.join(", ", targets) + "]}");
        return file.toString();
    }

    private static String target(String name, Path program) {
        return "{\"name\": \"%s\", \"kind\": \"command\", \"command\": [\"%s\"], \"severities\": [\"hold\"]}"
                .formatted(name, program);
    }

    @Test
    void eachTargetIsToldThatItIsATestAndSaidToHaveTakenItOrNot() throws Exception {
        var seen = folder.resolve("seen");
        var file = targets(
                target("well", program("well", "cat > '" + seen + "'")), target("ill", program("ill", "exit 9")));

        assertThat(run("test-targets", "--targets", file)).isEqualTo(2);

        assertThat(output.toString().lines())
                .containsExactly(
                        "well (command): took the test.",
                        "ill (command): did not take it. The program " + folder.resolve("ill") + " ended with 9.");
        assertThat(new JsonMapper().readTree(Files.readString(seen)).get("kind").asString())
                .isEqualTo("test");
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void oneOfThemCanBeChosenAndToldOfInJson() throws Exception {
        var file = targets(target("well", program("well", "exit 0")), target("ill", program("ill", "exit 9")));

        assertThat(run("test-targets", "--targets", file, "--target", "well", "--json"))
                .isZero();

        var document = new JsonMapper().readTree(output.toString());
        assertThat(document.size()).isEqualTo(1);
        assertThat(document.get(0).get("taken").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotRightIsSaidBeforeAnythingIsSent() throws Exception {
        var seen = folder.resolve("seen");
        var well = target("well", program("well", "touch '" + seen + "'"));

        assertThat(run("test-targets", "--targets", targets(well, target("gone", folder.resolve("gone")))))
                .isEqualTo(1);
        assertThat(run("test-targets", "--targets", targets(well), "--target", "other"))
                .isEqualTo(1);
        assertThat(run(
                        "test-targets",
                        "--targets",
                        targets(well, "{\"name\": \"chat\", \"kind\": \"slack\", \"url\": \"https://hidden\"}")))
                .isEqualTo(1);
        assertThat(errors.toString())
                .contains(
                        "There is no program at " + folder.resolve("gone"),
                        "is named “other”",
                        "is a secret and does not stand here")
                .doesNotContain("hidden\"");
        assertThat(output.toString()).isEmpty();
        assertThat(seen).doesNotExist();
    }
}
