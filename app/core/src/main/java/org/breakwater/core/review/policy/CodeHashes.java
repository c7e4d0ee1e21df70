package org.breakwater.core.review.policy;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Port: the hashes of contracts' runtime code, as of the newest block.
@FunctionalInterface
public interface CodeHashes {

    /// Nothing where there is no code.
    Optional<Hash32> codeHash(Address contract) throws ProblemException;
}
