package org.breakwater.adapters.ethereum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ExecutionSigners;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.watch.SafeSignings;
import org.breakwater.core.watch.SignedHistory;
import org.breakwater.core.watch.SignedHistory.Execution;
import org.breakwater.core.watch.SignedHistory.OwnersAct;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.Transaction;

/// Who signed what a Safe executed, by one node: its own events, and the transaction behind each execution.
///
/// @param recovery of those who signed
public record NodeSignings(EthereumNode node, SignatureRecovery recovery) implements SafeSignings {

    private static final long BLOCKS_AT_ONCE = 50_000;
    private static final Set<Hash32> EXECUTIONS = Set.of(SafeLog.SUCCESS, SafeLog.FAILURE);
    private static final Set<Hash32> EVENTS =
            Set.of(SafeLog.SUCCESS, SafeLog.FAILURE, SafeLog.APPROVAL, SafeLog.OWNER_ADDED);

    /// An event of the Safe that was asked for.
    ///
    /// @param about the hash that was executed or approved; empty where an owner was added
    /// @param owner who approved or was added; empty for an execution
    private record Said(
            Hash32 kind,
            Hash32 transaction,
            long block,
            Hash32 blockHash,
            Optional<Hash32> about,
            Optional<Address> owner) {}

    @Override
    public SignedHistory read(Address safe, Optional<SignedHistory> before) throws ProblemException {
        var through = node.finalBlock();
        var known = before.isPresent() && has(before.get().through()) ? before : Optional.<SignedHistory>empty();
        if (known.isPresent() && known.get().through().number() >= through.number()) {
            return known.get();
        }
        var from = known.isPresent()
                ? known.get().through().number() + 1
                : firstSince(through.time().minus(SignedHistory.HORIZON), through);
        var later = new Reading(safe, from, through).history();
        return known.map(earlier -> earlier.and(later)).orElse(later);
    }

    private boolean has(BlockRef block) throws ProblemException {
        return block.number() <= node.head().number()
                && node.block(block.number()).equals(block);
    }

    /// The height of the first block that is not before a time; blocks' times never fall.
    private long firstSince(Instant time, BlockRef last) throws ProblemException {
        var low = 0L;
        var high = last.number();
        while (low < high) {
            var middle = low + (high - low) / 2;
            if (node.block(middle).time().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Some blocks of one Safe.
    private final class Reading {

        private final Address safe;
        private final long from;
        private final BlockRef through;
        private final Map<Long, Instant> times = new HashMap<>();

        Reading(Address safe, long from, BlockRef through) {
            this.safe = safe;
            this.from = from;
            this.through = through;
        }

        SignedHistory history() throws ProblemException {
            var all = events();
            var together = repeated(all.stream().filter(this::isExecution).map(Said::transaction));
            var executed = newest(all.stream().filter(this::isExecution));
            var acts = newest(all.stream().filter(said -> !isExecution(said)));
            time(Stream.concat(executed.stream(), acts.stream()).toList());
            return new SignedHistory(
                    safe,
                    from,
                    through,
                    settledOwners(),
                    Together.ask(executed, said -> execution(said, together.contains(said.transaction()))),
                    acts.stream().map(this::act).toList());
        }

        /// The owners of now without those who were added later than what is read.
        private Set<Address> settledOwners() throws ProblemException {
            var head = node.head();
            var owners = new HashSet<>(SafeStorageReading.at(node, safe, head).owners());
            if (head.number() > through.number()) {
                events(Set.of(SafeLog.OWNER_ADDED), through.number() + 1, head.number())
                        .forEach(said -> said.owner().ifPresent(owners::remove));
            }
            return owners;
        }

        private boolean isExecution(Said said) {
            return EXECUTIONS.contains(said.kind());
        }

        private List<Said> events() throws ProblemException {
            var all = new ArrayList<Said>();
            for (long first = from; first <= through.number(); first += BLOCKS_AT_ONCE) {
                var last = Math.min(through.number(), first + BLOCKS_AT_ONCE - 1);
                all.addAll(events(EVENTS, first, last));
            }
            return all;
        }

        private List<Said> events(Set<Hash32> kinds, long first, long last) throws ProblemException {
            var events = new ArrayList<Said>();
            for (var log : node.logs(safe, kinds, first, last)) {
                events.add(said(log, kinds, first, last));
            }
            return events;
        }

        private Said said(Log log, Set<Hash32> kinds, long first, long last) throws ProblemException {
            return node.call("the events of " + safe, () -> {
                var said = new SafeLog(log);
                var kind = said.topic();
                if (!Address.parse(log.getAddress()).equals(safe)
                        || !kinds.contains(kind)
                        || said.block() < first
                        || said.block() > last) {
                    throw notAsked("an event of block " + said.block() + " of " + log.getAddress());
                }
                var isAdded = kind.equals(SafeLog.OWNER_ADDED);
                return new Said(
                        kind,
                        said.transaction(),
                        said.block(),
                        Hash32.fromHex(log.getBlockHash()),
                        isAdded ? Optional.empty() : Optional.of(said.hash()),
                        owner(said, kind));
            });
        }

        private static Optional<Address> owner(SafeLog said, Hash32 kind) {
            if (EXECUTIONS.contains(kind)) {
                return Optional.empty();
            }
            return Optional.of(kind.equals(SafeLog.OWNER_ADDED) ? said.added() : said.approver());
        }

        private static List<Said> newest(Stream<Said> all) {
            var list = all.toList();
            return list.subList(Math.max(0, list.size() - SignedHistory.MOST), list.size());
        }

        /// Transactions with more than one execution: which of them the calldata are of is not known.
        private static Set<Hash32> repeated(Stream<Hash32> transactions) {
            var once = new HashSet<Hash32>();
            var repeated = new HashSet<Hash32>();
            transactions.filter(each -> !once.add(each)).forEach(repeated::add);
            return repeated;
        }

        private void time(List<Said> events) throws ProblemException {
            var blocks = new HashMap<Long, Hash32>();
            for (var said : events) {
                if (!said.blockHash().equals(blocks.computeIfAbsent(said.block(), _ -> said.blockHash()))) {
                    throw notAsked("two hashes of block " + said.block());
                }
            }
            for (var block : Together.ask(blocks.keySet(), node::block)) {
                if (!block.hash().equals(blocks.get(block.number()))) {
                    throw notAsked("events of another block " + block.number());
                }
                times.put(block.number(), block.time());
            }
        }

        private Instant at(Said said) {
            return Optional.ofNullable(times.get(said.block())).orElseThrow();
        }

        private Execution execution(Said said, boolean isOneOfSeveral) throws ProblemException {
            var hash = said.about().orElseThrow();
            var signers = isOneOfSeveral ? Optional.<Set<Address>>empty() : signers(said.transaction(), hash);
            return new Execution(hash, said.block(), at(said), signers);
        }

        /// Where the Safe was called directly.
        private Optional<Set<Address>> signers(Hash32 transaction, Hash32 safeTxHash) throws ProblemException {
            var what = "the transaction " + transaction;
            return node.call(what, () -> {
                Transaction sent = node.result(
                        what,
                        node.web3j()
                                .ethGetTransactionByHash(transaction.toString())
                                .send());
                if (!Hash32.fromHex(sent.getHash()).equals(transaction)) {
                    throw notAsked("the transaction " + sent.getHash());
                }
                return sent.getTo() != null && Address.parse(sent.getTo()).equals(safe)
                        ? ExecutionSigners.of(Bytes.fromHex(sent.getInput()), safeTxHash, recovery)
                        : Optional.empty();
            });
        }

        private OwnersAct act(Said said) {
            var owner = said.owner().orElseThrow();
            return said.about()
                    .<OwnersAct>map(hash -> new OwnersAct.Approved(owner, said.block(), at(said), hash))
                    .orElseGet(() -> new OwnersAct.Joined(owner, said.block(), at(said)));
        }
    }

    private ProblemException notAsked(String what) {
        return new ProblemException(Problem.of(
                "The node at " + node.name() + " gave what was not asked for: " + EthereumNode.plain(what) + ".",
                "Ask another node."));
    }
}
