package org.breakwater.core.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;

/// Which policies are wanted. An empty set wants all.
///
/// @param words each must occur in the policy's number, its holder's address or name, its subject or its pool
/// @param subject number of the only subject wanted
/// @param leastCover assets
public record PolicyFilter(
        String words,
        Set<PolicyState> states,
        Set<Long> pools,
        Optional<Long> subject,
        Set<RiskKind> kinds,
        Optional<BigInteger> leastCover) {

    public static final PolicyFilter ALL =
            new PolicyFilter("", Set.of(), Set.of(), Optional.empty(), Set.of(), Optional.empty());

    public PolicyFilter {
        states = Set.copyOf(states);
        pools = Set.copyOf(pools);
        kinds = Set.copyOf(kinds);
    }

    /// The words one by one, in lower case.
    public List<String> wordList() {
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public PolicyFilter withWords(String newWords) {
        return new PolicyFilter(newWords, states, pools, subject, kinds, leastCover);
    }

    public PolicyFilter withStates(Set<PolicyState> newStates) {
        return new PolicyFilter(words, newStates, pools, subject, kinds, leastCover);
    }

    public PolicyFilter withPools(Set<Long> newPools) {
        return new PolicyFilter(words, states, newPools, subject, kinds, leastCover);
    }

    public PolicyFilter withSubject(Optional<Long> newSubject) {
        return new PolicyFilter(words, states, pools, newSubject, kinds, leastCover);
    }

    public PolicyFilter withKinds(Set<RiskKind> newKinds) {
        return new PolicyFilter(words, states, pools, subject, newKinds, leastCover);
    }

    public PolicyFilter withLeastCover(Optional<BigInteger> newCover) {
        return new PolicyFilter(words, states, pools, subject, kinds, newCover);
    }
}
