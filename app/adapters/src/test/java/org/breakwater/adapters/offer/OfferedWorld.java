package org.breakwater.adapters.offer;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.breakwater.adapters.deployment.NodeIndexes;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.offer.OfferServers.OpenServer;
import org.breakwater.core.offer.OfferServers.Wanted;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The world on a real node, an index of it in a file, and a server that answers from that.
final class OfferedWorld implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final IndexStores STORES = new IndexStores(Map.of());
    private static final int CALLS_AT_ONCE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalNetwork network;
    private final Path folder;
    private final OpenServer server;
    private final Thread following;

    OfferedWorld(Path folder, String... origins) throws Exception {
        this.folder = folder;
        network = LocalNetwork.start();
        keep(network, STORES, index());
        server = serve(network, STORES, index(), origins);
        following = Thread.ofVirtual().start(server::run);
    }

    LocalNetwork network() {
        return network;
    }

    private String index() {
        return folder.resolve("index.sqlite").toString();
    }

    URI address() {
        return URI.create(server.address());
    }

    /// Brings an index up to the chain, as another process does.
    static void keep(LocalNetwork network, IndexStores stores, String index) throws Exception {
        var described = network.description();
        try (var background = Executors.newVirtualThreadPerTaskExecutor();
                var kept = new NodeIndexes(stores).open(described.rpc(), described.deployment(), index)) {
            kept.sync(background).run((_, _) -> {});
        }
    }

    /// A server of an index, without a limit of requests.
    static OpenServer serve(LocalNetwork network, IndexStores stores, String index, String... origins)
            throws Exception {
        var described = network.description();
        return new NodeOfferServers(stores, InstantSource.system(), Duration.ofMillis(100))
                .open(new Wanted(
                        index,
                        described.deployment(),
                        described.rpc(),
                        "127.0.0.1",
                        0,
                        0,
                        List.of(origins),
                        Optional.empty()));
    }

    /// Sends a transaction from an account that the node lets anybody use, and waits until it is carried out.
    void transact(Map<String, String> transaction) throws Exception {
        var hash = rpc("eth_sendTransaction", transaction).asString();
        var receipt = rpc("eth_getTransactionReceipt", hash);
        while (receipt.isNull()) {
            Thread.sleep(20);
            receipt = rpc("eth_getTransactionReceipt", hash);
        }
        if (!receipt.path("status").asString().equals("0x1")) {
            throw new IOException(transaction + " was reverted");
        }
    }

    /// Brings the index up to the chain and waits until answers are true of its head.
    void awaitHead() throws Exception {
        keep(network, STORES, index());
        var head = network.node().head().hash().toString();
        while (!get("/v1/pools/1").body().path("asOf").path("hash").asString().equals(head)) {
            Thread.sleep(20);
        }
    }

    /// An answer: its status, headers and document.
    record Answer(int status, HttpResponse<byte[]> whole, JsonNode body) {

        JsonNode data() {
            return body.path("data");
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    Answer send(String method, String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        var whole = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        var body = whole.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(whole.body());
        return new Answer(whole.statusCode(), whole, body);
    }

    /// A call of a view.
    record Call(Address to, Bytes data) {

        static Call of(Address to, String function, AbiValue... arguments) {
            return new Call(to, AbiEncoder.call(FunctionSignature.parse(function), List.of(arguments)));
        }
    }

    /// What calls answer as of a block; empty where they revert. Many in one request.
    List<Optional<Bytes>> call(long block, List<Call> calls) throws IOException, InterruptedException {
        var answers = new ArrayList<Optional<Bytes>>();
        for (int from = 0; from < calls.size(); from += CALLS_AT_ONCE) {
            var batch = JSON.createArrayNode();
            for (var call : calls.subList(from, Math.min(calls.size(), from + CALLS_AT_ONCE))) {
                var request = batch.addObject();
                request.put("jsonrpc", "2.0").put("id", batch.size()).put("method", "eth_call");
                var parameters = request.putArray("params");
                parameters
                        .addObject()
                        .put("to", call.to().toString())
                        .put("data", call.data().toHex());
                parameters.add("0x" + Long.toHexString(block));
            }
            for (var answer : ask(batch)) {
                answers.add(Optional.ofNullable(answer.get("result")).map(result -> Bytes.fromHex(result.asString())));
            }
        }
        return answers;
    }

    /// One request of JSON-RPC that must succeed.
    JsonNode rpc(String method, Object... parameters) throws IOException, InterruptedException {
        var request = JSON.createObjectNode();
        request.put("jsonrpc", "2.0").put("id", 1).put("method", method);
        request.set("params", JSON.valueToTree(parameters));
        var answer = ask(request);
        if (answer.has("error")) {
            throw new IOException(answer.get("error").toString());
        }
        return answer.get("result");
    }

    private JsonNode ask(JsonNode request) throws IOException, InterruptedException {
        var sent = HttpRequest.newBuilder(URI.create(network.description().rpc()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                .build();
        return JSON.readTree(
                http.send(sent, HttpResponse.BodyHandlers.ofString()).body());
    }

    /// The words of an answer as numbers.
    static BigInteger word(Bytes answer, int place) {
        return answer.slice(32 * place, 32 * place + 32).toUnsigned();
    }

    @Override
    public void close() {
        following.interrupt();
        server.close();
        network.close();
        http.close();
    }
}
