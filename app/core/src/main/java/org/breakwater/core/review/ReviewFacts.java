package org.breakwater.core.review;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.review.check.Imitation;
import org.breakwater.core.review.check.MoneyFlow;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;

/// What a review has to show besides its checks.
///
/// @param safe whom the Safe obeys before; nothing where its storage could not be read
/// @param changes what a simulation changes; empty where none could be made, which a check says
/// @param flows what moves by the calls' bytes
/// @param imitations addresses that could be taken for others
/// @param decimals of the tokens that are named, as their contracts say it
/// @param names of the addresses that are named, where somebody vouches for them
/// @param gas that an execution uses; nothing where none could be simulated or it fails
public record ReviewFacts(
        Optional<SafeConfiguration> safe,
        List<StateChange> changes,
        List<MoneyFlow> flows,
        List<Imitation> imitations,
        Map<Address, Integer> decimals,
        Map<Address, String> names,
        Optional<BigInteger> gas) {

    public ReviewFacts {
        changes = List.copyOf(changes);
        flows = List.copyOf(flows);
        imitations = List.copyOf(imitations);
        decimals = Map.copyOf(decimals);
        names = Map.copyOf(names);
    }
}
