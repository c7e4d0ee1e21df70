package org.breakwater.adapters.signing;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.signing.SafeWitness;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What is known of a Safe where no chain can be asked: its owners, as somebody wrote them down.
record WrittenOwners(List<Address> owners) implements SafeWitness {

    @Override
    public List<Address> owners(SafeDomain safe) throws ProblemException {
        return owners;
    }

    @Override
    public Optional<Hash32> transactionHash(SafeHashCase subject) {
        return Optional.empty();
    }
}
