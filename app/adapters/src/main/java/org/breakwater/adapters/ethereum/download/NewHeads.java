package org.breakwater.adapters.ethereum.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Hears from a node, over WebSocket (`eth_subscribe`), that there is a new head. What it hears is no more than a
/// reason
/// to look: nothing of it is used. A connection that breaks, falls silent or sends what no node sends is made again,
/// after waits that double up to a minute.
public final class NewHeads implements AutoCloseable {

    /// Characters. A head is about two thousand.
    private static final int MOST_CHARACTERS = 64 << 10;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration MOST_WAIT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// How long a connection may say nothing, pongs included, before it is asked whether it is there, and again before
    /// it is given up.
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final String SUBSCRIBE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}";
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final Runnable onHead;
    private final Pause pause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Thread thread;
    private volatile boolean live;

    /// @param address begins with `ws` or `wss`
    /// @param onHead called when there may be a new head, on a thread of this
    public NewHeads(URI address, Runnable onHead, Pause pause) {
        this.address = address;
        this.onHead = onHead;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("heads").unstarted(this::run);
    }

    public static NewHeads start(URI address, Runnable onHead) {
        var heads = new NewHeads(address, onHead, Thread::sleep);
        heads.start();
        return heads;
    }

    void start() {
        thread.start();
    }

    public URI address() {
        return address;
    }

    /// Whether the node tells of new heads now.
    public boolean isLive() {
        return live;
    }

    private void run() {
        try {
            var wait = FIRST_WAIT;
            while (!Thread.currentThread().isInterrupted()) {
                var session = new Session();
                listen(session);
                live = false;
                if (session.subscribed) {
                    wait = FIRST_WAIT;
                    onHead.run(); // what came while the connection broke is not lost
                }
                pause.lasting(wait);
                var doubled = wait.multipliedBy(2);
                wait = doubled.compareTo(MOST_WAIT) < 0 ? doubled : MOST_WAIT;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            live = false;
        }
    }

    /// Returns when the connection has ended.
    private void listen(Session session) throws InterruptedException {
        try {
            var socket = client.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .buildAsync(address, session)
                    .get(CONNECT.toMillis() * 2, TimeUnit.MILLISECONDS);
            try {
                session.awaitEnd(socket);
            } finally {
                socket.abort();
            }
        } catch (ExecutionException | TimeoutException refused) {
            // It is tried again after a wait; meanwhile the chain is looked at from time to time.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        client.shutdownNow();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// One connection.
    private final class Session implements WebSocket.Listener {

        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final StringBuilder message = new StringBuilder();
        private volatile boolean subscribed;
        private volatile boolean heard;

        void awaitEnd(WebSocket socket) throws InterruptedException {
            while (true) {
                heard = false;
                try {
                    ended.get(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                    return;
                } catch (ExecutionException broken) {
                    return;
                } catch (TimeoutException silent) {
                    if (!heard && isGone(socket)) {
                        return;
                    }
                }
            }
        }

        /// A quiet chain sends nothing for long; a node that is there answers a ping.
        private boolean isGone(WebSocket socket) throws InterruptedException {
            try {
                socket.sendPing(ByteBuffer.allocate(0)).get(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                ended.get(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException broken) {
                return true;
            } catch (TimeoutException waited) {
                return !heard;
            }
        }

        @Override
        public void onOpen(WebSocket socket) {
            var _ = socket.sendText(SUBSCRIBE, true);
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            heard = true;
            if (message.length() + part.length() > MOST_CHARACTERS) {
                ended.complete(true);
                return null;
            }
            message.append(part);
            if (last) {
                var text = message.toString();
                message.setLength(0);
                if (!take(text)) {
                    ended.complete(true);
                    return null;
                }
            }
            socket.request(1);
            return null;
        }

        /// @return whether a node sends such a thing
        private boolean take(String text) {
            try {
                var told = JSON.readTree(text);
                if (told.path("method").asString("").equals("eth_subscription")) {
                    onHead.run();
                    return subscribed;
                }
                var accepted = told.path("result").isString();
                subscribed |= accepted;
                live = subscribed;
                if (accepted) {
                    onHead.run(); // there may have been one before the subscription began
                }
                return accepted;
            } catch (JacksonException garbage) {
                return false;
            }
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            ended.complete(true);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
            heard = true;
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.complete(true);
        }
    }
}
