package org.breakwater.core.signing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Safes whose owners were written down when a network could be asked: for a machine that has none. The hash is then
/// computed here alone.
public record KnownOwners(Map<SafeDomain, List<Address>> safes) implements SafeWitness {

    public KnownOwners {
        safes = Map.copyOf(safes);
    }

    @Override
    public List<Address> owners(SafeDomain safe) throws ProblemException {
        var owners = safes.get(safe);
        if (owners == null) {
            throw new ProblemException(Problem.of(
                    "It is not known here who owns the Safe " + safe.safe() + " of version " + safe.version()
                            + " on chain " + safe.chainId() + ".",
                    "Write its owners down on a machine that has a network."));
        }
        return owners;
    }

    @Override
    public Optional<Hash32> transactionHash(SafeHashCase subject) {
        return Optional.empty();
    }
}
