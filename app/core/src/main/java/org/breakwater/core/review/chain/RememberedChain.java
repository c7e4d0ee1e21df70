package org.breakwater.core.review.chain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.proof.BlockHeader;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Asks each question once, whatever came of it: checks that ask the same see the same. Several threads may ask; the
/// chain is asked a few questions at a time.
public final class RememberedChain implements ReviewChain {

    /// As many as any node allows.
    private static final int AT_ONCE = 8;

    private final ReviewChain chain;
    private final boolean keepsFailures;
    private final Map<Key, FutureTask<Answer>> answers = new ConcurrentHashMap<>();
    private final Semaphore atOnce = new Semaphore(AT_ONCE);

    /// For one review, whose checks see the same failures too.
    public RememberedChain(ReviewChain chain) {
        this(chain, true);
    }

    private RememberedChain(ReviewChain chain, boolean keepsFailures) {
        this.chain = chain;
        this.keepsFailures = keepsFailures;
    }

    /// For all reviews as of one block: what could not be told to one of them is asked again for the next.
    public static RememberedChain forReviews(ReviewChain chain) {
        return new RememberedChain(chain, false);
    }

    private record Key(String what, Object about) {}

    private sealed interface Answer {}

    private record Given(Object value) implements Answer {}

    private record Failed(ProblemException problem) implements Answer {}

    private interface Asking<T> {
        T ask() throws ProblemException;
    }

    /// Whoever asks first asks the chain; the others wait for the same answer.
    @SuppressWarnings("unchecked") // a question's name fixes the type of its answer
    private <T> T once(String what, Object about, Asking<T> asking) throws ProblemException {
        var key = new Key(what, about);
        var mine = new FutureTask<>(() -> ask(asking));
        var known = answers.putIfAbsent(key, mine);
        if (known == null) {
            mine.run();
        }
        var asked = known == null ? mine : known;
        return switch (answered(asked)) {
            case Given(var value) -> (T) value;
            case Failed(var problem) when keepsFailures -> throw problem;
            case Failed(var problem) -> {
                answers.remove(key, asked);
                if (known == null) {
                    throw problem;
                }
                // It was another review's question, which may have been cancelled.
                yield once(what, about, asking);
            }
        };
    }

    private static Answer answered(FutureTask<Answer> asked) throws ProblemException {
        try {
            return asked.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static ProblemException cancelled(InterruptedException interrupted) {
        return new ProblemException(Problem.of("The review was cancelled.", ""), interrupted);
    }

    private <T> Answer ask(Asking<T> asking) {
        try {
            atOnce.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Failed(cancelled(interrupted));
        }
        try {
            return new Given(asking.ask());
        } catch (ProblemException failed) {
            return new Failed(failed);
        } finally {
            atOnce.release();
        }
    }

    @Override
    public ChainId chain() {
        return chain.chain();
    }

    @Override
    public BlockRef block() {
        return chain.block();
    }

    @Override
    public Bytes code(Address account) throws ProblemException {
        return once("code", account, () -> chain.code(account));
    }

    @Override
    public BigInteger transactions(Address account) throws ProblemException {
        return once("transactions", account, () -> chain.transactions(account));
    }

    @Override
    public BigInteger balance(Address account) throws ProblemException {
        return once("balance", account, () -> chain.balance(account));
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) throws ProblemException {
        return once("storage", List.of(account, slot), () -> chain.storage(account, slot));
    }

    @Override
    public Decoding<BlockHeader> header() throws ProblemException {
        return once("header", "", chain::header);
    }

    @Override
    public ProofAnswer proof(Address account, List<Hash32> slots) throws ProblemException {
        return once("proof", List.of(account, slots), () -> chain.proof(account, slots));
    }

    @Override
    public Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException {
        return once("call", List.of(contract, calldata), () -> chain.call(contract, calldata));
    }

    @Override
    public Simulation simulate(SimulatedCall call) throws ProblemException {
        return once("simulate", call, () -> chain.simulate(call));
    }

    @Override
    public List<Compared> compare(SimulatedCall call, List<Question> questions) throws ProblemException {
        return once("compare", List.of(call, questions), () -> chain.compare(call, questions));
    }

    @Override
    public Optional<Bytes> code(Address account, Instant moment) throws ProblemException {
        return once("codeThen", List.of(account, moment), () -> chain.code(account, moment));
    }

    @Override
    public Optional<Instant> codeSince(Address contract) throws ProblemException {
        return once("codeSince", contract, () -> chain.codeSince(contract));
    }

    @Override
    public Instant began() throws ProblemException {
        return once("began", "", chain::began);
    }

    @Override
    public List<Instant> upgrades(Address proxy) throws ProblemException {
        return once("upgrades", proxy, () -> chain.upgrades(proxy));
    }
}
