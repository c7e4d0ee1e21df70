package org.breakwater.adapters.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is the only one, and what a second one can say to it.
class OnlyOneTest {

    private static final String NAME = "local";

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("run");
    }

    private OnlyOne first() throws Exception {
        return OnlyOne.take(folder(), NAME).orElseThrow();
    }

    @Test
    void aSecondOneIsKeptAwayAndItsFileIsHandedOver() throws Exception {
        try (var first = first()) {
            var asked = new ArrayBlockingQueue<Optional<Path>>(4);
            assertThat(OnlyOne.take(folder(), NAME)).isEmpty();
            assertThat(OnlyOne.call(folder(), NAME, Optional.empty())).isTrue();
            first.tell(asked::add);
            assertThat(asked.poll(5, TimeUnit.SECONDS))
                    .as("what came before anybody listened is not lost")
                    .isEqualTo(Optional.empty());

            assertThat(OnlyOne.call(folder(), NAME, Optional.of(Path.of("pause.safe-transaction.json"))))
                    .isTrue();
            assertThat(asked.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(
                            Optional.of(Path.of("pause.safe-transaction.json").toAbsolutePath()));
        }
        try (var next = first()) {
            assertThat(next).as("the name is free again").isNotNull();
        }
    }

    @Test
    void anotherNetworkIsAnotherName() throws Exception {
        try (var first = first();
                var other = OnlyOne.take(folder(), "0123456789abcdef").orElseThrow()) {
            assertThat(first).isNotSameAs(other);
        }
    }

    @Test
    void whatAKilledOneLeftBehindIsInNobodysWay() throws Exception {
        var holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var words = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(words.readLine()).isEqualTo("taken");
            assertThat(OnlyOne.take(folder(), NAME)).isEmpty();
            assertThat(OnlyOne.call(folder(), NAME, Optional.empty())).isTrue();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(folder().resolve(NAME + ".sock")).as("nobody tidied up").exists();

        try (var first = first()) {
            assertThat(OnlyOne.call(folder(), NAME, Optional.empty())).isTrue();
            assertThat(first).isNotNull();
        }
    }

    /// Another process that is the only one until it is killed.
    static final class Holder {

        private Holder() {}

        static void main(String[] arguments) throws Exception {
            try (var held = OnlyOne.take(Path.of(arguments[0]), NAME).orElseThrow()) {
                held.tell(_ -> {});
                System.out.println("taken");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void whoeverSaysSomethingElseIsNotAnsweredAndChangesNothing() throws Exception {
        try (var first = first()) {
            var asked = new ArrayBlockingQueue<Optional<Path>>(4);
            first.tell(asked::add);
            for (var words : new String[] {"", "hello", "breakwater-open/2\n\n", "x".repeat(9_000)}) {
                try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    channel.connect(UnixDomainSocketAddress.of(folder().resolve(NAME + ".sock")));
                    channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
                    channel.shutdownOutput();
                    assertThat(Channels.newInputStream(channel).readNBytes(4)).isEmpty();
                } catch (IOException brokenOff) {
                    assertThat(words).as("what is too long is not even read").hasSizeGreaterThan(8_192);
                }
            }
            assertThat(asked).isEmpty();
            assertThat(OnlyOne.call(folder(), NAME, Optional.empty())).isTrue();
        }
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws Exception {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> OnlyOne.take(folder(), NAME))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Others may write to the folder");
    }
}
