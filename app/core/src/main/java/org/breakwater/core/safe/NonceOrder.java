package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// Proposals in the order in which a Safe can execute them: it takes each nonce once, and none before the one before
/// it.
///
/// @param next the nonce that the Safe takes next
/// @param slots in ascending order of their nonces
public record NonceOrder<T>(BigInteger next, List<Slot<T>> slots) {

    /// What stands between a proposal and its execution, besides signatures.
    public enum Position {
        /// Another transaction has used its nonce; it can never be executed.
        USED_UP,
        /// Nothing.
        NEXT,
        /// Proposals before it, all of which are here.
        WAITING,
        /// A nonce before it for which there is no proposal.
        BEHIND_GAP
    }

    /// The proposals of one nonce. Where there are several, executing one ends the others.
    public record Slot<T>(BigInteger nonce, Position position, List<T> proposals) {

        public Slot {
            proposals = List.copyOf(proposals);
        }

        public boolean isContested() {
            return proposals.size() > 1;
        }
    }

    public NonceOrder {
        slots = List.copyOf(slots);
    }

    /// Sorts proposals.
    ///
    /// @param next the nonce of the Safe on chain
    public static <T> NonceOrder<T> of(BigInteger next, List<T> proposals, Function<T, BigInteger> nonce) {
        var byNonce = new TreeMap<BigInteger, List<T>>();
        for (var proposal : proposals) {
            byNonce.computeIfAbsent(nonce.apply(proposal), _ -> new ArrayList<>())
                    .add(proposal);
        }
        var slots = new ArrayList<Slot<T>>();
        var expected = next;
        for (var entry : byNonce.entrySet()) {
            var position = position(next, expected, entry.getKey());
            slots.add(new Slot<>(entry.getKey(), position, entry.getValue()));
            if (entry.getKey().equals(expected)) {
                expected = expected.add(BigInteger.ONE);
            }
        }
        return new NonceOrder<>(next, slots);
    }

    private static Position position(BigInteger next, BigInteger expected, BigInteger nonce) {
        if (nonce.compareTo(next) < 0) {
            return Position.USED_UP;
        }
        if (nonce.equals(next)) {
            return Position.NEXT;
        }
        return nonce.equals(expected) ? Position.WAITING : Position.BEHIND_GAP;
    }

    /// The first nonce for which there is no proposal: a new one's.
    public BigInteger free() {
        var free = next;
        for (var slot : slots) {
            if (slot.nonce().equals(free)) {
                free = free.add(BigInteger.ONE);
            }
        }
        return free;
    }
}
