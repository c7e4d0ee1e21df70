package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeSetup.Executed;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.utils.Numeric;

/// What a service needs to know of Safes, as of the newest block.
public final class SafeReader {

    private static final Hash32 PROXY_CREATION = Keccak.hash("ProxyCreation(address,address)");

    private static final Function APPROVED = Function.parse("approvedHashes(address,bytes32)", "(uint256)");
    private static final Function IS_VALID = Function.parse("isValidSignature(bytes32,bytes)", "(bytes4)");
    private static final Function IS_VALID_LEGACY = Function.parse("isValidSignature(bytes,bytes)", "(bytes4)");
    private static final Function CREATE = Function.parse("createProxyWithNonce(address,bytes,uint256)");

    private final EthereumNode node;

    public SafeReader(EthereumNode node) {
        this.node = node;
    }

    public ChainId chain() {
        return node.chain();
    }

    public BlockRef head() throws ProblemException {
        return node.head();
    }

    /// Whether the chain still has a block that it had.
    public boolean has(BlockRef block) throws ProblemException {
        return block.number() <= head().number() && node.block(block.number()).equals(block);
    }

    /// A Safe; nothing where there is no contract that is built like one.
    public Optional<ServedSafe> safe(Address address) throws ProblemException {
        var viewed = new ViewedSafe(view(), address);
        var threshold = viewed.threshold();
        if (threshold.signum() == 0 || threshold.bitLength() >= Integer.SIZE - 1) {
            return Optional.empty();
        }
        var version = viewed.versionIfAny();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        var configuration = viewed.configuration();
        return Optional.of(new ServedSafe(
                address,
                configuration.nonce(),
                threshold.intValueExact(),
                configuration.owners(),
                configuration.singleton(),
                configuration.modules(),
                configuration.fallbackHandler(),
                configuration.guard(),
                configuration.moduleGuard(),
                version.get()));
    }

    private BlockView view() throws ProblemException {
        return new BlockView(node, node.head());
    }

    /// Whether an owner has approved a hash on chain.
    public boolean isApproved(Address safe, Address owner, Hash32 hash) throws ProblemException {
        return view().attempt(
                        "the approvals of " + safe,
                        safe,
                        APPROVED,
                        ChainAuthority.headlong(owner),
                        hash.bytes().toArray())
                .map(answer -> answer.<BigInteger>get(0).signum() != 0)
                .orElse(false);
    }

    /// Whether a contract accepts a signature (EIP-1271), in the way of today or in the one before.
    ///
    /// @param preimage whose hash is signed
    public boolean isAccepted(Address contract, Hash32 hash, Bytes preimage, Bytes signature) throws ProblemException {
        return accepts(contract, IS_VALID, hash.bytes(), signature)
                || accepts(contract, IS_VALID_LEGACY, preimage, signature);
    }

    private boolean accepts(Address contract, Function function, Bytes signed, Bytes signature)
            throws ProblemException {
        return view().attempt("the signature of " + contract, contract, function, signed.toArray(), signature.toArray())
                .map(answer -> Arrays.equals(answer.<byte[]>get(0), function.selector()))
                .orElse(false);
    }

    /// The gas that a call of a Safe needs; nothing where it fails, and for code that would run as the Safe.
    public Optional<BigInteger> estimate(Address safe, SafeCall call) throws ProblemException {
        if (call.operation() != Operation.CALL) {
            return Optional.empty();
        }
        var request = Transaction.createFunctionCallTransaction(
                safe.toString(),
                null,
                null,
                null,
                call.to().toString(),
                call.value(),
                call.data().toHex());
        var answer = node.call(
                "the gas of a call of " + safe,
                () -> node.web3j().ethEstimateGas(request).send());
        return answer.hasError() ? Optional.empty() : Optional.of(answer.getAmountUsed());
    }

    /// What was executed, with who sent it and what it cost.
    ///
    /// @param payment what the Safe refunded
    public record Execution(
            Executed executed, Address sender, BigInteger gasUsed, BigInteger gasPrice, BigInteger payment) {}

    /// What a Safe executed in some blocks, oldest first.
    public List<Execution> executions(Address safe, long from, long to) throws ProblemException {
        var logs = node.logs(safe, List.of(SafeLog.SUCCESS, SafeLog.FAILURE), from, to);
        return Together.ask(logs, log -> execution(new SafeLog(log)));
    }

    private Execution execution(SafeLog log) throws ProblemException {
        var what = "the receipt of " + log.transaction();
        var receipt = node.call(
                what,
                () -> node.result(
                        what,
                        node.web3j()
                                .ethGetTransactionReceipt(log.transaction().toString())
                                .send()));
        return new Execution(
                new Executed(
                        log.hash(),
                        log.transaction(),
                        log.block(),
                        node.block(log.block()).time(),
                        log.topic().equals(SafeLog.SUCCESS),
                        node.input(log.transaction())),
                Address.parse(receipt.getFrom()),
                receipt.getGasUsed(),
                Numeric.decodeQuantity(receipt.getEffectiveGasPrice()),
                log.payment());
    }

    /// How a proxy was made.
    ///
    /// @param setup what the new Safe was called with; empty where the factory was not called directly
    public record Creation(
            Address safe,
            Instant at,
            Address creator,
            Hash32 transaction,
            Address factory,
            Address singleton,
            Bytes setup,
            Optional<BigInteger> saltNonce) {}

    /// The proxies that some factories have made, oldest first.
    public List<Address> proxies(Collection<Address> factories) throws ProblemException {
        var proxies = new ArrayList<Address>();
        var head = node.head().number();
        for (var factory : factories) {
            for (var log : node.logs(factory, List.of(PROXY_CREATION), 0, head)) {
                proxies.add(proxy(log));
            }
        }
        return proxies;
    }

    /// How one of them was made.
    public Optional<Creation> creation(Address safe, Collection<Address> factories) throws ProblemException {
        var head = node.head().number();
        for (var factory : factories) {
            for (var log : node.logs(factory, List.of(PROXY_CREATION), 0, head)) {
                if (proxy(log).equals(safe)) {
                    return Optional.of(creation(safe, factory, log));
                }
            }
        }
        return Optional.empty();
    }

    private Creation creation(Address safe, Address factory, Log log) throws ProblemException {
        var transaction = Hash32.fromHex(log.getTransactionHash());
        var what = "the transaction " + transaction;
        var sender = node.call(
                what,
                () -> Address.parse(node.result(
                                what,
                                node.web3j()
                                        .ethGetTransactionReceipt(transaction.toString())
                                        .send())
                        .getFrom()));
        var call = called(node.input(transaction));
        return new Creation(
                safe,
                node.block(log.getBlockNumber().longValueExact()).time(),
                sender,
                transaction,
                factory,
                new ViewedSafe(view(), safe).configuration().singleton(),
                call.map(arguments -> Bytes.of(arguments.get(1))).orElse(Bytes.EMPTY),
                call.map(arguments -> arguments.get(2)));
    }

    private static Optional<Tuple> called(Bytes input) {
        if (!input.startsWith(Bytes.of(CREATE.selector()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(CREATE.decodeCall(input.toArray()));
        } catch (IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }

    /// The proxy is a topic since 1.4.1 and the first word of the data before.
    private static Address proxy(Log log) {
        var word = Bytes.fromHex(log.getTopics().size() > 1 ? log.getTopics().get(1) : log.getData());
        return new Address(word.slice(12, 32));
    }
}
