package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.Decoding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Programs that are killed without warning while they sync. What they leave is the state after some segment, and the
/// next one goes on from there.
@ParameterizedClass
@EnumSource(IndexPlace.Kind.class)
class KillTest {

    private static final int BLOCKS = 400;
    private static final int MOST_SEGMENTS_BEFORE = 3;
    private static final int MOST_MILLISECONDS_AFTER = 60;

    @Parameter
    private IndexPlace.Kind kind = IndexPlace.Kind.FILE;

    @TempDir
    private Path folder;

    @Test
    void aProgramThatIsKilledLosesNothingAndDoublesNothing() throws Exception {
        kill(5);
    }

    @Tag("deep")
    @Test
    void fiveHundredProgramsThatAreKilledLoseNothingAndDoubleNothing() throws Exception {
        kill(500);
    }

    private void kill(int programs) throws Exception {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            var events = new ProtocolLikeEvents(new AnvilControl(anvil.node().address()));
            events.install();
            events.emit(BLOCKS);
            var whole = whole(anvil, ProtocolLikeEvents.deployment());
            var random = new SplittableRandom(programs);
            var inTheMiddle = 0;
            var place = kind.fresh(folder);
            for (int i = 0; i < programs; i++) {
                killOne(anvil, place, random);
                var through = requirePrefix(place, ProtocolLikeEvents.deployment(), whole);
                inTheMiddle += through > 0 && through < BLOCKS ? 1 : 0;
                if (through == BLOCKS) {
                    place = kind.fresh(folder); // It was done before it was killed: the next one begins anew.
                }
            }
            assertThat(inTheMiddle).as("programs killed half way").isGreaterThan(programs / 4);
            try (var index = open(place, ProtocolLikeEvents.deployment());
                    var source = NodeLogSource.of(
                            anvil.node().address(), anvil.node().chain())) {
                index.sync(source);
                assertThat(StoreContent.differences(index.content(), whole)).isEmpty();
            }
        }
    }

    private List<String> whole(AnvilProcess anvil, Deployment deployment) throws Exception {
        try (var index = open(IndexPlace.file(folder.resolve("whole.db")), deployment);
                var source =
                        NodeLogSource.of(anvil.node().address(), anvil.node().chain())) {
            index.sync(source);
            return index.content();
        }
    }

    private static KeptIndex open(IndexPlace place, Deployment deployment) throws Exception {
        return new KeptIndex(place, deployment, (log, _) -> new Decoding.Unknown(log));
    }

    /// Some segments and a moment after its start.
    private static void killOne(AnvilProcess anvil, IndexPlace place, SplittableRandom random) throws Exception {
        var program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Syncs.class.getName(),
                        anvil.node().address().toString(),
                        place.kind().name(),
                        place.text())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = program.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");
            for (int segments = random.nextInt(MOST_SEGMENTS_BEFORE); segments > 0; segments--) {
                said.readLine();
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLISECONDS_AFTER));
            program.destroyForcibly().waitFor();
        }
    }

    /// @return how far it came
    private static long requirePrefix(IndexPlace place, Deployment deployment, List<String> whole) throws Exception {
        try (var index = open(place, deployment)) {
            var through = index.store().state().through();
            assertThat(logs(index.content(), Long.MAX_VALUE)).isEqualTo(logs(whole, through));
            return through;
        }
    }

    private static List<String> logs(List<String> content, long through) {
        return content.stream()
                .filter(row -> row.startsWith("log "))
                .filter(row -> Long.parseLong(row.split(" ", 3)[1]) <= through)
                .toList();
    }

    /// A program that opens the index and syncs, and says so at each step.
    static final class Syncs {

        private Syncs() {}

        public static void main(String[] arguments) throws Exception {
            var deployment = ProtocolLikeEvents.deployment();
            var place = new IndexPlace(IndexPlace.Kind.valueOf(arguments[1]), arguments[2]);
            try (var index = open(place, deployment);
                    var source = NodeLogSource.of(URI.create(arguments[0]), deployment.chain())) {
                System.out.println("open");
                index.sync(source, (segment, _) -> System.out.println(segment.through()));
            }
        }
    }
}
