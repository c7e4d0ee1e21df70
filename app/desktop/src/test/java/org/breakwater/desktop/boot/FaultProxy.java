package org.breakwater.desktop.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A way to a node, on loopback, on which things go wrong when they are told to.
final class FaultProxy implements AutoCloseable {

    /// What goes wrong.
    sealed interface Fault {

        record Nothing() implements Fault {}

        record Refuses() implements Fault {}

        /// It takes the question and never answers.
        record Stalls() implements Fault {}

        record Garbage() implements Fault {}

        /// It says that its newest block is an old one.
        record Lags(long head) implements Fault {}

        /// It tells of its blocks, and refuses every log.
        record KeepsLogs() implements Fault {}
    }

    private static final int UNAVAILABLE = 503;
    private static final int OK = 200;

    private final HttpServer server;
    private final URI node;
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger logs = new AtomicInteger();
    private volatile Fault fault = new Fault.Nothing();

    FaultProxy(URI node) throws IOException {
        this.node = node;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void goWrong(Fault next) {
        fault = next;
    }

    void mend() {
        fault = new Fault.Nothing();
    }

    /// How many questions the node answered over it.
    int answered() {
        return answered.get();
    }

    /// How many of them were for logs.
    int logs() {
        return logs.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (fault) {
                case Fault.Nothing _ -> pass(exchange, question);
                case Fault.Refuses _ -> answer(exchange, UNAVAILABLE, "");
                case Fault.Stalls _ -> closing.await();
                case Fault.Garbage _ -> answer(exchange, OK, "{\"jsonrpc\":\"2.0\",\"id\":");
                case Fault.Lags(var head) ->
                    pass(exchange, question.replace("\"latest\"", "\"0x" + Long.toHexString(head) + "\""));
                case Fault.KeepsLogs _ -> {
                    if (question.contains("eth_getLogs")) {
                        answer(exchange, UNAVAILABLE, "");
                    } else {
                        pass(exchange, question);
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, String question) throws IOException, InterruptedException {
        var told = http.send(
                HttpRequest.newBuilder(node)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        answered.incrementAndGet();
        if (question.contains("eth_getLogs")) {
            logs.incrementAndGet();
        }
        answer(exchange, told.statusCode(), told.body());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        http.shutdownNow();
    }
}
