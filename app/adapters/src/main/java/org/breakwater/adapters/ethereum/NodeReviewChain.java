package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.proof.BlockHeader;
import org.breakwater.core.review.chain.Compared;
import org.breakwater.core.review.chain.ProofAnswer;
import org.breakwater.core.review.chain.Question;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.utils.Numeric;

/// What a review asks, answered by one node as of one block.
public final class NodeReviewChain implements ReviewChain {

    private static final Hash32 UPGRADED = Keccak.hash("Upgraded(address)");

    private final EthereumNode node;
    private final BlockView view;

    private NodeReviewChain(EthereumNode node, BlockRef block) {
        this.node = node;
        this.view = new BlockView(node, block);
    }

    /// As of a block that the node has.
    static NodeReviewChain at(EthereumNode node, BlockRef block) {
        return new NodeReviewChain(node, block);
    }

    /// As of the newest block.
    public static NodeReviewChain atHead(EthereumNode node) throws ProblemException {
        return new NodeReviewChain(node, node.head());
    }

    @Override
    public ChainId chain() {
        return node.chain();
    }

    @Override
    public BlockRef block() {
        return view.block();
    }

    @Override
    public Bytes code(Address account) throws ProblemException {
        return view.code(account);
    }

    @Override
    public BigInteger transactions(Address account) throws ProblemException {
        var what = "how much " + account + " has sent";
        return node.call(
                what,
                () -> Numeric.decodeQuantity(node.result(
                        what,
                        node.web3j()
                                .ethGetTransactionCount(account.toString(), height(block().number()))
                                .send())));
    }

    @Override
    public BigInteger balance(Address account) throws ProblemException {
        return view.balance(account).units();
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) throws ProblemException {
        return view.storage(account, slot);
    }

    @Override
    public Decoding<BlockHeader> header() throws ProblemException {
        return new NodeProofs(node, block()).header();
    }

    @Override
    public ProofAnswer proof(Address account, List<Hash32> slots) throws ProblemException {
        return new NodeProofs(node, block()).proof(account, slots);
    }

    @Override
    public Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException {
        return view.answer("what " + contract + " answers", contract, calldata);
    }

    @Override
    public Simulation simulate(SimulatedCall call) throws ProblemException {
        try {
            return new TracedCall(node, block()).run(call);
        } catch (ProblemException untraced) {
            // many nodes trace nothing for the public
            return new SimulatedBlocks(node, block()).run(call);
        }
    }

    @Override
    public List<Compared> compare(SimulatedCall call, List<Question> questions) throws ProblemException {
        return new SimulatedBlocks(node, block()).compare(call, questions);
    }

    @Override
    public Optional<Bytes> code(Address account, Instant moment) throws ProblemException {
        var number = height(newestUntil(moment));
        try {
            return Optional.of(node.code(account, number));
        } catch (ProblemException refused) {
            if (isDropped(account, number)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// The newest block that is not after a moment; the first where all are.
    private long newestUntil(Instant moment) throws ProblemException {
        long until = 0;
        long after = block().number() + 1;
        while (after - until > 1) {
            var middle = until + (after - until) / 2;
            if (node.block(middle).time().isAfter(moment)) {
                after = middle;
            } else {
                until = middle;
            }
        }
        return until;
    }

    @Override
    public Optional<Instant> codeSince(Address contract) throws ProblemException {
        long without = -1;
        long with = block().number();
        while (with - without > 1) {
            var middle = without + (with - without) / 2;
            var had = hadCode(contract, middle);
            if (had.isEmpty()) {
                return Optional.empty();
            }
            if (had.get()) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return Optional.of(node.block(with).time());
    }

    /// Nothing where the node has dropped the state of that block, which it tells of the old ones alone.
    private Optional<Boolean> hadCode(Address contract, long number) throws ProblemException {
        try {
            return Optional.of(!node.code(contract, height(number)).isEmpty());
        } catch (ProblemException refused) {
            if (isDropped(contract, height(number))) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// Whether the node has no state of that block although it has that of the newest.
    private boolean isDropped(Address contract, DefaultBlockParameter number) throws ProblemException {
        return node.refusalOfState(contract, number).isPresent()
                && node.refusalOfState(contract, height(block().number())).isEmpty();
    }

    @Override
    public Instant began() throws ProblemException {
        // the block before the first may have no time at all
        return node.block(Math.min(1, block().number())).time();
    }

    @Override
    public List<Instant> upgrades(Address proxy) throws ProblemException {
        var blocks = node.logs(proxy, List.of(UPGRADED), 0, block().number()).stream()
                .map(log -> log.getBlockNumber().longValueExact())
                .toList();
        return Together.ask(blocks, number -> node.block(number).time());
    }

    private static DefaultBlockParameter height(long number) {
        return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
    }
}
