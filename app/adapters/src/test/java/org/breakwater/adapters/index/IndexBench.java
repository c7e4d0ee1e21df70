package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.SyncIndex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;

/// How fast events get from a node into the store: beside the node's own time to hand them over, and beside the obvious
/// way, in one run. Figures depend on the machine; their ratios are what is promised.
@Tag("bench")
class IndexBench {

    private static final int BLOCKS = 1_000;
    private static final int ROUNDS = 5;
    private static final double MOST_TIMES_THE_DOWNLOAD = 1.7;
    private static final double LEAST_TIMES_AS_FAST = 8;

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandEventsTakeLittleLongerThanTheirDownload() throws Exception {
        var arguments = List.of("--gas-limit", "1000000000");
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), arguments)) {
            var control = new AnvilControl(anvil.node().address());
            var events = new ProtocolLikeEvents(control);
            events.install();
            events.emit(BLOCKS);
            var count = BLOCKS * ProtocolLikeEvents.inBlock();
            var download = new ArrayList<Long>();
            var sync = new ArrayList<Long>();
            var obvious = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                download.add(timed(() -> download(anvil, ProtocolLikeEvents.deployment())));
                var file = folder.resolve("index-" + round + ".db");
                sync.add(timed(() -> assertThat(sync(anvil, ProtocolLikeEvents.deployment(), file))
                        .isEqualTo(count)));
                var plain = folder.resolve("obvious-" + round + ".db");
                obvious.add(timed(() -> obvious(anvil, ProtocolLikeEvents.deployment(), plain)));
            }
            report(count, best(download), best(sync), best(obvious));
            System.out.println("rounds: download " + download + " index " + sync + " obvious " + obvious);
            assertThat((double) best(sync) / best(download)).isLessThanOrEqualTo(MOST_TIMES_THE_DOWNLOAD);
            assertThat((double) best(obvious) / best(sync)).isGreaterThanOrEqualTo(LEAST_TIMES_AS_FAST);
        }
    }

    private static long best(List<Long> times) {
        return times.stream().min(Long::compare).orElseThrow();
    }

    private static void report(int count, long download, long sync, long obvious) {
        System.out.printf(
                "%d events: bare download %d ms, index %d ms (%.2f times; %d events/s), web3j and a row at a time %d"
                        + " ms (%.1f times)%n",
                count,
                download / 1_000_000,
                sync / 1_000_000,
                (double) sync / download,
                count * 1_000_000_000L / sync,
                obvious / 1_000_000,
                (double) obvious / sync);
    }

    private static long timed(Step step) throws Exception {
        var start = System.nanoTime();
        step.run();
        return System.nanoTime() - start;
    }

    private static long sync(AnvilProcess anvil, Deployment deployment, Path file) throws Exception {
        FactDecoder decoder = (log, _) -> new Decoding.Unknown(log);
        try (var background = Executors.newVirtualThreadPerTaskExecutor();
                var source = NodeLogSource.of(anvil.node().address(), deployment.chain());
                var store = IndexStores.file(file, deployment)) {
            return new SyncIndex(source, store, decoder, deployment, background)
                    .run((_, _) -> {})
                    .logs();
        }
    }

    /// Every log in one answer, read and thrown away.
    private static void download(AnvilProcess anvil, Deployment deployment) throws IOException, InterruptedException {
        var addresses = deployment.contracts().stream()
                .map(contract -> "\"" + contract.address() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        var request =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getLogs\",\"params\":[{\"fromBlock\":\"0x1\",\"toBlock\":\"latest\",\"address\":"
                        + addresses + "}]}";
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(anvil.node().address())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(body.transferTo(java.io.OutputStream.nullOutputStream()))
                        .isGreaterThan(1 << 20);
            }
        }
    }

    /// As one would write it at first: web3j's own objects, a statement for each row.
    private static void obvious(AnvilProcess anvil, Deployment deployment, Path file) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("PRAGMA journal_mode = WAL");
                statement.executeUpdate("PRAGMA synchronous = NORMAL");
                statement.executeUpdate(
                        "CREATE TABLE log (block INTEGER, place INTEGER, block_hash TEXT, tx TEXT, address TEXT,"
                                + " topics TEXT, data TEXT, PRIMARY KEY (block, place))");
            }
            var addresses = deployment.contracts().stream()
                    .map(DeployedContract::address)
                    .map(Object::toString)
                    .toList();
            for (long from = 1; from <= BLOCKS; from += 100) {
                var filter = new EthFilter(at(from), at(from + 99), addresses);
                for (var result : anvil.node().web3j().ethGetLogs(filter).send().getLogs()) {
                    insert(connection, ((EthLog.LogObject) result).get());
                }
            }
        }
    }

    private static void insert(java.sql.Connection connection, Log log) throws java.sql.SQLException {
        try (var row = connection.prepareStatement("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            row.setLong(1, log.getBlockNumber().longValueExact());
            row.setInt(2, log.getLogIndex().intValueExact());
            row.setString(3, log.getBlockHash());
            row.setString(4, log.getTransactionHash());
            row.setString(5, log.getAddress());
            row.setString(6, String.join(",", log.getTopics()));
            row.setString(7, log.getData());
            row.executeUpdate();
        }
    }

    private static DefaultBlockParameter at(long height) {
        return DefaultBlockParameter.valueOf(java.math.BigInteger.valueOf(height));
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
