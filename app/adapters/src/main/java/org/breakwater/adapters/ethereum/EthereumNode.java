package org.breakwater.adapters.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.breakwater.core.chain.Blocks;
import org.breakwater.core.index.ChainHeights;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ContractUtils;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.exceptions.ContractCallException;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/// One node, spoken to over HTTP, or whichever of several is in use.
public final class EthereumNode implements Blocks, AutoCloseable {

    /// A node that refuses the events of so few blocks serves none.
    private static final long FEWEST_BLOCKS = 1_000;

    private static final int MOST_WORDS = 200;
    private static final long MOST_BODY = 32L << 20;

    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(60))
            .addInterceptor(new BoundedBodies(MOST_BODY))
            .build();

    private final Supplier<URI> address;
    private final HttpService service;
    private final Web3j web3j;
    private final ChainId chain;

    private EthereumNode(Supplier<URI> address, HttpService service, Web3j web3j, ChainId chain) {
        this.address = address;
        this.service = service;
        this.web3j = web3j;
        this.chain = chain;
    }

    /// Connects and asks for the chain id, so that a wrong address is found out at once.
    public static EthereumNode connect(URI address) throws ProblemException {
        var service = new HttpService(address.toString(), HTTP);
        var web3j = Web3j.build(service);
        try {
            var answer = web3j.ethChainId().send();
            if (answer.hasError()) {
                throw new IOException(answer.getError().getMessage());
            }
            return new EthereumNode(
                    () -> address,
                    service,
                    web3j,
                    new ChainId(answer.getChainId().longValueExact()));
        } catch (IOException | RuntimeException cause) {
            web3j.shutdown();
            throw new ProblemException(
                    Problem.of(
                            "No Ethereum node answers at " + name(address) + ".",
                            "Check the address and that the node is running."),
                    cause);
        }
    }

    /// Each question goes to the node that is in use when it is asked.
    ///
    /// @param inUse the address of a node that is known to be on the chain
    public static EthereumNode inUse(Supplier<URI> inUse, ChainId chain) {
        var http = HTTP.newBuilder().addInterceptor(new InUse(inUse)).build();
        var service = new HttpService(inUse.get().toString(), http);
        return new EthereumNode(inUse, service, Web3j.build(service), chain);
    }

    /// Turns each question to the node that is in use.
    private record InUse(Supplier<URI> address) implements Interceptor {

        @Override
        public okhttp3.Response intercept(Chain chain) throws IOException {
            var url = HttpUrl.get(address.get());
            if (url == null) {
                throw new IOException("no address of HTTP");
            }
            return chain.proceed(chain.request().newBuilder().url(url).build());
        }
    }

    public ChainId chain() {
        return chain;
    }

    /// Asks anew which chain it is on: another node may have taken its address.
    public ChainId chainNow() throws ProblemException {
        return call(
                "the chain id",
                () -> new ChainId(web3j.ethChainId().send().getChainId().longValueExact()));
    }

    public URI address() {
        return address.get();
    }

    /// Scheme, host and port. The rest of the address may hold the key of an account with a provider.
    public String name() {
        return name(address());
    }

    /// Scheme, host and port of an address.
    public static String name(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }

    @Override
    public BlockRef head() throws ProblemException {
        return block("the newest block", DefaultBlockParameterName.LATEST);
    }

    /// The newest block that the chain will not take back. Where the node does not know of finality, one so deep that
    /// no fork has reached it.
    BlockRef finalBlock() throws ProblemException {
        var answer = call(
                "the final block",
                () -> web3j.ethGetBlockByNumber(DefaultBlockParameterName.FINALIZED, false)
                        .send());
        return answer.hasError() || answer.getBlock() == null
                ? block(ChainHeights.assumed(head()).finality())
                : block(answer.getBlock().getNumber().longValueExact());
    }

    @Override
    public BlockRef block(long number) throws ProblemException {
        return block("block " + number, DefaultBlockParameter.valueOf(BigInteger.valueOf(number)));
    }

    /// The time that its next block has by the node's own clock.
    public Instant nextBlockTime() throws ProblemException {
        var what = "the time of the next block";
        return call(what, () -> {
            var block = ask(what, "eth_getBlockByNumber", List.of("pending", false));
            return Instant.ofEpochSecond(Long.decode(block.required("timestamp").stringValue()));
        });
    }

    private BlockRef block(String what, DefaultBlockParameter height) throws ProblemException {
        return call(what, () -> {
            var answer = web3j.ethGetBlockByNumber(height, false).send();
            var block = answer.hasError() ? null : answer.getBlock();
            if (block == null) {
                throw new ProblemException(Problem.of(
                        "The node at " + name() + " has no " + what + "; it may be behind.",
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
                    "The node at " + name() + " is still catching up with the chain.",
                    "Wait until it is done, or ask another node."));
        }
    }

    /// The logs of one contract with one of some first topics, in order. A node that refuses so many blocks at once is
    /// asked
    /// for halves.
    List<Log> logs(Address contract, Collection<Hash32> topics, long from, long to) throws ProblemException {
        var answer = call("the events of " + contract, () -> {
            var filter = new EthFilter(
                    DefaultBlockParameter.valueOf(BigInteger.valueOf(from)),
                    DefaultBlockParameter.valueOf(BigInteger.valueOf(to)),
                    contract.toString());
            filter.addOptionalTopics(topics.stream().map(Hash32::toString).toArray(String[]::new));
            return web3j.ethGetLogs(filter).send();
        });
        if (answer.hasError() && to - from >= FEWEST_BLOCKS) {
            var middle = from + (to - from) / 2;
            var logs = new ArrayList<>(logs(contract, topics, from, middle));
            logs.addAll(logs(contract, topics, middle + 1, to));
            return logs;
        }
        return result("the events of " + contract, answer).stream()
                .map(log -> ((EthLog.LogObject) log).get())
                .toList();
    }

    /// What an event says beside its topics, and in which block.
    public record EventData(long block, Bytes data) {}

    /// The data of a contract's events of one kind, in their order.
    public List<EventData> eventData(Address contract, Hash32 kind, long from, long to) throws ProblemException {
        return logs(contract, List.of(kind), from, to).stream()
                .map(log -> new EventData(log.getBlockNumber().longValueExact(), Bytes.fromHex(log.getData())))
                .toList();
    }

    /// The runtime code at an address, empty where there is none.
    public Bytes code(Address account) throws ProblemException {
        return code(account, DefaultBlockParameterName.LATEST);
    }

    /// The runtime codes at addresses, in their order.
    public List<Bytes> codes(Collection<Address> accounts) throws ProblemException {
        return Together.ask(List.copyOf(accounts), this::code);
    }

    /// The addresses at which there is no code.
    public Set<Address> withoutCode(Collection<Address> accounts) throws ProblemException {
        var asked = List.copyOf(accounts);
        var codes = codes(asked);
        var without = new HashSet<Address>();
        for (int i = 0; i < asked.size(); i++) {
            if (codes.get(i).isEmpty()) {
                without.add(asked.get(i));
            }
        }
        return without;
    }

    Bytes code(Address account, DefaultBlockParameter height) throws ProblemException {
        var what = "the code at " + account;
        return call(
                what,
                () -> Bytes.fromHex(result(
                        what, web3j.ethGetCode(account.toString(), height).send())));
    }

    /// The input of the transaction that created a contract directly in a block; empty where that block has none.
    Bytes creation(Address contract, long number) throws ProblemException {
        var what = "the transactions of block " + number;
        return call(what, () -> {
            var height = DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
            var block = result(what, web3j.ethGetBlockByNumber(height, true).send());
            return block.getTransactions().stream()
                    .map(transaction -> (EthBlock.TransactionObject) transaction)
                    .filter(transaction -> transaction.getTo() == null)
                    .filter(transaction -> createdBy(transaction).equals(contract))
                    .map(transaction -> Bytes.fromHex(transaction.getInput()))
                    .findFirst()
                    .orElse(Bytes.EMPTY);
        });
    }

    /// What a transaction was sent with; empty where the node has none of that hash.
    Bytes input(Hash32 transaction) throws ProblemException {
        return call(
                "the transaction " + transaction,
                () -> web3j.ethGetTransactionByHash(transaction.toString())
                        .send()
                        .getTransaction()
                        .map(sent -> Bytes.fromHex(sent.getInput()))
                        .orElse(Bytes.EMPTY));
    }

    /// What an account has of the network's currency, wei.
    public BigInteger balance(Address account) throws ProblemException {
        var what = "the balance of " + account;
        return call(what, () -> {
            var answer = web3j.ethGetBalance(account.toString(), DefaultBlockParameterName.LATEST)
                    .send();
            result(what, answer);
            return Word.requireFits(answer.getBalance());
        });
    }

    /// Whether it has a transaction, in a block or waiting for one.
    public boolean knows(Hash32 transaction) throws ProblemException {
        return call(
                "the transaction " + transaction,
                () -> web3j.ethGetTransactionByHash(transaction.toString())
                        .send()
                        .getTransaction()
                        .isPresent());
    }

    /// What a transaction that is in a block cost its sender, wei.
    public Optional<BigInteger> cost(Hash32 transaction) throws ProblemException {
        return call(
                "the receipt of " + transaction,
                () -> web3j.ethGetTransactionReceipt(transaction.toString())
                        .send()
                        .getTransactionReceipt()
                        .map(receipt -> Word.requireFits(receipt.getGasUsed()
                                .multiply(Numeric.decodeQuantity(receipt.getEffectiveGasPrice())))));
    }

    /// Which address a sender's transaction of that nonce creates.
    private static Address createdBy(EthBlock.TransactionObject transaction) {
        return Address.parse(ContractUtils.generateContractAddress(transaction.getFrom(), transaction.getNonce()));
    }

    /// The node's words where it refuses to read the state of a block at all.
    Optional<String> refusalOfState(Address contract, DefaultBlockParameter height) throws ProblemException {
        var answer = call(
                "the code at " + contract,
                () -> web3j.ethGetCode(contract.toString(), height).send());
        return answer.hasError() ? Optional.of(plain(answer.getError().getMessage())) : Optional.empty();
    }

    /// What a node answered; its refusal is a problem.
    <T> T result(String what, Response<T> answer) throws ProblemException {
        var result = answer.getResult();
        if (answer.hasError() || result == null) {
            var words = answer.hasError() ? plain(answer.getError().getMessage()) : "it gave no answer";
            throw new ProblemException(Problem.of(
                    "The node at " + name() + " refused " + what + ": " + words + ".",
                    "Check that the deployment file belongs to this network, or ask another node."));
        }
        return result;
    }

    /// A node's words, made fit for a sentence: short, without control characters.
    static String plain(@Nullable String words) {
        var text = words == null ? "" : words.replaceAll("\\p{C}", " ").strip();
        return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "…";
    }

    /// Asks a question for which there is no type of its own.
    JsonNode ask(String what, String method, List<?> parameters) throws ProblemException {
        return call(
                what,
                () -> result(what, service.send(new Request<>(method, parameters, service, Tree.class), Tree.class)));
    }

    /// Asks a question that many nodes do not answer: a refusal is an answer too.
    Response<JsonNode> attempt(String what, String method, List<?> parameters) throws ProblemException {
        return call(what, () -> service.send(new Request<>(method, parameters, service, Tree.class), Tree.class));
    }

    /// An answer of any shape.
    static final class Tree extends Response<JsonNode> {}

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
                            "The node at " + name() + " could not answer for " + what + ".",
                            "There may be no such contract on this network, or it is another version.",
                            "Check that the deployment belongs to chain " + chain + "."),
                    refused);
        } catch (ProblemException problem) {
            throw problem;
        } catch (Exception broken) {
            throw new ProblemException(
                    Problem.of(
                            "Reading " + what + " from " + name() + " failed: " + plain(broken.getMessage()) + ".",
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
