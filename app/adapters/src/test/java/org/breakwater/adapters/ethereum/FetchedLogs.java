package org.breakwater.adapters.ethereum;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plainest way to a node's logs: everything that contracts wrote in a range of blocks, in one answer.
final class FetchedLogs {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI node;
    private final Map<Long, BlockRef> blocks = new HashMap<>();

    FetchedLogs(URI node) {
        this.node = node;
    }

    /// Ordered by block and place.
    List<ChainLog> of(List<Address> contracts, long from, long to) throws IOException, InterruptedException {
        var filter = JSON.createObjectNode();
        filter.put("fromBlock", "0x" + Long.toHexString(from));
        filter.put("toBlock", "0x" + Long.toHexString(to));
        var addresses = filter.putArray("address");
        contracts.forEach(contract -> addresses.add(contract.toString()));
        var logs = new ArrayList<ChainLog>();
        for (var log : ask("eth_getLogs", filter)) {
            logs.add(log(log));
        }
        logs.sort(
                Comparator.comparingLong((ChainLog log) -> log.block().number()).thenComparingInt(ChainLog::index));
        return logs;
    }

    private ChainLog log(JsonNode log) throws IOException, InterruptedException {
        var topics = new ArrayList<Hash32>();
        log.required("topics").forEach(topic -> topics.add(Hash32.fromHex(topic.asString())));
        return new ChainLog(
                block(log),
                Hash32.fromHex(log.required("transactionHash").asString()),
                (int) number(log, "logIndex"),
                Address.parse(log.required("address").asString()),
                topics,
                Bytes.fromHex(log.required("data").asString()));
    }

    private BlockRef block(JsonNode log) throws IOException, InterruptedException {
        var height = number(log, "blockNumber");
        var known = blocks.get(height);
        if (known != null) {
            return known;
        }
        var time = log.has("blockTimestamp")
                ? number(log, "blockTimestamp")
                : number(
                        ask(
                                "eth_getBlockByNumber",
                                JSON.getNodeFactory()
                                        .stringNode(log.required("blockNumber").asString()),
                                JSON.getNodeFactory().booleanNode(false)),
                        "timestamp");
        var block =
                new BlockRef(height, Hash32.fromHex(log.required("blockHash").asString()), Instant.ofEpochSecond(time));
        blocks.put(height, block);
        return block;
    }

    private static long number(JsonNode node, String field) {
        return Long.parseLong(node.required(field).asString().substring(2), 16);
    }

    JsonNode ask(String method, JsonNode... parameters) throws IOException, InterruptedException {
        var request = JSON.createObjectNode();
        request.put("jsonrpc", "2.0").put("id", 1).put("method", method);
        var list = request.putArray("params");
        for (var parameter : parameters) {
            list.add(parameter);
        }
        var answer = http.send(
                HttpRequest.newBuilder(node)
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                        .build(),
                BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            var document = JSON.readTree(body);
            if (document.has("error")) {
                throw new IOException(method + " was refused: " + document.required("error"));
            }
            return document.required("result");
        }
    }
}
