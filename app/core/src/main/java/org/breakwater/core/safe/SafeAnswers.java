package org.breakwater.core.safe;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Port: what Safes say of themselves, as of the newest block.
public interface SafeAnswers {

    SafeState state(Address safe) throws ProblemException;

    /// The chain's own answer for a transaction's hash (`getTransactionHash`).
    Hash32 transactionHash(Address safe, SafeTransaction transaction) throws ProblemException;
}
