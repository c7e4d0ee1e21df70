package org.breakwater.adapters.deployment;

import java.time.Clock;
import java.util.Optional;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.DeployedInterfaces;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.machine.ThisMachine;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewConnection;
import org.breakwater.core.review.ReviewConnections;
import org.breakwater.core.review.ReviewTransaction;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.value.ChainId;

/// Reviews through a node over HTTP, with or without a deployment of the protocol.
///
/// @param clock of this machine
public record NodeReviews(Clock clock) implements ReviewConnections {

    @Override
    public ReviewConnection open(String rpc, Optional<String> deployment) throws ProblemException {
        var file = deployment.isPresent()
                ? Optional.of(DeploymentFile.read(NodeConnections.path(deployment.get())))
                : Optional.<DeploymentFile>empty();
        var node = EthereumNode.connect(NodeConnections.address(rpc));
        try {
            if (file.isPresent()) {
                file.get().agreeWith(node);
            }
            return new NodeReview(node, file.map(DeploymentFile::deployment), clock);
        } catch (ProblemException | RuntimeException refused) {
            node.close();
            throw refused;
        }
    }

    private record NodeReview(EthereumNode node, Optional<Deployment> deployment, Clock clock)
            implements ReviewConnection {

        @Override
        public ChainId chain() {
            return node.chain();
        }

        @Override
        public Review review(ReviewRequest request) throws ProblemException {
            return new ReviewTransaction(
                            NodeReviewChain.atHead(node),
                            new EcdsaRecovery(),
                            deployment,
                            interfaces(),
                            new ArtifactErrors(),
                            ThisMachine.surroundings(clock))
                    .review(request);
        }

        private ContractInterfaces interfaces() {
            return deployment.<ContractInterfaces>map(DeployedInterfaces::new).orElse(_ -> Optional.empty());
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
