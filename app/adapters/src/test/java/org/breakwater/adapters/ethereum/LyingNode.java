package org.breakwater.adapters.ethereum;

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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A node that passes every question on to an honest one and changes the answers that a test wants changed.
public final class LyingNode implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /// Changes an answer in place.
    @FunctionalInterface
    public interface Lie {
        void tell(String method, String question, ObjectNode answer);
    }

    private LyingNode(HttpServer server) {
        this.server = server;
    }

    public static LyingNode before(EthereumNode honest, Lie lie) throws IOException {
        var node = new LyingNode(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        node.server.createContext("/", exchange -> node.answer(exchange, honest.address(), lie));
        node.server.start();
        return node;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, URI honest, Lie lie) throws IOException {
        try (exchange) {
            var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = (ObjectNode) JSON.readTree(asked(honest, question));
            lie.tell(JSON.readTree(question).required("method").asString(), question, answer);
            var body = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String asked(URI honest, String question) throws IOException {
        try {
            var request = HttpRequest.newBuilder(honest)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(question))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
