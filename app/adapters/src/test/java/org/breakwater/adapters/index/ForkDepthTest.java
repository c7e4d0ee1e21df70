package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.index.ChainFault;
import org.breakwater.core.index.IndexException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forks of a real node's chain: blocks are taken back and others with other logs are mined instead.
class ForkDepthTest {

    /// Makes Anvil call a block final when 256 others are above it.
    private static final List<String> FINAL_AFTER_256 = List.of("--slots-in-an-epoch", "128");

    private static final int DEEPEST = 256;

    @TempDir
    private Path folder;

    private AnvilProcess anvil;
    private AnvilControl control;
    private ProtocolLikeEvents events;
    private NodeLogSource source;
    private KeptIndex index;

    @BeforeEach
    void start() throws Exception {
        anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), FINAL_AFTER_256);
        control = new AnvilControl(anvil.node().address());
        events = new ProtocolLikeEvents(control);
        events.install();
        source = NodeLogSource.of(anvil.node().address(), anvil.node().chain());
        index = new KeptIndex(
                IndexPlace.file(folder.resolve("index.db")),
                ProtocolLikeEvents.deployment(),
                (log, _) -> new Decoding.Unknown(log));
        mine(DEEPEST + 10);
        index.sync(source);
    }

    @AfterEach
    void stop() {
        index.close();
        source.close();
        anvil.close();
    }

    @Test
    void afterAForkOfAnyDepthTheIndexEqualsAFreshOne() throws Exception {
        for (int depth : new int[] {1, 2, 9, 64, 65, DEEPEST}) {
            fork(depth);
        }
    }

    @Tag("deep")
    @Test
    void afterAForkOfEveryDepthTheIndexEqualsAFreshOne() throws Exception {
        for (int depth : IntStream.rangeClosed(1, DEEPEST).toArray()) {
            fork(depth);
        }
    }

    private void fork(int depth) throws Exception {
        control.call("anvil_rollback", depth);
        branchOff(depth);
        mine(depth + 1);

        var report = index.sync(source);

        assertThat(report.replaced()).isEqualTo(depth);
        assertThat(index.differencesToAFreshOne(source, folder))
                .as("depth %d", depth)
                .isEmpty();
    }

    @Test
    void aForkOfEmptyBlocksTakesTheLogsAway() throws Exception {
        var before = index.store().state().logs();
        control.call("anvil_reorg", 20, List.of());
        control.mine(1);

        index.sync(source);

        assertThat(index.store().state().logs()).isLessThan(before);
        assertThat(index.differencesToAFreshOne(source, folder)).isEmpty();
    }

    @Test
    void aForkBelowFinalityHalts() throws Exception {
        var before = index.content();
        control.call("anvil_rollback", DEEPEST + 1);
        mine(DEEPEST + 5);

        var stopped = catchThrowableOfType(IndexException.class, () -> index.sync(source));

        assertThat(stopped.fault()).isInstanceOf(ChainFault.ForkBelowFinality.class);
        assertThat(index.content()).isEqualTo(before);
    }

    @Test
    void aRevertedNodeIsBehindUntilItGoesAnotherWay() throws Exception {
        var snapshot = control.call("evm_snapshot");
        mine(12);
        index.sync(source);
        var before = index.content();

        control.call("evm_revert", snapshot.asString());
        assertThat(index.sync(source).endpointIsBehind()).isTrue();
        assertThat(index.content()).isEqualTo(before);

        branchOff(3);
        mine(3);
        assertThat(index.sync(source).replaced()).isEqualTo(12);
        assertThat(index.content()).isNotEqualTo(before);
    }

    /// The same transactions at the same times would make the same blocks again: another miner does not.
    private void branchOff(int miner) {
        control.call("anvil_setCoinbase", "0x%040x".formatted(0xf0000 + miner));
    }

    /// Every eighth block has logs.
    private void mine(int blocks) {
        for (int mined = 0; mined < blocks; mined += 8) {
            events.emit(1);
            if (mined + 1 < blocks) {
                control.mine(Math.min(7, blocks - mined - 1));
            }
        }
    }
}
