package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.delivery.Carrier;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Interest;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Outcome;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are started for a message: ones that read it, hang, flood and fail.
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class CommandTest {

    private static final Message CHANGE = new Message.Single(SampleChanges.change(1));

    @TempDir
    private Path folder;

    private Path program(String script) throws IOException {
        var program = folder.resolve("hook");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private Carrier open(Path program, Duration limit, String... arguments) throws ProblemException {
        var words = new ArrayList<>(List.of(program.toString()));
        words.addAll(Arrays.asList(arguments));
        var environment = Map.of(
                "PATH", System.getenv().getOrDefault("PATH", "/bin"), "HOME", folder.toString(), "TOKEN", "hidden");
        return new TargetCarriers(
                        place -> {
                            throw new AssertionError(place.words());
                        },
                        environment,
                        () -> SampleChanges.TIME)
                .open(new Target("hook", new Channel.Command(words, limit), Interest.ALL, Optional.empty()));
    }

    @Test
    void aProgramGetsTheMessageItsFixedWordsAndNothingElse() throws Exception {
        var out = folder.resolve("out");
        var program = program("cat > '" + out + ".in'; printf '%s\\n' \"$@\" > '" + out + "'; env >> '" + out
                + "'; pwd >> '" + out + "'");

        try (var hook = open(program, Duration.ofSeconds(10), "--team", "$(id) ; rm -rf *")) {
            assertThat(hook.carry(CHANGE)).isEqualTo(new Outcome.Taken());
        }

        assertThat(Files.readString(folder.resolve("out.in"))).isEqualTo(new AlertDocument("hook").text(CHANGE));
        var seen = Files.readAllLines(out);
        assertThat(seen).startsWith("--team", "$(id) ; rm -rf *").endsWith("/");
        assertThat(seen.stream().filter(line -> line.contains("=")).map(line -> line.replaceAll("=.*", "")))
                .contains("PATH", "HOME")
                .isSubsetOf("PATH", "HOME", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void itsExitCodeCounts() throws Exception {
        try (var hook = open(program("exit 3"), Duration.ofSeconds(10))) {
            assertThat(hook.carry(CHANGE).toString()).contains("Later", "ended with 3");
        }
        try (var hook = open(program("exit 65"), Duration.ofSeconds(10))) {
            assertThat(hook.carry(CHANGE)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void aProgramThatHangsIsEndedWithWhatItStarted() throws Exception {
        var child = folder.resolve("child");
        var program = program("sleep 300 & echo $! > '" + child + "'; wait");
        try (var hook = open(program, Duration.ofSeconds(1))) {
            assertThat(hook.carry(CHANGE).toString()).contains("did not end within 1 s");
        }
        var pid = Long.parseLong(Files.readString(child).strip());
        for (int i = 0;
                i < 200 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
                i++) {
            Thread.sleep(10);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aProgramThatFloodsOrReadsNothingIsNoTrouble() throws Exception {
        var large = new Message.Single(SampleChanges.change(1, "x".repeat(2_000_000), "", List.of()));
        try (var hook =
                open(program("head -c 50000000 /dev/zero; head -c 50000000 /dev/zero >&2"), Duration.ofSeconds(20))) {
            assertThat(hook.carry(large)).isEqualTo(new Outcome.Taken());
        }
    }

    @Test
    void closingEndsAProgramThatRuns() throws Exception {
        var begun = folder.resolve("begun");
        var hook = open(program("touch '" + begun + "'; exec sleep 300"), Duration.ofSeconds(100));
        Thread.ofVirtual().start(() -> {
            try {
                while (!Files.exists(begun)) {
                    Thread.sleep(5);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            hook.close();
        });
        assertThat(hook.carry(CHANGE)).isEqualTo(new Outcome.Ended());
    }

    @Test
    void aProgramThatIsGoneLaterIsTriedAgain() throws Exception {
        var program = program("exit 0");
        try (var hook = open(program, Duration.ofSeconds(10))) {
            Files.delete(program);
            assertThat(hook.carry(CHANGE).toString()).contains("Later", "could not be started");
        }
    }

    @Test
    void aProgramThatIsMissingOrThatOthersMayExchangeIsRefused() throws Exception {
        assertThatThrownBy(() -> open(folder.resolve("none"), Duration.ofSeconds(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no program at");
        var program = program("exit 0");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> open(program, Duration.ofSeconds(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Others may write");
    }
}
