package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.core.value.Word;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.utils.Numeric;

/// The chain as of one block: every call sees the same state.
final class BlockView {

    /// More than any answer of the protocol has.
    private static final int MOST_ANSWER = 8 << 20;

    private static final int NETWORK_DECIMALS = 18;
    private static final String NETWORK_SYMBOL = "ETH";

    private final EthereumNode node;
    private final BlockRef block;
    private final DefaultBlockParameter height;

    BlockView(EthereumNode node, BlockRef block) {
        this.node = node;
        this.block = block;
        this.height = DefaultBlockParameter.valueOf(BigInteger.valueOf(block.number()));
    }

    BlockRef block() {
        return block;
    }

    EthereumNode node() {
        return node;
    }

    /// Calls a function and decodes its answer strictly.
    Tuple call(String what, Address contract, Function function, Object... arguments) throws ProblemException {
        var answer = call(what, contract, ContractAbi.call(function, arguments));
        try {
            return function.decodeReturn(answer.toArray());
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            throw new ProblemException(
                    new Problem(
                            contract + " answered something else than " + what + ".",
                            "There is no such contract at that address, or it is another version.",
                            "Check that the deployment file belongs to this network."),
                    malformed);
        }
    }

    /// Calls a function of a contract that may be anything: empty where it reverts or answers something else.
    Optional<Tuple> attempt(String what, Address contract, Function function, Object... arguments)
            throws ProblemException {
        try {
            return answer(what, contract, ContractAbi.call(function, arguments))
                    .map(value -> function.decodeReturn(value.toArray()));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    /// What a contract that may be anything answers; empty where it reverts.
    Optional<Bytes> answer(String what, Address contract, Bytes data) throws ProblemException {
        var answer = node.call(what, () -> ask(contract, data));
        return answer.isReverted()
                ? Optional.empty()
                : Optional.of(bounded(what, node.result("to read " + what + " as of block " + block.number(), answer)));
    }

    /// The runtime code at an address, empty where there is none.
    Bytes code(Address account) throws ProblemException {
        return node.code(account, height);
    }

    /// A word of an account's storage.
    Hash32 storage(Address account, Hash32 slot) throws ProblemException {
        var what = "the storage of " + account;
        return node.call(
                what,
                () -> new Hash32(Word.of(Bytes.parse(node.result(
                                what,
                                node.web3j()
                                        .ethGetStorageAt(
                                                account.toString(), slot.bytes().toUnsigned(), height)
                                        .send()))
                        .toUnsigned())));
    }

    /// What an account has of the network's own money.
    TokenAmount balance(Address account) throws ProblemException {
        var what = "the balance of " + account;
        return node.call(
                what,
                () -> new TokenAmount(
                        Numeric.decodeQuantity(node.result(
                                what,
                                node.web3j()
                                        .ethGetBalance(account.toString(), height)
                                        .send())),
                        NETWORK_DECIMALS,
                        NETWORK_SYMBOL));
    }

    /// The input of the transaction that created a contract directly in a block; empty where that block has none.
    Bytes creation(Address contract, long number) throws ProblemException {
        return node.creation(contract, number);
    }

    /// A contract's events of some kinds up to this block, in order.
    List<LoggedEvent> events(Address contract, List<Event<Tuple>> kinds, long since) throws ProblemException {
        var byTopic = new LinkedHashMap<Hash32, Event<Tuple>>();
        kinds.forEach(kind -> byTopic.put(ContractAbi.topic(kind), kind));
        var events = new ArrayList<LoggedEvent>();
        for (var log : node.logs(contract, byTopic.keySet(), since, block.number())) {
            events.add(logged(contract, byTopic, log));
        }
        events.sort(null);
        return events;
    }

    private static LoggedEvent logged(Address contract, Map<Hash32, Event<Tuple>> kinds, Log log)
            throws ProblemException {
        try {
            var topics = log.getTopics().stream().map(Hash32::fromHex).toList();
            var kind = topics.isEmpty() ? null : kinds.get(topics.getFirst());
            if (kind == null || !Address.parse(log.getAddress()).equals(contract)) {
                throw new IllegalArgumentException("not asked for");
            }
            return new LoggedEvent(
                    kind.getName(),
                    log.getBlockNumber().longValueExact(),
                    log.getLogIndex().longValueExact(),
                    kind.getInputs(),
                    kind.decodeArgs(
                            topics.stream()
                                    .map(topic -> topic.bytes().toArray())
                                    .toArray(byte[][]::new),
                            Bytes.fromHex(log.getData()).toArray()));
        } catch (RuntimeException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "The node gave an event of " + contract + " that is none of those it was asked for.",
                            "Check that the deployment file belongs to this network, or ask another node."),
                    malformed);
        }
    }

    /// Insists that the node still has the state of this block, which many drop after a while.
    ///
    /// @param contract one that stood at this block
    void requireState(Address contract) throws ProblemException {
        var refusal = node.refusalOfState(contract, height);
        if (refusal.isPresent()) {
            throw new ProblemException(new Problem(
                    "The node at " + node.name() + " has no state of block " + block.number() + "; it says: "
                            + refusal.get() + ".",
                    "Many nodes drop the state of old blocks.",
                    "Ask for a newer block, or ask a node that keeps old state."));
        }
    }

    private Bytes call(String what, Address contract, Bytes data) throws ProblemException {
        return node.call(
                what,
                () -> bounded(
                        what, node.result("to read " + what + " as of block " + block.number(), ask(contract, data))));
    }

    private EthCall ask(Address contract, Bytes data) throws IOException {
        var request = Transaction.createEthCallTransaction(Address.ZERO.toString(), contract.toString(), data.toHex());
        return node.web3j().ethCall(request, height).send();
    }

    private static Bytes bounded(String what, String answer) throws ProblemException {
        if (answer.length() > 2 * MOST_ANSWER) {
            throw new ProblemException(
                    Problem.of("The answer for " + what + " is larger than it can be.", "Check the node."));
        }
        return Bytes.fromHex(answer);
    }
}
