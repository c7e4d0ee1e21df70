package org.breakwater.core.signing;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Port: what is known of Safes at the moment of signing.
public interface SafeWitness {

    /// @throws ProblemException where there is no such Safe, also for one of another version or on another chain
    List<Address> owners(SafeDomain safe) throws ProblemException;

    /// The hash that the Safe's own contract computes; nothing where no chain can be asked.
    Optional<Hash32> transactionHash(SafeHashCase subject) throws ProblemException;
}
