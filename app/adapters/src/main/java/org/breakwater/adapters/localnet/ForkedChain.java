package org.breakwater.adapters.localnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.review.rehearsal.ChainCopy;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.JsonNode;

/// A copy of a node's chain in an Anvil of our own on loopback, which reads from that node what it lacks and sends
/// nothing to it. It ends with this program at the latest.
public final class ForkedChain implements ChainCopy {

    /// The most that a transaction may use (EIP-7825).
    private static final String GAS = "0xf42400";

    private static final String MONEY = "0x56bc75e2d63100000";
    private static final int RECEIPTS = 200;

    private final AnvilProcess anvil;
    private final AnvilRpc rpc;

    private ForkedChain(AnvilProcess anvil) {
        this.anvil = anvil;
        this.rpc = new AnvilRpc(anvil.node().address());
    }

    /// Copies the newest block.
    public static ForkedChain of(EthereumNode node) throws ProblemException {
        var head = node.head();
        var copy = new ForkedChain(AnvilProcess.start(
                AnvilBinary.find(),
                OptionalInt.empty(),
                List.of("--fork-url", node.address().toString(), "--fork-block-number", Long.toString(head.number()))));
        try {
            // deadlines must not pass because the copy's clock is another
            copy.rpc.ask("evm_setTime", head.time().getEpochSecond());
            return copy;
        } catch (ProblemException | RuntimeException failed) {
            copy.close();
            throw failed;
        }
    }

    @Override
    public ReviewChain now() throws ProblemException {
        return NodeReviewChain.atHead(anvil.node());
    }

    @Override
    public Simulation execute(SimulatedCall call) throws ProblemException {
        var tried = now().simulate(call);
        if (!tried.succeeded()) {
            return tried;
        }
        for (var word : call.stored().entrySet()) {
            rpc.ask(
                    "anvil_setStorageAt",
                    call.to().toString(),
                    word.getKey().toString(),
                    word.getValue().toString());
        }
        var from = call.from().toString();
        rpc.ask("anvil_setBalance", from, MONEY);
        rpc.ask("anvil_impersonateAccount", from);
        var sent = rpc.ask(
                "eth_sendTransaction",
                Map.of(
                        "from",
                        from,
                        "to",
                        call.to().toString(),
                        "data",
                        call.calldata().toHex(),
                        "gas",
                        GAS));
        var receipt = receipt(sent.asString(""));
        return new Simulation(
                "0x1".equals(receipt.path("status").asString("")),
                Bytes.EMPTY,
                events(receipt),
                Map.of(),
                Map.of(),
                Map.of(),
                tried.gas());
    }

    private JsonNode receipt(String transaction) throws ProblemException {
        for (int i = 0; i < RECEIPTS; i++) {
            var receipt = rpc.ask("eth_getTransactionReceipt", transaction);
            if (receipt.isObject()) {
                return receipt;
            }
            pause();
        }
        throw new ProblemException(
                Problem.of("The copy of the chain did not carry out a transaction.", "Rehearse again."));
    }

    private static void pause() throws ProblemException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("The rehearsal was cancelled.", ""), interrupted);
        }
    }

    private static List<Simulation.Event> events(JsonNode receipt) {
        var events = new ArrayList<Simulation.Event>();
        for (var log : receipt.path("logs")) {
            var topics = new ArrayList<Hash32>();
            log.path("topics").forEach(topic -> topics.add(Hash32.fromHex(topic.asString())));
            events.add(new Simulation.Event(
                    Address.parse(log.path("address").asString()),
                    topics,
                    Bytes.fromHex(log.path("data").asString("0x"))));
        }
        return events;
    }

    @Override
    public void close() {
        anvil.close();
    }
}
