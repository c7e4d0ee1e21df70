package org.breakwater.adapters.ethereum.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// New heads, from a real node and from servers that are none.
class NewHeadsTest {

    private final Semaphore heard = new Semaphore(0);
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

    private NewHeads listening(URI address) {
        var heads = new NewHeads(address, heard::release, wait -> {
            waits.add(wait);
            Thread.sleep(10);
        });
        heads.start();
        return heads;
    }

    private static URI webSocket(AnvilProcess anvil) {
        return URI.create(anvil.node().address().toString().replace("http://", "ws://"));
    }

    private static URI webSocket(MockWebServer server) {
        return URI.create(server.url("/").toString().replace("http://", "ws://"));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private boolean hears(Duration within) throws InterruptedException {
        return heard.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void aMinedBlockIsHeardOfWithinASecond() throws Exception {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of());
                var heads = listening(webSocket(anvil))) {
            await(heads::isLive);
            heard.drainPermits();
            var rpc = new AnvilRpc(anvil.node().address());

            for (int i = 0; i < 5; i++) {
                rpc.ask("anvil_mine", 1);
                assertThat(hears(Duration.ofSeconds(1))).isTrue();
            }
        }
    }

    @Test
    void aNodeThatDiesAndComesBackIsListenedToAgain() throws Exception {
        int port;
        NewHeads heads;
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            port = anvil.node().address().getPort();
            heads = listening(webSocket(anvil));
            await(heads::isLive);
        }
        try (heads) {
            await(() -> !heads.isLive());
            assertThat(hears(Duration.ofSeconds(5)))
                    .as("one may have come meanwhile")
                    .isTrue();
            try (var again = AnvilProcess.start(AnvilBinary.find(), OptionalInt.of(port), List.of())) {
                await(heads::isLive);
                heard.drainPermits();
                new AnvilRpc(again.node().address()).ask("anvil_mine", 1);
                assertThat(hears(Duration.ofSeconds(1))).isTrue();
            }
        }
    }

    @Test
    void whereNobodyListensTheWaitsDoubleUpToAMinute() throws Exception {
        URI nowhere;
        try (var taken = new ServerSocket(0)) {
            nowhere = URI.create("ws://127.0.0.1:" + taken.getLocalPort());
        }
        try (var heads = listening(nowhere)) {
            await(() -> waits.size() >= 9);
            assertThat(heads.isLive()).isFalse();
        }
        assertThat(waits.subList(0, 9))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(heard.availablePermits()).isZero();
    }

    /// Answers every subscription with some text.
    private static MockWebServer answering(String text) throws Exception {
        var server = new MockWebServer();
        for (int i = 0; i < 200; i++) {
            server.enqueue(new MockResponse.Builder()
                    .webSocketUpgrade(new WebSocketListener() {
                        @Override
                        public void onMessage(WebSocket socket, String asked) {
                            socket.send(text);
                        }

                        @Override
                        public void onFailure(WebSocket socket, Throwable broken, @Nullable Response response) {
                            // The one that listens has gone.
                        }
                    })
                    .build());
        }
        server.start();
        return server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no subscriptions here\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}",
                "[]"
            })
    void whatNoNodeSendsEndsTheConnectionAndIsNoHead(String text) throws Exception {
        try (var server = answering(text);
                var heads = listening(webSocket(server))) {
            await(() -> waits.size() >= 3);
            assertThat(heads.isLive()).isFalse();
            assertThat(heard.availablePermits()).isZero();
        }
    }

    @Test
    void aMessageWithoutEndIsCutOff() throws Exception {
        try (var server = answering("[" + "1,".repeat(1 << 20) + "1]");
                var heads = listening(webSocket(server))) {
            await(() -> waits.size() >= 3);
            assertThat(heads.isLive()).isFalse();
            assertThat(heard.availablePermits()).isZero();
        }
    }

    @Test
    void itEndsAtOnceWhenItIsClosed() throws Exception {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            var heads = listening(webSocket(anvil));
            await(heads::isLive);
            var began = System.nanoTime();

            heads.close();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(heads.isLive()).isFalse();
            heard.drainPermits();
            new AnvilRpc(anvil.node().address()).ask("anvil_mine", 1);
            assertThat(hears(Duration.ofMillis(300))).isFalse();
        }
    }
}
