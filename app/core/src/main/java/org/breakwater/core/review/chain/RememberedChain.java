package org.breakwater.core.review.chain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Asks each question once, whatever came of it: checks that ask the same see the same. For one thread.
public final class RememberedChain implements ReviewChain {

    private final ReviewChain chain;
    private final Map<Question, Answer> answers = new HashMap<>();

    public RememberedChain(ReviewChain chain) {
        this.chain = chain;
    }

    private record Question(String what, Object about) {}

    private sealed interface Answer {}

    private record Given(Object value) implements Answer {}

    private record Failed(ProblemException problem) implements Answer {}

    private interface Asking<T> {
        T ask() throws ProblemException;
    }

    @SuppressWarnings("unchecked") // a question's name fixes the type of its answer
    private <T> T once(String what, Object about, Asking<T> asking) throws ProblemException {
        var question = new Question(what, about);
        var known = answers.get(question);
        if (known == null) {
            known = ask(asking);
            answers.put(question, known);
        }
        return switch (known) {
            case Given(var value) -> (T) value;
            case Failed(var problem) -> throw problem;
        };
    }

    private static <T> Answer ask(Asking<T> asking) {
        try {
            return new Given(asking.ask());
        } catch (ProblemException failed) {
            return new Failed(failed);
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
    public Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException {
        return once("call", List.of(contract, calldata), () -> chain.call(contract, calldata));
    }

    @Override
    public Simulation simulate(SimulatedCall call) throws ProblemException {
        return once("simulate", call, () -> chain.simulate(call));
    }

    @Override
    public Instant codeSince(Address contract) throws ProblemException {
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
