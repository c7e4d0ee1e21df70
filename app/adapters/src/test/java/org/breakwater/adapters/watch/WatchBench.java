package org.breakwater.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;
import org.breakwater.core.watch.Monitors.OpenMonitor;
import org.breakwater.core.watch.Monitors.Wanted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes from a transaction that is sent to a node on loopback, and mined at once, to an alert that is on
/// the disk: the world of two years, all of the program's own rules.
class WatchBench {

    private static final int ROUNDS = 200;
    private static final double GOAL = 250;
    private static final double SECONDS_OF_PATIENCE = 20;

    @TempDir
    private Path folder;

    @Tag("bench")
    @Test
    void fromABlockToItsAlertItTakesLessThanAQuarterOfASecond() throws Exception {
        var measured = new Measured();
        measure(measured);
        var table = new BenchTable("From block to alert");
        table.measured("block at the node to alert on the disk", "ms", measured.alerted);
        table.measured("of it, judging and writing down", "ms", measured.judged);
        table.measured("before it, the node mines the block", "ms", measured.mined);
        table.counted("rules", "", RuleFiles.standard().rules().size());
        table.publish();
        assertThat(measured.alerted.stream().sorted().toList().get(ROUNDS / 2)).isLessThan(GOAL);
    }

    private static final class Measured {

        private final List<Double> mined = new ArrayList<>();
        private final List<Double> alerted = new ArrayList<>();
        private final List<Double> judged = new ArrayList<>();
    }

    private void measure(Measured measured) throws Exception {
        try (var network = LocalNetwork.start();
                var monitor = open(network)) {
            var running = Thread.ofVirtual().start(monitor::run);
            await(monitor, 1);
            var wire = new Wire(network.node().address());
            for (int round = 0; round < ROUNDS; round++) {
                var account = Wire.account(round);
                var sent = System.nanoTime();
                // The node mines at once, and answers when the block is there.
                wire.send(
                        network.deployment().address("TimelockController"),
                        network.deployment().address("AccessManager"),
                        Wire.call("grantRole(uint64,address,uint32)", Word.of(40), Word.of(account), Word.of(0)));
                var began = System.nanoTime();
                measured.mined.add((began - sent) / 1e6);
                awaitAlert(monitor, account);
                measured.alerted.add((System.nanoTime() - began) / 1e6);
                measured.judged.add(monitor.watch().status().get().took().toNanos() / 1e6);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            running.interrupt();
        }
    }

    private OpenMonitor open(LocalNetwork network) throws Exception {
        var index = folder.resolve("index.sqlite").toString();
        return new NodeMonitors(InstantSource.system(), Duration.ofSeconds(1))
                .open(new Wanted(
                        List.of(network.description().rpc()),
                        network.description().deployment(),
                        index,
                        index + ".alerts",
                        Optional.empty(),
                        Optional.empty()));
    }

    private static void await(OpenMonitor monitor, long sequence) throws InterruptedException {
        var until = System.nanoTime() + SECONDS_OF_PATIENCE * 1e9;
        while (monitor.watch().status().get().lastSequence() < sequence) {
            assertThat((double) System.nanoTime()).as("patience").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void awaitAlert(OpenMonitor monitor, Address account) throws InterruptedException {
        var about = new Subject.Contract(account);
        var until = System.nanoTime() + SECONDS_OF_PATIENCE * 1e9;
        while (monitor.watch().status().get().standing().reversed().stream()
                .noneMatch(alert -> alert.said().about().equals(about))) {
            assertThat((double) System.nanoTime()).as("patience").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
