package org.breakwater.adapters.ethereum.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.breakwater.adapters.ethereum.download.FakeNode.error;
import static org.breakwater.adapters.ethereum.download.FakeNode.json;
import static org.breakwater.adapters.ethereum.download.FakeNode.result;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a bad endpoint comes to: a fault of its own kind with a sentence, in bounded time, and nothing handed over.
class EndpointFaultsTest {

    private static final AnswerLimits SMALL =
            new AnswerLimits(Duration.ofSeconds(2), Duration.ofMillis(1_500), Duration.ofSeconds(3), 1 << 20);
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    private static final BlockRange BLOCK = BlockRange.of(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Duration> waits = new ArrayList<>();
    private FakeNode node;
    private NodeLogSource source;

    @BeforeEach
    void start() throws IOException {
        node = new FakeNode();
        FakeChain.of(1_000).serve(node);
        source = source(node.address());
    }

    private NodeLogSource source(HttpUrl address) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new NodeLogSource(address, new ChainId(FakeNode.CHAIN), SMALL, clock, waits::add);
    }

    @AfterEach
    void stop() {
        source.close();
        node.close();
    }

    @Test
    void nobodyThere() throws IOException {
        int free;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        try (var nowhere = source(HttpUrl.get("http://127.0.0.1:" + free + "/"))) {
            assertThat(fault(nowhere::heights))
                    .isEqualTo(new EndpointFault.Unreachable("http://127.0.0.1:" + free, "the connection was refused"));
        }
        assertThat(waits).containsExactly(Duration.ofMillis(250), Duration.ofSeconds(1));
    }

    @Test
    void anUnknownName() {
        try (var nowhere = source(HttpUrl.get("http://no-such-host.invalid/"))) {
            assertThat(fault(nowhere::heights))
                    .isEqualTo(new EndpointFault.Unreachable("http://no-such-host.invalid", "its name is not known"));
        }
    }

    @Test
    void noAnswerAtAll() {
        node.first(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(fault(() -> source.heights()))
                .isEqualTo(new EndpointFault.Stalled(source.endpoint(), SMALL.silence()));
    }

    @Test
    void anAnswerThatDripsIsGivenUpWhenItsTimeIsOver() {
        node.first(json(longAnswer(100_000))
                .newBuilder()
                .throttleBody(1_000, 100, TimeUnit.MILLISECONDS)
                .build());

        assertThat(fault(() -> source.heights()))
                .isEqualTo(new EndpointFault.Stalled(source.endpoint(), SMALL.whole()));
    }

    @Test
    void aConnectionThatBreaksInTheMiddle() {
        var cut = json(longAnswer(100_000))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
        node.first(cut, cut, cut);

        assertThat(fault(() -> source.heights()))
                .isEqualTo(
                        new EndpointFault.Garbage(source.endpoint(), "the chain id", "it breaks off before its end"));
    }

    @Test
    void aBreakThatPassesIsNotNoticed() throws IndexException {
        node.first(new MockResponse.Builder().code(502).build());

        assertThat(source.heights().head().number()).isEqualTo(1_000);
        assertThat(waits).containsExactly(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome to nginx</html>",
                "",
                "null",
                "[]",
                "{}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x7a69\"",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x7a69\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x7a69\"} {}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"result\":\"0x7a69\"}",
                "{\"id\":1,\"result\":\"0x7a69\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x7a69\",\"result\":\"0x1\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x7a69\",\"error\":{\"code\":1,\"message\":\"both\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":31337}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"31337\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x07a69\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x7A69\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0xffffffffffffffff\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x1ffffffffffffffff\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":999,\"result\":\"0x7a69\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":\"0x7a69\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"extra\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]],\"result\":\"0x7a69\"}"
            })
    void whatIsNoAnswerIsGarbage(String body) {
        node.first(json(body), json(body), json(body));

        assertThat(fault(() -> source.heights())).isInstanceOf(EndpointFault.Garbage.class);
    }

    @Test
    void theAnswerToAnotherQuestion() {
        var other = json("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":\"0x7a69\"}");
        node.first(other, other, other);

        assertThat(fault(() -> source.heights()))
                .isEqualTo(new EndpointFault.Garbage(source.endpoint(), "the chain id", "it answers another question"));
    }

    @Test
    void anotherChain() {
        node.answer("eth_chainId", _ -> result("\"0x1\""));

        assertThat(fault(() -> source.heights()))
                .isEqualTo(new EndpointFault.WrongChain(source.endpoint(), new ChainId(31_337), new ChainId(1)));
    }

    @Test
    void aGzipBombIsCutOff() throws IOException {
        node.first(bomb(256 << 20), bomb(256 << 20), bomb(256 << 20));

        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThat(fault(() -> source.heights()))
                        .isEqualTo(new EndpointFault.TooLarge(source.endpoint(), "the chain id", SMALL.bytes())));
    }

    @Test
    void anAnswerThatSaysItIsTooLongIsNotRead() {
        node.first(json("{}").newBuilder().setHeader("Content-Length", 2 << 20).build());

        assertThat(fault(() -> source.heights())).isInstanceOf(EndpointFault.TooLarge.class);
    }

    @Test
    void whatIsNotGzipThoughItSaysSo() {
        var broken =
                json("{}").newBuilder().setHeader("Content-Encoding", "gzip").build();
        node.first(broken, broken, broken);

        assertThat(fault(() -> source.heights())).isInstanceOf(EndpointFault.Garbage.class);
    }

    @Test
    void theWaitThatIsAskedForIsKept() throws IndexException {
        node.first(tooMany("7"), tooMany("Sat, 21 Nov 2026 14:02:09 GMT"), tooMany("soon"));

        assertThat(source.heights().head().number()).isEqualTo(1_000);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9), Duration.ofSeconds(4));
    }

    @Test
    void aWaitThatIsTooLongStops() {
        node.first(tooMany("3600"));

        assertThat(fault(() -> source.heights()))
                .isEqualTo(new EndpointFault.RateLimited(source.endpoint(), Optional.of(Duration.ofHours(1))));
        assertThat(waits).isEmpty();
    }

    @Test
    void waitsAreCounted() {
        node.first(tooMany("1"), tooMany("1"), tooMany("1"), tooMany("1"), tooMany("1"), tooMany("1"));

        assertThat(fault(() -> source.heights())).isInstanceOf(EndpointFault.RateLimited.class);
        assertThat(waits).hasSize(4);
    }

    @Test
    void aRateLimitInWordsIsOneToo() throws IndexException {
        node.first(json("{\"jsonrpc\":\"2.0\",\"id\":1,"
                + error(-32005, "Your app has exceeded its compute units per second capacity") + "}"));

        assertThat(source.heights().head().number()).isEqualTo(1_000);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aKeyThatIsNotKnown() {
        node.first(new MockResponse.Builder()
                .code(401)
                .body("{\"error\":\"unauthorized\"}")
                .build());

        assertThat(fault(() -> source.heights())).isEqualTo(new EndpointFault.Shut(source.endpoint(), 401));
    }

    @Test
    void aRefusalIsToldInTheEndpointsWordsMadeSafe() {
        node.answer("eth_getLogs", _ -> error(-32000, "pruned\\u202e \\u0007history"));

        assertThat(fault(() -> source.finalLogs(BLOCK, FakeChain.FOLLOWED)))
                .isEqualTo(new EndpointFault.Refused(source.endpoint(), "the logs of block 5", "pruned   history"));
    }

    @Test
    void aBlockThatTheNodeDoesNotHave() {
        assertThat(fault(() -> source.headers(new BlockRange(999, 1_002))))
                .isEqualTo(new EndpointFault.Behind(source.endpoint(), 1_001));
    }

    @Test
    void anotherBlockThanTheOneAskedFor() {
        node.answer("eth_getBlockByNumber", _ -> result(FakeChain.of(1_000).header(6)));

        assertThat(fault(() -> source.headers(BLOCK)))
                .isEqualTo(new EndpointFault.Garbage(source.endpoint(), "block 5", "it is block 6"));
    }

    @Test
    void aBatchWithAnAnswerTwiceAndOneMissing() {
        var answer =
                "{\"jsonrpc\":\"2.0\",\"id\":1," + result(FakeChain.of(1_000).header(5)) + "}";
        var twice = json("[" + answer + "," + answer + "]");
        node.first(twice, twice, twice);

        assertThat(fault(() -> source.headers(new BlockRange(5, 6)))).isInstanceOf(EndpointFault.Garbage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"address\":\"0x5fbdb2315678afecb367f032d93f642f64180aa3\" =>"
                        + " \"address\":\"0x5fbdb2315678afecb367f032d93f642f64180aa4\"",
                "\"address\":\"0x5fbdb2315678afecb367f032d93f642f64180aa3\" =>"
                        + " \"address\":\"0x5fbdb2315678afecb367f032d93f642f64180a\"",
                "\"address\":\"0x5fbdb2315678afecb367f032d93f642f64180aa3\" => \"address\":null",
                "\"address\":\"0x5fbdb2315678afecb367f032d93f642f64180aa3\", => ",
                "\"blockNumber\":\"0x5\" => \"blockNumber\":\"0x6\"",
                "\"blockNumber\":\"0x5\" => \"blockNumber\":\"0x05\"",
                "\"blockNumber\":\"0x5\" => \"blockNumber\":5",
                "\"blockNumber\":\"0x5\" => \"blockNumber\":\"0x5\",\"blockNumber\":\"0x5\"",
                "\"logIndex\":\"0x3\" => \"logIndex\":\"0xffffffff\"",
                "\"removed\":false => \"removed\":true",
                "\"data\":\"0x0102\" => \"data\":\"0x010\"",
                "\"data\":\"0x0102\" => \"data\":\"0x01gg\"",
                "\"data\":\"0x0102\" => \"data\":\"0X0102\"",
                "\"data\":\"0x0102\" => \"data\":\"0x01\\u0660\\u0661\"",
                "\"data\":\"0x0102\" => \"data\":[\"0x0102\"]",
                "\"blockTimestamp\":\"0x3ed\" => \"blockTimestamp\":\"0xffffffffffff\"",
                "\"topics\":[ => \"topics\":[\"0x01\",",
                "\"topics\":[ => \"topics\":[[],"
            })
    void aLogThatIsNotWellFormedOrNotAskedForRefusesItsPage(String change) {
        var parts = change.split(" => ", -1);
        var log = FakeChain.of(1_000).log(5);
        assertThat(log).contains(parts[0]);
        node.answer("eth_getLogs", _ -> result("[" + log.replace(parts[0], parts[1]) + "]"));

        assertThat(fault(() -> source.finalLogs(BLOCK, FakeChain.FOLLOWED))).isInstanceOf(EndpointFault.Garbage.class);
    }

    @Test
    void fiveTopics() {
        var topic = "\"" + FakeChain.hash(7) + "\"";
        var log = FakeChain.of(1_000).log(5).replace("[" + topic, "[" + (topic + ",").repeat(4) + topic);
        node.answer("eth_getLogs", _ -> result("[" + log + "]"));

        assertThat(fault(() -> source.finalLogs(BLOCK, FakeChain.FOLLOWED)))
                .isEqualTo(new EndpointFault.Garbage(
                        source.endpoint(), "the logs of block 5", "a log has more than 4 topics"));
    }

    @Test
    void twoLogsInOnePlace() {
        var log = FakeChain.of(1_000).log(5);
        node.answer("eth_getLogs", _ -> result("[" + log + "," + log.replace("0x0102", "0x0103") + "]"));

        assertThat(fault(() -> source.finalLogs(BLOCK, FakeChain.FOLLOWED)))
                .isEqualTo(new EndpointFault.Garbage(
                        source.endpoint(), "the logs of block 5", "two logs lie in block 5 at index 3"));
    }

    @Test
    void twoHashesForOneBlock() {
        var log = FakeChain.of(1_000).log(5);
        var other = log.replace("\"logIndex\":\"0x3\"", "\"logIndex\":\"0x4\"")
                .replace(FakeChain.hash(5).toString(), FakeChain.hash(55).toString());
        node.answer("eth_getLogs", _ -> result("[" + log + "," + other + "]"));

        assertThat(fault(() -> source.finalLogs(BLOCK, FakeChain.FOLLOWED)))
                .isEqualTo(new EndpointFault.Garbage(
                        source.endpoint(), "the logs of block 5", "block 5 is two different blocks"));
    }

    @Test
    void aLogOfAnotherBlockThanTheOneWhoseHashWasAskedFor() {
        var chain = FakeChain.of(1_000);
        node.answer("eth_getLogs", _ -> result("[" + chain.log(6) + "]"));

        assertThat(fault(() -> source.logs(List.of(chain.ref(5)), FakeChain.FOLLOWED)))
                .isInstanceOf(EndpointFault.Garbage.class);
    }

    @Test
    void theKeyInAnAddressIsInNoSentence() {
        node.first(new MockResponse.Builder().code(403).build());

        assertThatThrownBy(() -> source.heights())
                .hasMessageContaining(source.endpoint())
                .hasMessageNotContaining("secret");
        assertThat(source.endpoint())
                .isEqualTo("http://localhost:" + node.address().port());
    }

    @Test
    void closingEndsWhatIsUnderWay() {
        node.first(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        var patient = new NodeLogSource(
                node.address(), new ChainId(FakeNode.CHAIN), AnswerLimits.USUAL, Clock.systemUTC(), waits::add);
        Thread.ofVirtual().start(() -> {
            while (node.asked().isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
            patient.close();
        });

        assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(fault(patient::heights)).isEqualTo(new IndexFault.Cancelled()));
    }

    private static IndexFault fault(ThrowingCallable asking) {
        var stopped = catchThrowableOfType(IndexException.class, asking);
        assertThat(stopped).as("it is refused").isNotNull();
        assertThat(stopped.fault().problem().remedy()).as("it says what to do").isNotBlank();
        return stopped.fault();
    }

    private static String longAnswer(int padding) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"extra\":\"" + "x".repeat(padding) + "\",\"result\":\"0x7a69\"}";
    }

    private static MockResponse tooMany(String retryAfter) {
        return new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", retryAfter)
                .build();
    }

    /// An answer of a few hundred kilobytes that unpacks to `size` bytes.
    private static MockResponse bomb(int size) throws IOException {
        var packed = new Buffer();
        try (var gzip = new GZIPOutputStream(packed.outputStream())) {
            gzip.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x".getBytes(StandardCharsets.US_ASCII));
            var zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) '0');
            for (int written = 0; written < size; written += zeros.length) {
                gzip.write(zeros);
            }
        }
        return new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
    }
}
