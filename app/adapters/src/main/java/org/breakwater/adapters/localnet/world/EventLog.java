package org.breakwater.adapters.localnet.world;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import tools.jackson.databind.JsonNode;

/// Everything that was logged up to a block, as a number and one hash: each log's hash is made of the one before it.
///
/// @param events how many
public record EventLog(long events, Hash32 hash) {

    private static final long BLOCKS_AT_ONCE = 250;

    static final EventLog EMPTY = new EventLog(0, Hash32.ZERO);

    /// The log of a node from its genesis up to a block.
    public static EventLog upTo(AnvilRpc node, long block) throws ProblemException {
        var log = EMPTY;
        for (long from = 0; from <= block; from += BLOCKS_AT_ONCE) {
            var to = Math.min(block, from + BLOCKS_AT_ONCE - 1);
            var range = java.util.Map.of("fromBlock", hex(from), "toBlock", hex(to));
            for (var entry : node.ask("eth_getLogs", range)) {
                log = log.with(entry);
            }
        }
        return log;
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private EventLog with(JsonNode log) {
        var line = Bytes.concat(
                hash.bytes(),
                Word.of(Long.decode(log.required("blockNumber").asString())),
                Bytes.fromHex(log.required("address").asString()),
                topics(log),
                Bytes.fromHex(log.required("data").asString()));
        return new EventLog(events + 1, Keccak.hash(line));
    }

    private static Bytes topics(JsonNode log) {
        var topics = Bytes.EMPTY;
        for (var topic : log.required("topics")) {
            topics = Bytes.concat(topics, Bytes.fromHex(topic.asString()));
        }
        return topics;
    }
}
