package org.breakwater.adapters.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.core.signing.MadeSignature;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are killed without warning while they sign. Every signature that one said it had written down is
/// there.
class JournalKillTest {

    private static final int MOST_BEFORE = 60;

    @TempDir
    private Path folder;

    @Test
    void programsThatAreKilledLoseNoSignature() throws Exception {
        kill(2);
    }

    @Tag("deep")
    @Test
    void aHundredProgramsThatAreKilledLoseNoSignature() throws Exception {
        kill(100);
    }

    private void kill(int programs) throws Exception {
        var random = new SplittableRandom(programs);
        var file = folder.resolve("signing.db");
        long said = 0;
        for (int i = 0; i < programs; i++) {
            said = killOne(file, said, random);
            try (var journal = SqliteSigningJournal.open(file, InstantSource.system())) {
                var made = journal.all();
                assertThat(made)
                        .extracting(MadeSignature::nonce)
                        .startsWith(LongStream.range(0, said)
                                .mapToObj(BigInteger::valueOf)
                                .toArray(BigInteger[]::new));
                said = made.size();
            }
        }
    }

    /// @return how many signatures there are by what was said
    private static long killOne(Path file, long before, SplittableRandom random) throws Exception {
        var program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Signs.class.getName(),
                        file.toString(),
                        Long.toString(before))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = before;
        try (var lines = program.inputReader()) {
            for (int signatures = random.nextInt(1, MOST_BEFORE); signatures > 0; signatures--) {
                assertThat(lines.readLine()).isEqualTo(Long.toString(said));
                said++;
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            program.destroyForcibly().waitFor();
        }
        return said;
    }

    /// A program that writes down one signature after the other and says so.
    static final class Signs {

        private Signs() {}

        public static void main(String[] arguments) throws Exception {
            try (var journal = SqliteSigningJournal.open(Path.of(arguments[0]), InstantSource.system())) {
                for (long nonce = Long.parseLong(arguments[1]); ; nonce++) {
                    journal.made(Subjects.plain(nonce), Subjects.SAFE, Bytes.fromHex("0x01"));
                    System.out.println(nonce);
                    System.out.flush();
                }
            }
        }
    }
}
