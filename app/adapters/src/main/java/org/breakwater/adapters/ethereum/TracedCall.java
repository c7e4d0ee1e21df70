package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/// A call that a node runs without keeping it (`debug_traceCall` of go-ethereum): once to see what it emits, once to
/// see
/// what it changes.
final class TracedCall {

    /// More than any block has room for is not needed to see what a transaction does.
    private static final String GAS = "0x1c9c380";

    private static final int MOST_GAS = 18;
    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_WORDS = 100_000;
    private static final int MOST_DEPTH = 1_024;

    private final EthereumNode node;
    private final BlockRef block;

    TracedCall(EthereumNode node, BlockRef block) {
        this.node = node;
        this.block = block;
    }

    Simulation run(SimulatedCall call) throws ProblemException {
        var frame = trace(call, Map.of("tracer", "callTracer", "tracerConfig", Map.of("withLog", true)));
        var state = trace(call, Map.of("tracer", "prestateTracer", "tracerConfig", Map.of("diffMode", true)));
        try {
            return read(frame, state);
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "The node at " + node.name() + " gave a trace that is none: " + malformed.getMessage()
                                    + ".",
                            "Ask another node."),
                    malformed);
        }
    }

    private JsonNode trace(SimulatedCall call, Map<String, Object> tracer) throws ProblemException {
        var options = new HashMap<>(tracer);
        options.put("stateOverrides", Map.of(call.to().toString(), Map.of("stateDiff", words(call.stored()))));
        call.elsewhere().ifPresent(elsewhere -> options.put("blockOverrides", block(elsewhere)));
        var request = Map.of(
                "from", call.from().toString(),
                "to", call.to().toString(),
                "data", call.calldata().toHex(),
                "gas", GAS);
        return node.ask(
                "a simulation of the transaction",
                "debug_traceCall",
                List.of(request, "0x" + Long.toHexString(block.number()), options));
    }

    private static Map<String, String> words(Map<Hash32, Hash32> stored) {
        var words = new HashMap<String, String>();
        stored.forEach((slot, word) -> words.put(slot.toString(), word.toString()));
        return words;
    }

    private static Map<String, String> block(SimulatedCall.Surroundings elsewhere) {
        return Map.of(
                "number", "0x" + Long.toHexString(elsewhere.number()),
                "time", "0x" + Long.toHexString(elsewhere.time()),
                "feeRecipient", elsewhere.coinbase().toString());
    }

    private static Simulation read(JsonNode frame, JsonNode state) {
        var events = new ArrayList<Simulation.Event>();
        events(frame, events, 0);
        var before = storage(state.path("pre"));
        var after = storage(state.path("post"));
        // a word that becomes zero is left out of what is there afterwards
        before.keySet().forEach(word -> after.putIfAbsent(word, Hash32.ZERO));
        return new Simulation(
                failure(frame).isEmpty(),
                output(frame),
                events,
                before,
                after,
                balances(state.path("pre"), state.path("post")),
                gas(frame));
    }

    private static Optional<String> failure(JsonNode frame) {
        return frame.hasNonNull("error") ? Optional.of(text(frame.get("error"))) : Optional.empty();
    }

    /// What a frame or a call says that it used.
    static BigInteger gas(JsonNode told) {
        var used = text(told.path("gasUsed"));
        if (used.length() > MOST_GAS) {
            throw new IllegalArgumentException("it used more gas than there is");
        }
        return Numeric.decodeQuantity(used);
    }

    private static Bytes output(JsonNode frame) {
        return frame.hasNonNull("output") ? Bytes.fromHex(text(frame.get("output"))) : Bytes.EMPTY;
    }

    /// A frame that failed keeps none of its events, nor of those inside it.
    private static void events(JsonNode frame, List<Simulation.Event> events, int depth) {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("calls nest too deep");
        }
        if (failure(frame).isPresent()) {
            return;
        }
        var logs = frame.path("logs");
        var calls = frame.path("calls");
        var told = 0;
        for (int made = 0; made <= calls.size(); made++) {
            while (told < logs.size() && (made == calls.size() || position(logs.get(told)) <= made)) {
                add(event(logs.get(told++)), events);
            }
            if (made < calls.size()) {
                events(calls.get(made), events, depth + 1);
            }
        }
    }

    /// After how many of its frame's calls an event was emitted.
    private static int position(JsonNode log) {
        return log.hasNonNull("position")
                ? Numeric.decodeQuantity(text(log.get("position"))).intValueExact()
                : 0;
    }

    private static void add(Simulation.Event event, List<Simulation.Event> events) {
        if (events.size() >= MOST_EVENTS) {
            throw new IllegalArgumentException("there are more events than are read");
        }
        events.add(event);
    }

    static Simulation.Event event(JsonNode log) {
        var topics = new ArrayList<Hash32>();
        for (var topic : log.path("topics")) {
            topics.add(Hash32.fromHex(text(topic)));
        }
        return new Simulation.Event(
                Address.parse(text(log.path("address"))),
                topics,
                log.hasNonNull("data") ? Bytes.fromHex(text(log.get("data"))) : Bytes.EMPTY);
    }

    private static Map<Simulation.Word, Hash32> storage(JsonNode accounts) {
        var words = new HashMap<Simulation.Word, Hash32>();
        for (var account : accounts.properties()) {
            var address = Address.parse(account.getKey());
            for (var word : account.getValue().path("storage").properties()) {
                if (words.size() >= MOST_WORDS) {
                    throw new IllegalArgumentException("more storage changes than is read");
                }
                words.put(new Simulation.Word(address, word(word.getKey())), word(text(word.getValue())));
            }
        }
        return words;
    }

    /// Nodes write words with and without their leading zeros.
    private static Hash32 word(String hex) {
        return new Hash32(Word.of(Numeric.toBigInt(hex)));
    }

    private static Map<Address, BigInteger> balances(JsonNode pre, JsonNode post) {
        var balances = new HashMap<Address, BigInteger>();
        for (var account : post.properties()) {
            if (account.getValue().hasNonNull("balance")) {
                var after = Numeric.decodeQuantity(text(account.getValue().get("balance")));
                var known = pre.path(account.getKey()).path("balance");
                var before = known.isString() ? Numeric.decodeQuantity(known.asString()) : BigInteger.ZERO;
                balances.put(Address.parse(account.getKey()), after.subtract(before));
            }
        }
        return balances;
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("a text is missing");
        }
        return node.asString();
    }
}
