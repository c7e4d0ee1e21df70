package org.breakwater.adapters.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.execution.CallOutcome;
import org.breakwater.core.execution.ExecutedTransaction;
import org.breakwater.core.execution.ExecutionChain;
import org.breakwater.core.execution.FeeHistory;
import org.breakwater.core.execution.KnownErrors;
import org.breakwater.core.execution.OuterReceipt;
import org.breakwater.core.execution.RevertReason;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHash;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/// Executions through one node. What the node answers to a call is read with our own decoder.
public final class ChainExecution implements ExecutionChain {

    private static final FunctionSignature VERSION = FunctionSignature.parse("VERSION()");
    private static final FunctionSignature OWNERS = FunctionSignature.parse("getOwners()");
    private static final FunctionSignature THRESHOLD = FunctionSignature.parse("getThreshold()");
    private static final FunctionSignature NONCE = FunctionSignature.parse("nonce()");
    private static final FunctionSignature APPROVED_HASHES = FunctionSignature.parse("approvedHashes(address,bytes32)");
    private static final FunctionSignature TRANSACTION_HASH = FunctionSignature.parse(
            "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)");

    /// How Safes before 1.5.0 ask a contract, and from then on (EIP-1271).
    private static final FunctionSignature IS_VALID_OF_DATA = FunctionSignature.parse("isValidSignature(bytes,bytes)");

    private static final FunctionSignature IS_VALID_OF_HASH =
            FunctionSignature.parse("isValidSignature(bytes32,bytes)");

    private static final Hash32 SUCCESS = Keccak.hash("ExecutionSuccess(bytes32,uint256)");
    private static final Hash32 FAILURE = Keccak.hash("ExecutionFailure(bytes32,uint256)");

    private static final int BLOCKS = 20;
    private static final int MOST_REVERT = 1 << 16;
    private static final String REVERTED = "execution reverted";

    private final EthereumNode node;
    private final KnownErrors errors;

    public ChainExecution(EthereumNode node, KnownErrors errors) {
        this.node = node;
        this.errors = errors;
    }

    @Override
    public ChainId chain() {
        return node.chain();
    }

    @Override
    public SafeState state(Address safe) throws ProblemException {
        return new SafeState(
                safe,
                text(ask(safe, safe, "string", VERSION)),
                addresses(ask(safe, safe, "address[]", OWNERS)),
                number(ask(safe, safe, "uint256", THRESHOLD))
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValueExact(),
                number(ask(safe, safe, "uint256", NONCE)));
    }

    @Override
    public Hash32 transactionHash(Address safe, SafeTransaction transaction) throws ProblemException {
        var answer = ask(
                safe,
                safe,
                "bytes32",
                TRANSACTION_HASH,
                new AbiValue.Account(transaction.to()),
                new AbiValue.Whole(transaction.value()),
                new AbiValue.Binary(transaction.data()),
                AbiValue.Whole.of(transaction.operation().code()),
                new AbiValue.Whole(transaction.safeTxGas()),
                new AbiValue.Whole(transaction.baseGas()),
                new AbiValue.Whole(transaction.gasPrice()),
                new AbiValue.Account(transaction.gasToken()),
                new AbiValue.Account(transaction.refundReceiver()),
                new AbiValue.Whole(transaction.nonce()));
        if (answer instanceof AbiValue.Binary(var hash)) {
            return new Hash32(hash);
        }
        throw unexpected(safe);
    }

    @Override
    public boolean hasApproved(Address safe, Address owner, Hash32 hash) throws ProblemException {
        return number(ask(
                                safe,
                                safe,
                                "uint256",
                                APPROVED_HASHES,
                                new AbiValue.Account(owner),
                                new AbiValue.Binary(hash.bytes())))
                        .signum()
                != 0;
    }

    @Override
    public boolean confirms(SafeDomain safe, SafeHash hash, Address contract, Bytes signature) throws ProblemException {
        var asksAboutHash = safe.version().isAtLeast(SafeVersion.V1_5_0);
        var function = asksAboutHash ? IS_VALID_OF_HASH : IS_VALID_OF_DATA;
        var asked = asksAboutHash ? hash.hash().bytes() : hash.preimage();
        var outcome = attempt(
                safe.safe(),
                contract,
                BigInteger.ZERO,
                AbiEncoder.call(function, new AbiValue.Binary(asked), new AbiValue.Binary(signature)));
        // The function's own selector, at the left of a word, says yes.
        return outcome instanceof CallOutcome.Returned(var value)
                && value.equals(Bytes.concat(
                        function.selector().bytes(),
                        Bytes.zeros(Word.LENGTH - function.selector().bytes().length())));
    }

    @Override
    public CallOutcome attempt(Address from, Address to, BigInteger value, Bytes data) throws ProblemException {
        return attempt(from, to, value, data, DefaultBlockParameterName.LATEST);
    }

    private CallOutcome attempt(Address from, Address to, BigInteger value, Bytes data, DefaultBlockParameter block)
            throws ProblemException {
        var call = new Transaction(from.toString(), null, null, null, to.toString(), value, data.toHex());
        return node.call(
                "a call of " + to,
                () -> outcome(to, node.web3j().ethCall(call, block).send()));
    }

    private CallOutcome outcome(Address to, EthCall answer) throws ProblemException {
        if (answer.hasError()) {
            var reason = reason(answer);
            return new CallOutcome.Reverted(reason.orElseThrow(() -> refused("a call of " + to, answer.getError())));
        }
        return new CallOutcome.Returned(Bytes.fromHex(node.result("a call of " + to, answer)));
    }

    private static ProblemException refused(String what, Response.Error error) {
        return new ProblemException(Problem.of(
                "The node refused " + what + ": " + EthereumNode.plain(error.getMessage()) + ".",
                "Ask another node, or try again."));
    }

    /// What the contract gave back, if it was the contract that refused.
    private Optional<RevertReason> reason(Response<?> answer) {
        var error = answer.getError();
        var returned = returned(error.getData());
        if (returned.isPresent()) {
            return Optional.of(RevertReason.read(returned.get(), errors));
        }
        var words = EthereumNode.plain(error.getMessage());
        if (!words.contains("revert")) {
            return Optional.empty();
        }
        var at = words.indexOf(REVERTED + ": ");
        return Optional.of(
                at < 0 ? new RevertReason.Nothing() : RevertReason.said(words.substring(at + REVERTED.length() + 2)));
    }

    private static Optional<Bytes> returned(@Nullable Object data) {
        var text = data == null ? "" : data.toString().replace("\"", "").strip();
        return text.matches("0x(?:[0-9a-fA-F]{2})*") && text.length() <= MOST_REVERT
                ? Optional.of(Bytes.parse(text))
                : Optional.empty();
    }

    @Override
    public BigInteger gas(Address from, Address to, Bytes data) throws ProblemException {
        var call = Transaction.createFunctionCallTransaction(
                from.toString(), null, null, null, to.toString(), data.toHex());
        return node.call("how much gas it takes", () -> {
            var answer = node.web3j().ethEstimateGas(call).send();
            if (answer.hasError()) {
                var reason = reason(answer)
                        .map(RevertReason::words)
                        .orElseGet(() -> EthereumNode.plain(answer.getError().getMessage()));
                throw new ProblemException(
                        Problem.of("It would not be carried out: " + reason + ".", "Find out why before it is sent."));
            }
            return answer.getAmountUsed();
        });
    }

    @Override
    public BigInteger blockGas() throws ProblemException {
        return node.call(
                "the newest block",
                () -> node.result(
                                "the newest block",
                                node.web3j()
                                        .ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false)
                                        .send())
                        .getGasLimit());
    }

    @Override
    public FeeHistory fees() throws ProblemException {
        var what = "what recent blocks cost";
        return node.call(what, () -> {
            var percentiles = Arrays.stream(Speed.values())
                    .map(speed -> (double) speed.percentile())
                    .toList();
            var history = node.result(
                    what,
                    node.web3j()
                            .ethFeeHistory(BLOCKS, DefaultBlockParameterName.LATEST, percentiles)
                            .send());
            var bases = history.getBaseFeePerGas();
            if (bases == null || bases.isEmpty() || bases.size() > BLOCKS + 1) {
                throw new ProblemException(Problem.of(
                        "The node does not say what the next block costs.",
                        "The network may be one without EIP-1559; ask another node."));
            }
            return new FeeHistory(Word.requireFits(bases.getLast()), tips(history.getReward()));
        });
    }

    private static List<Map<Speed, BigInteger>> tips(@Nullable List<List<BigInteger>> rewards) {
        var tips = new ArrayList<Map<Speed, BigInteger>>();
        for (var block : rewards == null ? List.<List<BigInteger>>of() : rewards) {
            if (tips.size() < BLOCKS && block.size() == Speed.values().length) {
                var tip = new EnumMap<Speed, BigInteger>(Speed.class);
                var rest = block.iterator();
                for (var speed : Speed.values()) {
                    tip.put(speed, Word.requireFits(rest.next()));
                }
                tips.add(tip);
            }
        }
        return tips;
    }

    @Override
    public BigInteger accountNonce(Address account) throws ProblemException {
        var what = "how many transactions " + account + " has sent";
        return node.call(what, () -> {
            var answer = node.web3j()
                    .ethGetTransactionCount(account.toString(), DefaultBlockParameterName.LATEST)
                    .send();
            node.result(what, answer);
            return answer.getTransactionCount();
        });
    }

    @Override
    public Hash32 send(Bytes signed) throws ProblemException {
        var hash = Keccak.hash(signed);
        try {
            var answer = node.web3j().ethSendRawTransaction(signed.toHex()).send();
            if (answer.hasError() && !isKnown(answer.getError().getMessage())) {
                throw new ProblemException(new Problem(
                        "The node did not take the transaction: "
                                + EthereumNode.plain(answer.getError().getMessage()) + ".",
                        "It was not handed on, as far as the node says.",
                        "Check the account's balance and its other transactions, then prepare it again."));
            }
            return hash;
        } catch (IOException broken) {
            throw new ProblemException(
                    new Problem(
                            "The node broke off while transaction " + hash + " was handed in.",
                            "It may be under way, and it may not.",
                            "Look for it before it is sent again."),
                    broken);
        }
    }

    /// Handed in twice, it is under way all the same.
    private static boolean isKnown(@Nullable String words) {
        return words != null && (words.contains("already known") || words.contains("already imported"));
    }

    @Override
    public Optional<OuterReceipt> receipt(Hash32 transaction) throws ProblemException {
        return node.call(
                "the receipt of " + transaction,
                () -> node.web3j()
                        .ethGetTransactionReceipt(transaction.toString())
                        .send()
                        .getTransactionReceipt()
                        .map(ChainExecution::receipt));
    }

    private static OuterReceipt receipt(TransactionReceipt receipt) {
        return new OuterReceipt(
                Hash32.fromHex(receipt.getTransactionHash()),
                receipt.getBlockNumber().longValueExact(),
                receipt.isStatusOK(),
                said(receipt.getLogs(), SUCCESS),
                said(receipt.getLogs(), FAILURE));
    }

    private static Set<OuterReceipt.Said> said(List<Log> logs, Hash32 event) {
        var said = new HashSet<OuterReceipt.Said>();
        for (var log : logs) {
            if (!log.getTopics().isEmpty()
                    && Hash32.fromHex(log.getTopics().getFirst()).equals(event)) {
                hash(log).ifPresent(hash -> said.add(new OuterReceipt.Said(Address.parse(log.getAddress()), hash)));
            }
        }
        return said;
    }

    /// The hash that the event is about: indexed since 1.4.0, and before that the first word of the data.
    private static Optional<Hash32> hash(Log log) {
        if (log.getTopics().size() > 1) {
            return Optional.of(Hash32.fromHex(log.getTopics().get(1)));
        }
        var data = Bytes.fromHex(log.getData());
        return data.length() == 2 * Word.LENGTH
                ? Optional.of(new Hash32(data.slice(0, Word.LENGTH)))
                : Optional.empty();
    }

    @Override
    public RevertReason reason(Hash32 transaction) throws ProblemException {
        var what = "the transaction " + transaction;
        var sent = node.call(
                what,
                () -> node.web3j()
                        .ethGetTransactionByHash(transaction.toString())
                        .send()
                        .getTransaction()
                        .orElseThrow(() -> new ProblemException(
                                Problem.of("The node does not have " + what + " any more.", "Ask another node."))));
        for (var back : List.of(BigInteger.ONE, BigInteger.ZERO)) {
            var outcome = attempt(
                    Address.parse(sent.getFrom()),
                    Address.parse(sent.getTo()),
                    sent.getValue(),
                    Bytes.fromHex(sent.getInput()),
                    DefaultBlockParameter.valueOf(sent.getBlockNumber().subtract(back)));
            if (outcome instanceof CallOutcome.Reverted(var reason)) {
                return reason;
            }
        }
        return new RevertReason.Nothing();
    }

    @Override
    public Optional<ExecutedTransaction> executed(Address safe, BigInteger nonce) throws ProblemException {
        var logs = new ArrayList<>(
                node.logs(safe, List.of(SUCCESS, FAILURE), 0, node.head().number()));
        if (nonce.compareTo(BigInteger.valueOf(logs.size())) >= 0) {
            return Optional.empty();
        }
        var log = logs.get(nonce.intValueExact());
        var transaction = Hash32.fromHex(log.getTransactionHash());
        var input = node.input(transaction);
        return hash(log)
                .map(hash -> new ExecutedTransaction(
                        hash,
                        transaction,
                        log.getBlockNumber().longValueExact(),
                        Hash32.fromHex(log.getTopics().getFirst()).equals(SUCCESS),
                        input));
    }

    /// The one value that a view function answers.
    private AbiValue ask(Address from, Address contract, String type, FunctionSignature function, AbiValue... arguments)
            throws ProblemException {
        return switch (attempt(from, contract, BigInteger.ZERO, AbiEncoder.call(function, Arrays.asList(arguments)))) {
            case CallOutcome.Returned(var value) -> {
                var decoded = AbiDecoder.values(
                                List.of(new AbiParameter("", AbiType.parse(type))),
                                "the answer of " + contract + " to " + function,
                                value)
                        .required();
                yield decoded.getFirst().value();
            }
            case CallOutcome.Reverted _ -> throw unexpected(contract);
        };
    }

    private static ProblemException unexpected(Address contract) {
        return new ProblemException(
                Problem.of(contract + " does not answer as a Safe does.", "Check the address and the network."));
    }

    private static BigInteger number(AbiValue value) {
        return value instanceof AbiValue.Whole(var number) ? number : BigInteger.ZERO;
    }

    private static String text(AbiValue value) {
        return value instanceof AbiValue.Text(var text) ? text : "";
    }

    private static List<Address> addresses(AbiValue value) {
        return value instanceof AbiValue.Items(var items)
                ? items.stream()
                        .filter(AbiValue.Account.class::isInstance)
                        .map(item -> ((AbiValue.Account) item).address())
                        .toList()
                : List.of();
    }
}
