package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.review.chain.Simulation.Event;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// What contracts tell of an execution by their events.
public final class SafeEvents {

    private static final Hash32 TRANSFER = Keccak.hash("Transfer(address,address,uint256)");
    private static final Hash32 SUCCESS = Keccak.hash("ExecutionSuccess(bytes32,uint256)");

    private SafeEvents() {}

    /// Tokens that move.
    public record Moved(Address token, Address from, Address to, BigInteger amount) {}

    static Address account(Hash32 topic) {
        return new Address(topic.bytes().slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }

    public static List<Moved> transfers(Simulation simulation) {
        return simulation.events().stream()
                .filter(event -> event.topics().size() == 3)
                .filter(event -> event.topics().getFirst().equals(TRANSFER))
                .filter(event -> event.data().length() == Word.LENGTH)
                .map(event -> new Moved(
                        event.contract(),
                        account(event.topics().get(1)),
                        account(event.topics().get(2)),
                        event.data().toUnsigned()))
                .toList();
    }

    /// Whether a Safe says that it executed a transaction.
    public static boolean executed(Simulation simulation, Address safe, Hash32 safeTxHash) {
        return simulation.succeeded()
                && simulation.events().stream()
                        .anyMatch(event -> event.contract().equals(safe) && isSuccess(event, safeTxHash));
    }

    /// The hash stands in the data up to 1.3.0, and in a topic afterwards.
    private static boolean isSuccess(Event event, Hash32 hash) {
        if (event.topics().isEmpty() || !event.topics().getFirst().equals(SUCCESS)) {
            return false;
        }
        return event.topics().contains(hash)
                || (event.data().length() >= Word.LENGTH
                        && event.data().slice(0, Word.LENGTH).equals(hash.bytes()));
    }

    /// What a token says that an account has.
    public static Optional<BigInteger> balance(ReviewChain chain, Address token, Address holder)
            throws ProblemException {
        return Asked.tokenBalance(chain, token, holder);
    }

    /// How many decimals a token says that it has; nothing where that is no number of decimals.
    public static Optional<Integer> decimals(ReviewChain chain, Address token) throws ProblemException {
        return Asked.number(chain, token, "decimals()")
                .filter(number -> number.compareTo(AmountRules.MOST_DECIMALS) <= 0)
                .map(BigInteger::intValue);
    }
}
