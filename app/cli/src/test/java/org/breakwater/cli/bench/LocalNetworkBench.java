package org.breakwater.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.deployment.NodeConnections;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.ScriptedProtocol;
import org.breakwater.cli.boot.LocalnetProgram;
import org.breakwater.cli.boot.Program;
import org.breakwater.core.connection.ProtocolConnection;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.snapshot.Snapshot;
import org.breakwater.core.verification.VerifyDeployment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;

/// How fast a local network is ready and can be read, how much there is on it, and how much memory its node takes.
@Tag("bench")
class LocalNetworkBench {

    private static final int STARTS = 5;
    private static final int PROGRAMS = 5;
    private static final int CALLS = 20;
    private static final long BLOCKS_A_QUESTION = 500;

    private final BenchTable table = new BenchTable("local-network");

    @TempDir
    private Path temporary;

    @Test
    void startsReadsAndWeighs() throws Exception {
        starts();
        try (var network = LocalnetProgram.start(temporary)) {
            table.counted("memory of the node once ready", "MiB", memory(network.anvil()));
            program("breakwater snapshot", network, "snapshot");
            program("breakwater verify-deployment", network, "verify-deployment");
            reads(network);
            table.counted("memory of the node after the readings", "MiB", memory(network.anvil()));
        }
        table.publish();
    }

    private void starts() throws Exception {
        var figures = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            try (var network = LocalnetProgram.start(temporary)) {
                figures.add(network.untilReady().toNanos() / 1e9);
            }
        }
        table.measured("breakwater localnet until ready", "s", figures);
    }

    private void program(String what, LocalnetProgram network, String command) throws Exception {
        var figures = timed(
                PROGRAMS,
                () -> Program.asBuilt()
                        .run(command, "--rpc", network.rpc(), "--deployment", network.deployment(), "--json"));
        table.measured(
                what + ", whole program",
                "s",
                figures.stream().map(milliseconds -> milliseconds / 1e3).toList());
    }

    private void reads(LocalnetProgram network) throws Exception {
        try (var connection = new NodeConnections().open(network.rpc(), network.deployment())) {
            table.measured("snapshot in a running program", "ms", timed(CALLS, () -> snapshot(connection)));
            var verify = new VerifyDeployment(new ScriptedProtocol());
            table.measured(
                    "verification in a running program",
                    "ms",
                    timed(CALLS, () -> verify.run(connection.deployment(), connection.protocol())));
            contents(snapshot(connection), network.rpc());
        }
    }

    private static Snapshot snapshot(ProtocolConnection connection) throws Exception {
        return connection.snapshots().read(connection.deployment(), OptionalLong.empty());
    }

    private void contents(Snapshot snapshot, String rpc) throws Exception {
        table.counted("blocks", "blocks", snapshot.block().number());
        table.counted("events", "events", events(rpc, snapshot.block().number()));
        snapshot.sections().forEach((name, fact) -> {
            if (fact instanceof Fact.Items(var items)) {
                table.counted(name, "items", items.size());
            } else if (fact instanceof Fact.Fields(var fields)
                    && fields.get("count") instanceof Fact.Count(var count)) {
                table.counted(name, "items", count);
            }
        });
    }

    private static long events(String rpc, long head) throws Exception {
        long events = 0;
        try (var node = EthereumNode.connect(URI.create(rpc))) {
            for (long from = 0; from <= head; from += BLOCKS_A_QUESTION) {
                var filter = new EthFilter(block(from), block(Math.min(head, from + BLOCKS_A_QUESTION - 1)), List.of());
                events += node.web3j().ethGetLogs(filter).send().getLogs().size();
            }
        }
        return events;
    }

    private static DefaultBlockParameter block(long number) {
        return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
    }

    /// Milliseconds of each run, after one that does not count.
    private static List<Double> timed(int runs, Callable<?> work) throws Exception {
        work.call();
        var figures = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            var began = System.nanoTime();
            assertThat(work.call()).isNotNull();
            figures.add((System.nanoTime() - began) / 1e6);
        }
        return figures;
    }

    /// Resident memory in MiB, as Linux counts it.
    private static long memory(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
