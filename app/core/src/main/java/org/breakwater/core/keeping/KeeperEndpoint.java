package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.acting.ReceiptEvents;
import org.breakwater.core.execution.ExecutionChain;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Port: one endpoint that has shown that it is on the protocol's chain.
public interface KeeperEndpoint {

    /// Scheme, host and port.
    String name();

    ExecutionChain chain();

    ReceiptEvents events();

    /// Wei.
    BigInteger balance(Address account) throws ProblemException;

    /// Whether it knows a transaction, in a block or waiting.
    boolean knows(Hash32 transaction) throws ProblemException;

    /// Wei that a transaction cost its sender; empty until a block has it.
    Optional<BigInteger> cost(Hash32 transaction) throws ProblemException;
}
