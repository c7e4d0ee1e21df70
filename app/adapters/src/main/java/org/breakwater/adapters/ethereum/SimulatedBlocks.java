package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.Compared;
import org.breakwater.core.review.chain.Question;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import tools.jackson.databind.JsonNode;

/// A call that a node runs in a block that is thrown away (`eth_simulateV1`). Nodes that trace nothing serve this.
///
/// The words that are watched are read in a second block, in which code of ours stands where the target's was: that
/// code
/// cannot lie. Other storage is not seen.
final class SimulatedBlocks {

    /// Returns the words of its own storage whose slots it is given.
    private static final String READER = "0x5f5b3681101560145780355481526020016001565b365ff3";

    /// In whose name nodes tell of the network's own money moving.
    private static final Address MONEY = Address.parse("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee");

    private static final String GAS = "0x1c9c380";
    private static final String GAS_OF_A_QUESTION = "0x4c4b40";

    /// Of a block that holds an execution and many questions.
    private static final String ROOM = "0x77359400";

    private static final int MOST_EVENTS = 10_000;

    private final EthereumNode node;
    private final BlockRef block;

    SimulatedBlocks(EthereumNode node, BlockRef block) {
        this.node = node;
        this.block = block;
    }

    Simulation run(SimulatedCall call) throws ProblemException {
        var answer = node.ask(
                "a simulation of the transaction",
                "eth_simulateV1",
                List.of(
                        Map.of("blockStateCalls", List.of(execution(call), reading(call)), "traceTransfers", true),
                        "0x" + Long.toHexString(block.number())));
        try {
            return read(call, only(answer, 0), only(answer, 1));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "The node at " + node.name() + " gave a simulation that is none: " + malformed.getMessage()
                                    + ".",
                            "Ask another node."),
                    malformed);
        }
    }

    /// Asks before and after the execution, all in the same block, so that nothing else differs.
    List<Compared> compare(SimulatedCall call, List<Question> questions) throws ProblemException {
        var execution = new HashMap<>(execution(call));
        var asked = questions.stream().map(SimulatedBlocks::asked).toList();
        var calls = new ArrayList<Object>(asked);
        calls.addAll((List<?>) execution.get("calls"));
        calls.addAll(asked);
        execution.put("calls", calls);
        execution.put("blockOverrides", Map.of("gasLimit", ROOM));
        var answer = node.ask(
                "a comparison of before and after the transaction",
                "eth_simulateV1",
                List.of(Map.of("blockStateCalls", List.of(execution)), "0x" + Long.toHexString(block.number())));
        var results = answer.path(0).path("calls");
        if (results.size() != calls.size()) {
            throw new ProblemException(Problem.of(
                    "The node at " + node.address() + " compared less than it was asked to.", "Ask another node."));
        }
        try {
            var compared = new ArrayList<Compared>();
            for (int i = 0; i < questions.size(); i++) {
                compared.add(new Compared(answered(results.path(i)), answered(results.path(questions.size() + 1 + i))));
            }
            return compared;
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "The node at " + node.address() + " gave answers that are none: " + malformed.getMessage()
                                    + ".",
                            "Ask another node."),
                    malformed);
        }
    }

    private static Map<String, Object> asked(Question question) {
        return Map.of(
                "from", Address.ZERO.toString(),
                "to", question.contract().toString(),
                "input", question.calldata().toHex(),
                "gas", GAS_OF_A_QUESTION);
    }

    private static Optional<Bytes> answered(JsonNode call) {
        return "0x1".equals(call.path("status").asString("")) ? Optional.of(output(call)) : Optional.empty();
    }

    private static Map<String, Object> execution(SimulatedCall call) {
        var stored = new HashMap<String, String>();
        call.stored().forEach((slot, word) -> stored.put(slot.toString(), word.toString()));
        var simulated = new HashMap<String, Object>();
        simulated.put("stateOverrides", Map.of(call.to().toString(), Map.of("stateDiff", stored)));
        simulated.put(
                "calls",
                List.of(Map.of(
                        "from", call.from().toString(),
                        "to", call.to().toString(),
                        "input", call.calldata().toHex(),
                        "gas", GAS)));
        call.elsewhere()
                .ifPresent(elsewhere -> simulated.put(
                        "blockOverrides",
                        Map.of(
                                "number", "0x" + Long.toHexString(elsewhere.number()),
                                "time", "0x" + Long.toHexString(elsewhere.time()),
                                "feeRecipient", elsewhere.coinbase().toString())));
        return simulated;
    }

    private static Map<String, Object> reading(SimulatedCall call) {
        var slots = Bytes.concat(call.watched().stream().map(Hash32::bytes).toArray(Bytes[]::new));
        return Map.of(
                "stateOverrides", Map.of(call.to().toString(), Map.of("code", READER)),
                "calls",
                        List.of(Map.of(
                                "from", call.from().toString(),
                                "to", call.to().toString(),
                                "input", slots.toHex(),
                                "gas", GAS)));
    }

    private static JsonNode only(JsonNode answer, int index) {
        var call = answer.path(index).path("calls").path(0);
        if (call.isMissingNode()) {
            throw new IllegalArgumentException("a block of it is missing");
        }
        return call;
    }

    private Simulation read(SimulatedCall call, JsonNode executed, JsonNode watched) throws ProblemException {
        var events = new ArrayList<Simulation.Event>();
        var balances = new HashMap<Address, BigInteger>();
        for (var log : executed.path("logs")) {
            if (events.size() >= MOST_EVENTS) {
                throw new IllegalArgumentException("there are more events than are read");
            }
            var event = TracedCall.event(log);
            if (event.contract().equals(MONEY)) {
                move(event, balances);
            } else {
                events.add(event);
            }
        }
        var before = new HashMap<Simulation.Word, Hash32>();
        var after = new HashMap<Simulation.Word, Hash32>();
        compare(call, output(watched), before, after);
        return new Simulation(
                "0x1".equals(executed.path("status").asString("")),
                output(executed),
                events,
                before,
                after,
                balances,
                TracedCall.gas(executed));
    }

    /// Told as a token's transfer is: from, to, wei.
    private static void move(Simulation.Event event, Map<Address, BigInteger> balances) {
        if (event.topics().size() != 3 || event.data().length() != Word.LENGTH) {
            throw new IllegalArgumentException("a payment is none");
        }
        var amount = event.data().toUnsigned();
        balances.merge(account(event.topics().get(1)), amount.negate(), BigInteger::add);
        balances.merge(account(event.topics().get(2)), amount, BigInteger::add);
    }

    private static Address account(Hash32 topic) {
        return new Address(topic.bytes().slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }

    private void compare(
            SimulatedCall call, Bytes words, Map<Simulation.Word, Hash32> before, Map<Simulation.Word, Hash32> after)
            throws ProblemException {
        if (words.length() != call.watched().size() * Word.LENGTH) {
            throw new IllegalArgumentException("words of storage are missing");
        }
        var view = new BlockView(node, block);
        for (int i = 0; i < call.watched().size(); i++) {
            var slot = call.watched().get(i);
            var was = call.stored().containsKey(slot) ? call.stored().get(slot) : view.storage(call.to(), slot);
            var is = new Hash32(words.slice(i * Word.LENGTH, (i + 1) * Word.LENGTH));
            if (!is.equals(was)) {
                before.put(new Simulation.Word(call.to(), slot), was);
                after.put(new Simulation.Word(call.to(), slot), is);
            }
        }
    }

    private static Bytes output(JsonNode call) {
        var data = call.path("returnData").asString("0x");
        return Bytes.fromHex(data);
    }
}
