package org.breakwater.adapters.deployment;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.ethereum.OtherNode;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.connection.EndpointRules;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.index.ChainFault;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;

/// The endpoints of one network in order of preference, one of which is used: everything is read from it and sent to
/// it.
public final class NodeEndpoints implements AutoCloseable {

    private final DeploymentFile file;
    private final AtomicReference<@Nullable Hash32> genesis;
    private final EndpointSelection selection;
    private final EthereumNode node;
    private volatile List<NodeEndpoint> all;

    private NodeEndpoints(
            DeploymentFile file,
            AtomicReference<@Nullable Hash32> genesis,
            List<NodeEndpoint> all,
            EndpointSelection selection) {
        this.file = file;
        this.genesis = genesis;
        this.all = List.copyOf(all);
        this.selection = selection;
        this.node = EthereumNode.inUse(
                () -> used().address().http(), file.deployment().chain());
        selection.use().follow(use -> leaveAllBut(use.endpoint()));
    }

    /// On the thread that found out that another one must be used.
    private void leaveAllBut(Endpoint used) {
        all.stream().filter(each -> !each.endpoint().equals(used)).forEach(NodeEndpoint::leave);
    }

    /// An endpoint that was tried and could not be used.
    private record Refused(NodeEndpoint endpoint, ProblemException why) {}

    /// Insists that one of them can be used, the first if that is so. Blocking.
    ///
    /// @param addresses in order of preference; at least one
    /// @throws ProblemException what is wrong with the first
    public static NodeEndpoints open(Collection<NodeAddress> addresses, DeploymentFile file, EndpointRules rules)
            throws ProblemException {
        var genesis = new AtomicReference<@Nullable Hash32>();
        var all = addresses.stream()
                .map(address -> new NodeEndpoint(address, file, genesis))
                .toList();
        var refused = new ArrayList<Refused>();
        for (var endpoint : all) {
            try {
                endpoint.prove();
                var selection =
                        new EndpointSelection(endpoints(all), endpoint.endpoint(), rules, InstantSource.system());
                refused.forEach(tried -> selection.passOver(
                        tried.endpoint().endpoint(),
                        tried.why().getCause() == null ? Unfit.OTHER_PROTOCOL : Unfit.SILENT,
                        tried.why().problem()));
                return new NodeEndpoints(file, genesis, all, selection);
            } catch (ProblemException failed) {
                refused.add(new Refused(endpoint, failed));
            }
        }
        all.forEach(NodeEndpoint::close);
        throw refused.getFirst().why();
    }

    private static List<Endpoint> endpoints(List<NodeEndpoint> nodes) {
        return nodes.stream().map(NodeEndpoint::endpoint).toList();
    }

    public EndpointSelection selection() {
        return selection;
    }

    /// Whichever is used.
    public EthereumNode node() {
        return node;
    }

    /// Where the one that is used tells of new heads by itself.
    public Optional<URI> heads() {
        return used().address().webSocket();
    }

    private NodeEndpoint used() {
        return of(selection.use().get().endpoint());
    }

    private NodeEndpoint of(Endpoint endpoint) {
        var present = all;
        return present.stream()
                .filter(each -> each.endpoint().equals(endpoint))
                .findFirst()
                .orElseGet(present::getFirst);
    }

    /// The node of the endpoint that is used now, which stays the same, and that of the first other one that is known
    /// to
    /// be on the chain.
    public NodeReviews.Nodes reviewed() {
        var used = used();
        return new NodeReviews.Nodes(
                used.proven().orElse(node),
                all.stream()
                        .filter(each -> !each.equals(used))
                        .flatMap(each -> each.proven().stream())
                        .findFirst()
                        .<SecondNode>map(OtherNode::new));
    }

    /// In order of preference.
    public List<NodeAddress> addresses() {
        return all.stream().map(NodeEndpoint::address).toList();
    }

    /// Adds one as the last choice, once it has shown that it can be used. Blocking.
    public void add(NodeAddress address) throws ProblemException {
        var added = new NodeEndpoint(address, file, genesis);
        try {
            added.prove();
        } catch (ProblemException refused) {
            added.close();
            throw refused;
        }
        synchronized (this) {
            var more = new ArrayList<>(all);
            more.add(added);
            change(more);
        }
    }

    public synchronized void remove(NodeAddress address) throws ProblemException {
        if (all.size() == 1) {
            throw new ProblemException(
                    Problem.of(address.name() + " is the only endpoint.", "Add another one before it is taken out."));
        }
        var gone = all.stream().filter(each -> each.address().equals(address)).toList();
        change(all.stream().filter(each -> !each.address().equals(address)).toList());
        gone.forEach(NodeEndpoint::close);
    }

    /// Prefers one to the one before it.
    public synchronized void prefer(NodeAddress address) {
        var order = new ArrayList<>(all);
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i).address().equals(address)) {
                order.add(i - 1, order.remove(i));
                change(order);
                return;
            }
        }
    }

    private void change(List<NodeEndpoint> others) {
        all = List.copyOf(others);
        selection.change(endpoints(others));
    }

    /// Where logs are read: from the one that is used.
    public LogSources sources() {
        return new Sources();
    }

    /// Nothing where it was left meanwhile.
    private Optional<NodeEndpoint> from(LogSource source) {
        return all.stream().filter(each -> each.isRead(source)).findFirst();
    }

    @Override
    public synchronized void close() {
        all.forEach(NodeEndpoint::close);
        node.close();
    }

    private final class Sources implements LogSources {

        private volatile boolean isClosed;

        @Override
        public LogSource current() {
            return used().source();
        }

        @Override
        public boolean failed(LogSource source, IndexFault fault) {
            var from = from(source);
            if (isClosed || from.isEmpty()) {
                return !isClosed;
            }
            return unfit(fault)
                    .filter(why -> selection.failed(from.get().endpoint(), why, fault.problem()))
                    .isPresent();
        }

        /// What another endpoint may do better.
        private static Optional<Unfit> unfit(IndexFault fault) {
            return switch (fault) {
                case EndpointFault told -> Optional.of(told.unfit());
                case ChainFault.ForkBelowFinality _ -> Optional.of(Unfit.OTHER_BRANCH);
                case ChainFault.MalformedLog _, ChainFault.TooMuchHistory _, StoreFault _, IndexFault.Cancelled _ ->
                    Optional.empty();
            };
        }

        @Override
        public void close() {
            isClosed = true;
            all.forEach(NodeEndpoint::leave);
        }
    }
}
