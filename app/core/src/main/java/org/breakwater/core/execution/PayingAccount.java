package org.breakwater.core.execution;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Port: an account that sends Ethereum transactions and pays for them. Its key stays behind it.
public interface PayingAccount {

    Address address();

    /// The transaction as it is sent, with the account's signature.
    Bytes sign(OuterTransaction transaction) throws ProblemException;
}
