package org.breakwater.adapters.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.OkHttpClient;
import org.breakwater.core.chain.Chain;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.exceptions.ContractCallException;

/// One node, spoken to over HTTP.
public final class EthereumNode implements Chain, AutoCloseable {

    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(60))
            .build();

    private final URI address;
    private final Web3j web3j;
    private final ChainId chain;

    private EthereumNode(URI address, Web3j web3j, ChainId chain) {
        this.address = address;
        this.web3j = web3j;
        this.chain = chain;
    }

    /// Connects and asks for the chain id, so that a wrong address is found out at once.
    public static EthereumNode connect(URI address) throws ProblemException {
        var web3j = Web3j.build(new HttpService(address.toString(), HTTP));
        try {
            var answer = web3j.ethChainId().send();
            if (answer.hasError()) {
                throw new IOException(answer.getError().getMessage());
            }
            return new EthereumNode(
                    address, web3j, new ChainId(answer.getChainId().longValueExact()));
        } catch (IOException | RuntimeException cause) {
            web3j.shutdown();
            throw new ProblemException(
                    Problem.of(
                            "No Ethereum node answers at " + address + ".",
                            "Check the address and that the node is running."),
                    cause);
        }
    }

    public ChainId chain() {
        return chain;
    }

    public URI address() {
        return address;
    }

    @Override
    public BlockRef head() throws ProblemException {
        return block("the newest block", DefaultBlockParameterName.LATEST);
    }

    /// A block by its height.
    public BlockRef block(long number) throws ProblemException {
        return block("block " + number, DefaultBlockParameter.valueOf(BigInteger.valueOf(number)));
    }

    private BlockRef block(String what, DefaultBlockParameter height) throws ProblemException {
        return call(what, () -> {
            var block = web3j.ethGetBlockByNumber(height, false).send().getBlock();
            if (block == null) {
                throw new ProblemException(Problem.of(
                        "The node at " + address + " has no " + what + "; it may be behind.",
                        "Ask for an older block, or wait until the node has it."));
            }
            return new BlockRef(
                    block.getNumber().longValueExact(),
                    Hash32.fromHex(block.getHash()),
                    Instant.ofEpochSecond(block.getTimestamp().longValueExact()));
        });
    }

    /// Refuses a node that says it is still catching up.
    public void requireInSync() throws ProblemException {
        if (call("whether the node is in sync", () -> web3j.ethSyncing().send().isSyncing())) {
            throw new ProblemException(Problem.of(
                    "The node at " + address + " is still catching up with the chain.",
                    "Wait until it is done, or ask another node."));
        }
    }

    /// The logs of one contract with one first topic, in order.
    List<Log> logs(Address contract, Hash32 topic, long from, long to) throws ProblemException {
        return call("the events of " + contract, () -> {
            var filter = new EthFilter(
                    DefaultBlockParameter.valueOf(BigInteger.valueOf(from)),
                    DefaultBlockParameter.valueOf(BigInteger.valueOf(to)),
                    contract.toString());
            filter.addSingleTopic(topic.toString());
            var answer = web3j.ethGetLogs(filter).send();
            if (answer.hasError()) {
                throw new ProblemException(Problem.of(
                        "The node at " + address + " refused the events of " + contract + ": "
                                + answer.getError().getMessage() + ".",
                        "Ask a node that serves logs of old blocks."));
            }
            return answer.getLogs().stream()
                    .map(log -> ((EthLog.LogObject) log).get())
                    .toList();
        });
    }

    /// The runtime code at an address, empty where there is none.
    public Bytes code(Address account) throws ProblemException {
        return code(account, DefaultBlockParameterName.LATEST);
    }

    Bytes code(Address account, DefaultBlockParameter height) throws ProblemException {
        return call(
                "the code at " + account,
                () -> Bytes.fromHex(
                        web3j.ethGetCode(account.toString(), height).send().getCode()));
    }

    public Web3j web3j() {
        return web3j;
    }

    /// Asks the node and turns every way it can go wrong into a problem.
    <T> T call(String what, Question<T> question) throws ProblemException {
        try {
            return question.ask();
        } catch (ContractCallException | UnsupportedOperationException refused) {
            throw new ProblemException(
                    new Problem(
                            "The node at " + address + " could not answer for " + what + ".",
                            "There may be no such contract on this network, or it is another version.",
                            "Check that the deployment belongs to chain " + chain + "."),
                    refused);
        } catch (ProblemException problem) {
            throw problem;
        } catch (Exception broken) {
            throw new ProblemException(
                    Problem.of(
                            "Reading " + what + " from " + address + " failed: " + broken.getMessage() + ".",
                            "Check that the node is running, then try again."),
                    broken);
        }
    }

    @Override
    public void close() {
        web3j.shutdown();
    }

    /// A question to the node.
    @FunctionalInterface
    interface Question<T> {
        T ask() throws Exception;
    }
}
