package org.breakwater.desktop.boot;

import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.core.chain.Blocks;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.jspecify.annotations.Nullable;

/// A node that is connected to when it is first asked, and again when it is asked after that failed.
final class NodeEndpoint implements Blocks, AutoCloseable {

    private final NodeAddress address;
    private final DeploymentFile file;
    private @Nullable EthereumNode node;
    private boolean closed;

    NodeEndpoint(NodeAddress address, DeploymentFile file) {
        this.address = address;
        this.file = file;
    }

    NodeAddress address() {
        return address;
    }

    private String name() {
        return address.name();
    }

    Endpoint endpoint() {
        return new Endpoint(name(), this);
    }

    /// The node, on the chain of the deployment file.
    synchronized EthereumNode node() throws ProblemException {
        var connected = node;
        if (connected == null) {
            connected = EthereumNode.connect(address.http());
            try {
                file.requireChain(connected);
            } catch (ProblemException refused) {
                connected.close();
                throw refused;
            }
            node = connected;
            if (closed) {
                connected.close();
            }
        }
        return connected;
    }

    @Override
    public BlockRef head() throws ProblemException {
        var connected = node();
        file.requireChain(connected, connected.chainNow());
        return connected.head();
    }

    @Override
    public BlockRef block(long number) throws ProblemException {
        return node().block(number);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (node != null) {
            node.close();
        }
    }
}
