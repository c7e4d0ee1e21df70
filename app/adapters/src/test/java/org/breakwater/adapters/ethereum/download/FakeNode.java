package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node on loopback that answers as it is told to.
final class FakeNode implements AutoCloseable {

    static final long CHAIN = 31_337;

    private static final JsonMapper JSON = new JsonMapper();

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<JsonNode, String>> methods = new HashMap<>();
    private final Queue<MockResponse> first = new ConcurrentLinkedQueue<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private boolean takesBatches = true;

    FakeNode() throws IOException {
        answer("eth_chainId", _ -> result("\"0x7a69\""));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var body = Objects.requireNonNull(request.getBody(), "a question has a body");
                return FakeNode.this.dispatch(body.string(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    HttpUrl address() {
        return server.url("/v3/a-secret-key");
    }

    static String result(String json) {
        return "\"result\":" + json;
    }

    static String error(int code, String message) {
        return "\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    /// @param method what becomes of each call's parameters: {@link #result} or {@link #error}
    FakeNode answer(String name, Function<JsonNode, String> method) {
        methods.put(name, method);
        return this;
    }

    /// What the next exchanges get instead, one each.
    FakeNode first(MockResponse... responses) {
        first.addAll(List.of(responses));
        return this;
    }

    FakeNode withoutBatches() {
        takesBatches = false;
        return this;
    }

    /// The bodies of all exchanges so far.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private MockResponse dispatch(String body) {
        asked.add(body);
        var instead = first.poll();
        if (instead != null) {
            return instead;
        }
        var request = JSON.readTree(body);
        if (!request.isArray()) {
            return json(envelope(request));
        }
        return takesBatches
                ? json("[" + String.join(",", envelopes(request).reversed()) + "]")
                : json("{\"jsonrpc\":\"2.0\",\"id\":null," + error(-32600, "batches are not served") + "}");
    }

    private List<String> envelopes(JsonNode requests) {
        return StreamSupport.stream(requests.spliterator(), false)
                .map(this::envelope)
                .toList();
    }

    private String envelope(JsonNode request) {
        var method = methods.getOrDefault(
                request.required("method").asString(), _ -> error(-32601, "the method does not exist"));
        return "{\"jsonrpc\":\"2.0\",\"id\":" + request.required("id") + "," + method.apply(request.required("params"))
                + "}";
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
