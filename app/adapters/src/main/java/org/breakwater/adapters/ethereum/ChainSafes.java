package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.safe.SafeSetup.Executed;
import org.breakwater.core.safe.SafeSetup.SignedMessage;
import org.breakwater.core.safe.SafeSetups;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.core.value.Word;
import org.web3j.protocol.core.methods.response.Log;

/// Safes as of one block, by their storage (`SafeStorage.sol`; the same in 1.3.0, 1.4.1 and 1.5.0). A Safe's own view
/// functions run the code behind it, which may lie; its storage does not.
public final class ChainSafes implements SafeSetups {

    private static final Function VERSION = Function.parse("VERSION()", "(string)");
    private static final ContractAbi TOKEN = ContractAbi.of("LocalToken");

    private static final long SINGLETON = 0;
    private static final long MODULES = 1;
    private static final long OWNERS = 2;
    private static final long OWNER_COUNT = 3;
    private static final long THRESHOLD = 4;
    private static final long NONCE = 5;

    private static final Hash32 GUARD = Keccak.hash("guard_manager.guard.address");
    private static final Hash32 MODULE_GUARD = Keccak.hash("module_manager.module_guard.address");
    private static final Hash32 FALLBACK_HANDLER = Keccak.hash("fallback_manager.handler.address");

    /// Begins and ends the lists of owners and modules.
    private static final Address SENTINEL = new Address(Word.of(1).slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));

    /// Longer lists than any published Safe is known to have.
    private static final int MOST_LISTED = 200;

    private static final Hash32 SUCCESS = Keccak.hash("ExecutionSuccess(bytes32,uint256)");
    private static final Hash32 FAILURE = Keccak.hash("ExecutionFailure(bytes32,uint256)");
    private static final Hash32 MESSAGE = Keccak.hash("SignMsg(bytes32)");

    /// A transaction that is in a block.
    private record Sent(Instant at, Bytes input) {}

    private final Map<Hash32, Sent> sent = new ConcurrentHashMap<>();
    private final EthereumNode node;
    private final Address asset;

    /// @param asset the settlement asset
    public ChainSafes(EthereumNode node, Address asset) {
        this.node = node;
        this.asset = asset;
    }

    @Override
    public SafeSetup setup(Address safe, BlockRef block) throws ProblemException {
        return new Reading(new BlockView(node, block), safe).setup();
    }

    /// One Safe at one block.
    private final class Reading {

        private final BlockView view;
        private final Address safe;

        Reading(BlockView view, Address safe) {
            this.view = view;
            this.safe = safe;
        }

        SafeSetup setup() throws ProblemException {
            var logs = node.logs(
                    safe, List.of(SUCCESS, FAILURE, MESSAGE), 0, view.block().number());
            var owners = list(OWNERS);
            if (!number(OWNER_COUNT).equals(BigInteger.valueOf(owners.size()))) {
                throw new ProblemException(new Problem(
                        "The Safe " + safe + " counts other owners than its list has.",
                        "Its storage was written by something else than its own functions.",
                        "Sign nothing for it, and find out what changed it."));
            }
            return new SafeSetup(
                    safe,
                    view.call("the version of " + safe, safe, VERSION).get(0),
                    address(slot(SINGLETON)).orElse(Address.ZERO),
                    owners,
                    number(THRESHOLD).intValueExact(),
                    number(NONCE),
                    list(MODULES),
                    address(GUARD),
                    address(MODULE_GUARD),
                    address(FALLBACK_HANDLER),
                    List.of(view.balance(safe), held()),
                    executed(logs),
                    messages(logs));
        }

        private static Hash32 slot(long number) {
            return new Hash32(Word.of(number));
        }

        private BigInteger number(long slot) throws ProblemException {
            return view.storage(safe, slot(slot)).bytes().toUnsigned();
        }

        private Optional<Address> address(Hash32 slot) throws ProblemException {
            var word = view.storage(safe, slot).bytes();
            var account = new Address(word.slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
            return account.isZero() ? Optional.empty() : Optional.of(account);
        }

        /// A linked list: each entry's slot holds the next, from the sentinel round to it.
        private List<Address> list(long mapping) throws ProblemException {
            var listed = new ArrayList<Address>();
            var at = SENTINEL;
            while (listed.size() <= MOST_LISTED) {
                var next = address(Keccak.hash(Bytes.concat(Word.of(at), Word.of(mapping))));
                if (next.isEmpty() || next.get().equals(SENTINEL)) {
                    return listed;
                }
                at = next.get();
                listed.add(at);
            }
            throw new ProblemException(Problem.of(
                    "The Safe " + safe + " lists more than " + MOST_LISTED + " accounts.",
                    "Check that it is a Safe, and ask another node."));
        }

        private TokenAmount held() throws ProblemException {
            var units = view.call(
                    "what " + safe + " holds", asset, TOKEN.function("balanceOf"), ChainAuthority.headlong(safe));
            var decimals = view.call("the decimals of " + asset, asset, TOKEN.function("decimals"));
            var symbol = view.call("the symbol of " + asset, asset, TOKEN.function("symbol"));
            return new TokenAmount(units.get(0), decimals.<Number>get(0).intValue(), symbol.get(0));
        }

        private List<Executed> executed(List<Log> logs) throws ProblemException {
            var executed = new ArrayList<Executed>();
            for (var log : logs) {
                if (!topic(log).equals(MESSAGE)) {
                    var transaction = Hash32.fromHex(log.getTransactionHash());
                    var number = log.getBlockNumber().longValueExact();
                    var sent = sent(transaction, number);
                    executed.add(new Executed(
                            argument(log),
                            transaction,
                            number,
                            sent.at(),
                            topic(log).equals(SUCCESS),
                            sent.input()));
                }
            }
            return executed;
        }

        private Sent sent(Hash32 transaction, long number) throws ProblemException {
            var known = sent.get(transaction);
            if (known == null) {
                known = new Sent(node.block(number).time(), node.input(transaction));
                sent.put(transaction, known);
            }
            return known;
        }

        private static List<SignedMessage> messages(List<Log> logs) {
            return logs.stream()
                    .filter(log -> topic(log).equals(MESSAGE))
                    .map(log -> new SignedMessage(
                            argument(log), log.getBlockNumber().longValueExact()))
                    .toList();
        }

        private static Hash32 topic(Log log) {
            return Hash32.fromHex(log.getTopics().getFirst());
        }

        /// The hash that the event is about: indexed in some versions, and before that the first word of the data.
        private static Hash32 argument(Log log) {
            return log.getTopics().size() > 1
                    ? Hash32.fromHex(log.getTopics().get(1))
                    : new Hash32(Bytes.fromHex(log.getData()).slice(0, Word.LENGTH));
        }
    }
}
