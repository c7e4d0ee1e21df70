package org.breakwater.core.signing;

import java.util.Optional;
import org.breakwater.core.exchange.SafeOwners;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Hash32;

/// Port: what is known of Safes at the moment of signing.
public interface SafeWitness extends SafeOwners {

    /// The hash that the Safe's own contract computes; nothing where no chain can be asked.
    Optional<Hash32> transactionHash(SafeHashCase subject) throws ProblemException;
}
