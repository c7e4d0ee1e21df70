package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.Log;

/// The chain as of one block: every call sees the same state.
final class BlockView {

    /// More than any answer of the protocol has.
    private static final int MOST_ANSWER = 8 << 20;

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

    /// The runtime code at an address, empty where there is none.
    Bytes code(Address account) throws ProblemException {
        return node.code(account, height);
    }

    /// A contract's events of one kind up to this block, in order.
    List<LoggedEvent> events(Address contract, Event<Tuple> event, long since) throws ProblemException {
        var events = new ArrayList<LoggedEvent>();
        for (var log : node.logs(contract, ContractAbi.topic(event), since, block.number())) {
            events.add(logged(contract, event, log));
        }
        return events;
    }

    private static LoggedEvent logged(Address contract, Event<Tuple> event, Log log) throws ProblemException {
        var topics = log.getTopics().stream()
                .map(topic -> Bytes.fromHex(topic).toArray())
                .toArray(byte[][]::new);
        try {
            return new LoggedEvent(
                    log.getBlockNumber().longValueExact(),
                    log.getLogIndex().longValueExact(),
                    event.decodeArgs(topics, Bytes.fromHex(log.getData()).toArray()));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "An event of " + contract + " is not the " + event.getName() + " it says it is.",
                            "Check that the deployment file belongs to this network."),
                    malformed);
        }
    }

    private Bytes call(String what, Address contract, Bytes data) throws ProblemException {
        return node.call(what, () -> {
            var request =
                    Transaction.createEthCallTransaction(Address.ZERO.toString(), contract.toString(), data.toHex());
            var answer = node.web3j().ethCall(request, height).send();
            if (answer.hasError()) {
                throw new ProblemException(new Problem(
                        "The node at " + node.address() + " refused to read " + what + " as of block " + block.number()
                                + ": " + answer.getError().getMessage() + ".",
                        "It may have dropped the state of that block.",
                        "Ask for a newer block, or ask a node that keeps old state."));
            }
            var value = answer.getValue();
            if (value.length() > 2 * MOST_ANSWER) {
                throw new ProblemException(
                        Problem.of("The answer for " + what + " is larger than it can be.", "Check the node."));
            }
            return Bytes.fromHex(value);
        });
    }
}
