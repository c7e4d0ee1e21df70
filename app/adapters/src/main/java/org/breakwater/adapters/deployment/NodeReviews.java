package org.breakwater.adapters.deployment;

import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.DeployedInterfaces;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.ethereum.OtherNode;
import org.breakwater.adapters.ethereum.SafeReader;
import org.breakwater.adapters.localnet.ForkedChain;
import org.breakwater.adapters.machine.ThisMachine;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewConnection;
import org.breakwater.core.review.ReviewConnections;
import org.breakwater.core.review.ReviewProposal;
import org.breakwater.core.review.ReviewTransaction;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.review.rehearsal.RehearseQueue;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Reviews through a node over HTTP, with or without a deployment of the protocol.
///
/// @param clock of this machine
/// @param kept what this machine has kept
public record NodeReviews(Clock clock, Kept kept) implements ReviewConnections {

    @Override
    public ReviewConnection open(Sources sources) throws ProblemException {
        var file = sources.deployment().isPresent()
                ? Optional.of(DeploymentFile.read(
                        NodeConnections.path(sources.deployment().get())))
                : Optional.<DeploymentFile>empty();
        var node = EthereumNode.connect(NodeConnections.address(sources.rpc()));
        try {
            if (file.isPresent()) {
                file.get().agreeWith(node);
            }
            var service = sources.service().isPresent()
                    ? Optional.of(SafeServiceClient.open(sources.service().get(), Optional.empty()))
                    : Optional.<SafeServiceClient>empty();
            return new NodeReview(
                    node,
                    () -> NodeReviewChain.atHead(node),
                    file.map(DeploymentFile::deployment),
                    service,
                    second(node, sources.second()).map(SecondNode.class::cast),
                    clock,
                    kept);
        } catch (ProblemException | RuntimeException refused) {
            node.close();
            throw refused;
        }
    }

    private static Optional<OtherNode> second(EthereumNode first, Optional<String> rpc) throws ProblemException {
        if (rpc.isEmpty()) {
            return Optional.empty();
        }
        var second = EthereumNode.connect(NodeConnections.address(rpc.get()));
        try {
            return Optional.of(OtherNode.beside(first, second));
        } catch (ProblemException refused) {
            second.close();
            throw refused;
        }
    }

    /// Reviews on a node that is connected already; the node stays open.
    public static Reviewer on(EthereumNode node, Deployment deployment, Clock clock, Kept kept) {
        return new NodeReview(
                node,
                () -> NodeReviewChain.atHead(node),
                Optional.of(deployment),
                Optional.empty(),
                Optional.empty(),
                clock,
                kept);
    }

    /// Two nodes that are connected already and stay open.
    ///
    /// @param first each review keeps to it
    /// @param second to compare with
    public record Nodes(EthereumNode first, Optional<SecondNode> second) {}

    /// Reviews on the nodes that are there when each begins.
    public static Reviewer on(Supplier<Nodes> nodes, Deployment deployment, Clock clock, Kept kept) {
        return new ConnectedReviewer(nodes, new LastHead(), deployment, clock, kept);
    }

    /// Where a review finds the state that it is made on.
    private interface Heads {

        ReviewChain now() throws ProblemException;
    }

    private record ConnectedReviewer(
            Supplier<Nodes> nodes, LastHead last, Deployment deployment, Clock clock, Kept kept) implements Reviewer {

        @Override
        public Review review(ReviewRequest request) throws ProblemException {
            return now().review(request);
        }

        @Override
        public ProposalReview review(ReviewProposal.Wanted wanted) throws ProblemException {
            return now().review(wanted);
        }

        @Override
        public Rehearsal rehearse(Address safe, List<SafeTransaction> queue) throws ProblemException {
            return now().rehearse(safe, queue);
        }

        private NodeReview now() {
            var now = nodes.get();
            return new NodeReview(
                    now.first(),
                    () -> last.of(now.first()),
                    Optional.of(deployment),
                    Optional.empty(),
                    now.second(),
                    clock,
                    kept);
        }
    }

    private record NodeReview(
            EthereumNode node,
            Heads heads,
            Optional<Deployment> deployment,
            Optional<SafeServiceClient> service,
            Optional<SecondNode> second,
            Clock clock,
            Kept kept)
            implements ReviewConnection {

        @Override
        public ChainId chain() {
            return node.chain();
        }

        @Override
        public Review review(ReviewRequest request) throws ProblemException {
            return new ReviewTransaction(
                            heads.now(),
                            new EcdsaRecovery(),
                            deployment,
                            interfaces(),
                            new ArtifactErrors(),
                            ThisMachine.surroundings(clock),
                            second,
                            new Kept(kept.signatures(), kept.texts(), this::known))
                    .review(service.isPresent() ? asked(service.get(), request) : request);
        }

        @Override
        public ProposalReview review(ReviewProposal.Wanted wanted) throws ProblemException {
            return new ReviewProposal(
                            heads.now(),
                            new EcdsaRecovery(),
                            protocol(),
                            interfaces(),
                            new ArtifactErrors(),
                            ThisMachine.surroundings(clock),
                            kept)
                    .review(wanted);
        }

        @Override
        public ReviewProposal.Wanted proposal(BigInteger id, AddressBook book, ReviewPolicy policy)
                throws ProblemException {
            var governor = protocol().contract("CoverGovernor");
            if (governor.isEmpty()) {
                throw noProtocol();
            }
            var announced = new ProposalLog(node, governor.get()).find(id);
            return new ReviewProposal.Wanted(
                    id, announced.actions(), Optional.of(announced.text()), book, policy, Optional.of(announced.at()));
        }

        private Deployment protocol() throws ProblemException {
            return deployment.orElseThrow(NodeReview::noProtocol);
        }

        private static ProblemException noProtocol() {
            return new ProblemException(Problem.of(
                    "Without a deployment file it is not known which contract the Governor is.",
                    "Name one with --deployment."));
        }

        @Override
        public Rehearsal rehearse(Address safe, List<SafeTransaction> queue) throws ProblemException {
            try (var copy = ForkedChain.of(node)) {
                var domain = new SafeDomain(ReviewTransaction.version(copy.now(), safe), node.chain(), safe);
                return new RehearseQueue(copy, new ArtifactErrors()).rehearse(domain, queue);
            }
        }

        /// What a hash stands for, by what was kept here or else by the service's word, which is hashed again.
        private Optional<SafeTransaction> known(Address safe, Hash32 hash) throws ProblemException {
            var here = kept.transactions().find(safe, hash);
            if (here.isPresent() || service.isEmpty()) {
                return here;
            }
            try {
                return Optional.of(service.get().transaction(hash))
                        .filter(served -> served.safe().equals(safe))
                        .map(ServedTransaction::transaction);
            } catch (ServiceException untold) {
                return Optional.empty();
            }
        }

        /// The request with what else waits for the Safe. A service that does not answer keeps nothing from being
        /// reviewed.
        private ReviewRequest asked(SafeServiceClient service, ReviewRequest request) throws ProblemException {
            try {
                return request.told(request.told().waiting(waiting(service, request.safe())));
            } catch (ServiceException silent) {
                return request.told(
                        request.told().unanswered(silent.fault().problem().toString()));
            }
        }

        private List<SafeTransaction> waiting(SafeServiceClient service, Address address)
                throws ProblemException, ServiceException {
            var safe = new SafeReader(node).safe(address);
            if (safe.isEmpty()) {
                return List.of();
            }
            var domain = new SafeDomain(SafeVersion.parse(safe.get().version()), node.chain(), address);
            return new ReadServedQueue(service, new EcdsaRecovery())
                    .read(domain, safe.get().owners(), safe.get().nonce(), List.of()).waiting().stream()
                            .map(QueuedTransaction::transaction)
                            .toList();
        }

        @Override
        public List<SafeTransaction> waiting(Address safe) throws ProblemException {
            try {
                return service.isPresent() ? waiting(service.get(), safe) : List.of();
            } catch (ServiceException silent) {
                throw new ProblemException(silent.fault().problem(), silent);
            }
        }

        private ContractInterfaces interfaces() {
            return deployment.<ContractInterfaces>map(DeployedInterfaces::new).orElse(_ -> Optional.empty());
        }

        @Override
        public void close() {
            service.ifPresent(SafeServiceClient::close);
            second.filter(OtherNode.class::isInstance)
                    .map(OtherNode.class::cast)
                    .ifPresent(other -> other.node().close());
            node.close();
        }
    }
}
