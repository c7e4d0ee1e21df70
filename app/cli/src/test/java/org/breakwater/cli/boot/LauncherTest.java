package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The script that the build leaves.
class LauncherTest {

    @Test
    void helpSaysWhatTheExitCodesMean() throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of("target/breakwater").toString(), "--help")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("Usage: breakwater").contains("Exit codes:");
    }

    @Test
    void anUnknownCommandIsASentenceAndExitCodeOne() throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of("target/breakwater").toString(), "fly").start();
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(errors).contains("Unmatched argument").doesNotContain("\tat ");
    }
}
