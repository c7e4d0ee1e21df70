package org.breakwater.core.safe;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Port: the Safe contracts of one network.
public interface SafeContract {

    SafeState state(Address safe) throws ProblemException;

    /// The chain's own answer for a transaction's hash (`getTransactionHash`).
    Hash32 transactionHash(Address safe, SafeTransaction transaction) throws ProblemException;

    /// Sends `execTransaction` and waits for its receipt.
    Execution execute(Address safe, SafeTransaction transaction, Bytes signatures) throws ProblemException;
}
