package org.breakwater.adapters.deployment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.core.chain.Blocks;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.chain.UnfitEndpointException;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;

/// An endpoint of a network. Nothing that it says is believed before it has shown that it is on the chain of the
/// deployment file, with the same first block as the endpoints before it and the file's contracts; and it has to show
/// that again after each time it failed.
final class NodeEndpoint implements Blocks, AutoCloseable {

    private final NodeAddress address;
    private final DeploymentFile file;
    private final AtomicReference<@Nullable Hash32> genesis;
    private final Endpoint endpoint;
    private final NodeLogSource asked;
    private final AtomicReference<@Nullable LogSource> source = new AtomicReference<>();
    private volatile @Nullable EthereumNode node;
    private volatile boolean isProven;
    private boolean closed;

    /// @param genesis the hash of the network's first block, once an endpoint has told it
    NodeEndpoint(NodeAddress address, DeploymentFile file, AtomicReference<@Nullable Hash32> genesis) {
        var chain = file.deployment().chain();
        this.address = address;
        this.file = file;
        this.genesis = genesis;
        this.endpoint = new Endpoint(address.name(), this);
        this.asked = NodeLogSource.impatient(address.http(), chain);
    }

    NodeAddress address() {
        return address;
    }

    /// As it is compared and chosen.
    Endpoint endpoint() {
        return endpoint;
    }

    /// Where its logs are read until it is left.
    LogSource source() {
        var present = source.get();
        if (present != null) {
            return present;
        }
        var fresh = NodeLogSource.of(address.http(), file.deployment().chain());
        return source.compareAndSet(null, fresh) ? fresh : source();
    }

    boolean isRead(LogSource read) {
        return read.equals(source.get());
    }

    /// Ends reading from it: whoever waits for an answer of it waits no longer.
    void leave() {
        var present = source.getAndSet(null);
        if (present != null) {
            present.close();
        }
    }

    /// Insists that it can be used. Blocking.
    synchronized EthereumNode prove() throws ProblemException {
        isProven = false;
        var connected = connected();
        file.agreeWith(connected);
        connected.requireInSync();
        requireSameProtocol(connected);
        isProven = true;
        return connected;
    }

    private EthereumNode connected() throws ProblemException {
        var connected = node;
        if (connected == null) {
            connected = EthereumNode.connect(address.http());
            node = connected;
            if (closed) {
                connected.close();
            }
        }
        file.requireChain(connected, connected.chainNow());
        return connected;
    }

    private void requireSameProtocol(EthereumNode connected) throws ProblemException {
        file.requireCode(connected);
        var first = connected.block(0).hash();
        var known = genesis.compareAndExchange(null, first);
        if (known != null && !known.equals(first)) {
            throw new ProblemException(new Problem(
                    address.name() + " is on another chain with the same id: its first block is " + first
                            + ", and that of the other endpoints is " + known + ".",
                    "Nothing of it is used.",
                    "Take it out, or start the console with it alone and a deployment file of its own."));
        }
    }

    @Override
    public synchronized BlockRef head() throws ProblemException {
        try {
            var head = asked.head();
            if (!isProven) {
                proveAgain();
            }
            return head;
        } catch (IndexException failed) {
            isProven = false;
            throw unfit(failed);
        }
    }

    private void proveAgain() throws ProblemException {
        try {
            prove();
        } catch (ProblemException refused) {
            // What broke has a cause; what was found out has none.
            var why = refused.getCause() == null ? Unfit.OTHER_PROTOCOL : Unfit.SILENT;
            throw new UnfitEndpointException(why, refused.problem(), refused);
        }
    }

    @Override
    public synchronized BlockRef block(long number) throws ProblemException {
        try {
            return asked.headers(BlockRange.of(number)).getFirst().block();
        } catch (IndexException failed) {
            throw unfit(failed);
        }
    }

    private static ProblemException unfit(IndexException failed) {
        var fault = failed.fault();
        return new UnfitEndpointException(
                fault instanceof EndpointFault told ? told.unfit() : Unfit.SILENT, fault.problem(), failed);
    }

    /// The node; nothing where it has not shown what it is.
    Optional<EthereumNode> proven() {
        return isProven ? Optional.ofNullable(node) : Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        asked.close();
        leave();
        var connected = node;
        if (connected != null) {
            connected.close();
        }
    }
}
