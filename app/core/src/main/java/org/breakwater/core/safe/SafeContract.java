package org.breakwater.core.safe;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Port: the Safe contracts of one network, with an account that pays for executions.
public interface SafeContract extends SafeAnswers {

    /// Sends `execTransaction` and waits for its receipt.
    Execution execute(Address safe, SafeTransaction transaction, Bytes signatures) throws ProblemException;
}
