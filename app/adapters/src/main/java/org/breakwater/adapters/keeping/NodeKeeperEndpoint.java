package org.breakwater.adapters.keeping;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeReceipts;
import org.breakwater.core.acting.ReceiptEvents;
import org.breakwater.core.execution.ExecutionChain;
import org.breakwater.core.keeping.KeeperEndpoint;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// One node as a keeper uses it.
public final class NodeKeeperEndpoint implements KeeperEndpoint {

    private final EthereumNode node;
    private final ExecutionChain chain;

    public NodeKeeperEndpoint(EthereumNode node) {
        this.node = node;
        this.chain = new ChainExecution(node, new ArtifactErrors());
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public ExecutionChain chain() {
        return chain;
    }

    @Override
    public ReceiptEvents events() {
        return new NodeReceipts(node);
    }

    @Override
    public BigInteger balance(Address account) throws ProblemException {
        return node.balance(account);
    }

    @Override
    public boolean knows(Hash32 transaction) throws ProblemException {
        return node.knows(transaction);
    }

    @Override
    public Optional<BigInteger> cost(Hash32 transaction) throws ProblemException {
        return node.cost(transaction);
    }
}
