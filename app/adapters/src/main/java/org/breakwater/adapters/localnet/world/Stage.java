package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.adapters.ethereum.ContractAbi;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes what people do real: transactions in blocks at the agenda's time, on a node that mines only when it is told
/// to.
final class Stage {

    /// Below the limit of one transaction since EIP-7825.
    private static final String GAS = "0xf00000";

    private static final String GAS_PRICE = "0x77359400";

    private final AnvilRpc rpc;
    private final Agenda agenda;
    private final RevertReasons reasons;
    private final List<BlockListener> listeners = new ArrayList<>();
    private Instant last;
    private long blocks;
    private long transactions;

    Stage(AnvilRpc rpc, Agenda agenda, RevertReasons reasons, Instant last) {
        this.rpc = rpc;
        this.agenda = agenda;
        this.reasons = reasons;
        this.last = last;
    }

    /// Hears of every block that was mined.
    interface BlockListener {
        void mined(long block) throws ProblemException;
    }

    /// One transaction to be.
    ///
    /// @param to nothing where a contract is created
    record Deed(Person by, @Nullable Address to, Bytes data, String name) {

        static Deed of(Person by, Call call) {
            return new Deed(by, call.to(), call.data(), call.toString());
        }
    }

    void whenMined(BlockListener listener) {
        listeners.add(listener);
    }

    /// The time of the next block: the agenda's, and after every block before it.
    Instant time() {
        return agenda.now().isAfter(last) ? agenda.now() : last.plusSeconds(1);
    }

    long blocks() {
        return blocks;
    }

    long transactions() {
        return transactions;
    }

    AnvilRpc rpc() {
        return rpc;
    }

    /// One transaction in a block of its own.
    Receipt send(Person by, Call call) throws ProblemException {
        return mine(List.of(Deed.of(by, call))).getFirst();
    }

    /// One person's calls, in order, in one block.
    List<Receipt> send(Person by, List<Call> calls) throws ProblemException {
        return mine(calls.stream().map(call -> Deed.of(by, call)).toList());
    }

    /// Creates a contract of the artifacts.
    Contract create(Person by, String name, Object... arguments) throws ProblemException {
        var artifact = ContractAbi.resource(name + ".json");
        var code = Bytes.fromHex(artifact.required("bytecode").asString());
        var data = Bytes.concat(code, Constructor.arguments(artifact.required("abi"), arguments));
        var receipt = mine(List.of(new Deed(by, null, data, "new " + name))).getFirst();
        return Contract.of(name, receipt.created().orElseThrow());
    }

    /// Several transactions, in order, in one block. Every one must succeed.
    List<Receipt> mine(List<Deed> deeds) throws ProblemException {
        if (deeds.isEmpty()) {
            return List.of();
        }
        for (var deed : deeds) {
            rpc.ask("eth_sendTransaction", transaction(deed));
        }
        last = time();
        rpc.ask("evm_mine", last.getEpochSecond());
        var receipts = receipts(rpc.ask("eth_getBlockReceipts", "latest"));
        blocks++;
        transactions += deeds.size();
        requireAll(deeds, receipts);
        var block = number(rpc.ask("eth_blockNumber"));
        for (var listener : listeners) {
            listener.mined(block.longValueExact());
        }
        return receipts;
    }

    private static Map<String, Object> transaction(Deed deed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("from", deed.by().address().toString());
        if (deed.to() != null) {
            fields.put("to", deed.to().toString());
        }
        fields.put("data", deed.data().toHex());
        fields.put("gas", GAS);
        fields.put("gasPrice", GAS_PRICE);
        return fields;
    }

    private static List<Receipt> receipts(JsonNode answer) {
        var receipts = new ArrayList<Receipt>();
        answer.forEach(receipt -> receipts.add(Receipt.of(receipt)));
        return receipts;
    }

    private void requireAll(List<Deed> deeds, List<Receipt> receipts) throws ProblemException {
        if (receipts.size() != deeds.size()) {
            throw new ProblemException(Problem.of(
                    receipts.size() + " of " + deeds.size() + " transactions were mined, the first being "
                            + deeds.getFirst().name() + ".",
                    "Look at their gas."));
        }
        for (int i = 0; i < receipts.size(); i++) {
            if (!receipts.get(i).succeeded()) {
                throw refused(deeds.get(i), reason(receipts.get(i).transaction()));
            }
        }
    }

    private String reason(Hash32 transaction) throws ProblemException {
        var trace = rpc.ask("debug_traceTransaction", transaction.toString(), Map.of("disableStorage", true));
        var returned = trace.path("returnValue").asString("");
        return reasons.of(Bytes.fromHex(returned));
    }

    private static ProblemException refused(Deed deed, String why) {
        return new ProblemException(Problem.of(
                deed.name() + " by " + deed.by() + " was refused: " + why + ".",
                "The world's script does not fit these contracts."));
    }

    /// What a view answers at the time of the next block.
    Fields view(Call call) throws ProblemException {
        var answer = asked(Address.ZERO, call);
        if (answer.refusal().isPresent()) {
            throw new ProblemException(Problem.of(
                    call + " could not be read: " + why(answer) + ".",
                    "The world's script does not fit these contracts."));
        }
        var bytes = Bytes.fromHex(answer.result().asString()).toArray();
        return new Fields(call.function().getOutputs(), call.function().decodeReturn(bytes));
    }

    /// The only number that a view answers.
    BigInteger number(Call call) throws ProblemException {
        return view(call).number();
    }

    /// Why someone's call would be refused in the next block; empty where it would not.
    String refusal(Address by, Call call) throws ProblemException {
        var answer = asked(by, call);
        return answer.refusal().isPresent() ? why(answer) : "";
    }

    private AnvilRpc.Answer asked(Address by, Call call) throws ProblemException {
        return rpc.tried(
                "eth_call",
                Map.of(
                        "from", by.toString(),
                        "to", call.to().toString(),
                        "data", call.data().toHex()),
                "latest",
                Map.of(),
                Map.of("time", "0x" + Long.toHexString(time().getEpochSecond())));
    }

    private String why(AnvilRpc.Answer answer) {
        return answer.data().isEmpty() ? answer.refusal().orElse("no reason") : reasons.of(answer.data());
    }

    private static BigInteger number(JsonNode hex) {
        return new BigInteger(hex.asString().substring(2), 16);
    }
}
