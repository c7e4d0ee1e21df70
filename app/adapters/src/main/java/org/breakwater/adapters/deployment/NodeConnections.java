package org.breakwater.adapters.deployment;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.breakwater.adapters.ethereum.ChainProtocol;
import org.breakwater.adapters.ethereum.ChainSnapshots;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.core.connection.ProtocolConnection;
import org.breakwater.core.connection.ProtocolConnections;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.snapshot.SnapshotReader;
import org.breakwater.core.verification.DeployedProtocol;

/// Connections through a node over HTTP and a deployment file.
public final class NodeConnections implements ProtocolConnections {

    @Override
    public ProtocolConnection open(String rpc, String deployment) throws ProblemException {
        var file = DeploymentFile.read(path(deployment));
        var node = EthereumNode.connect(address(rpc));
        try {
            file.agreeWith(node);
            return new NodeConnection(node, file.deployment());
        } catch (ProblemException | RuntimeException refused) {
            node.close();
            throw refused;
        }
    }

    static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
        }
    }

    static URI address(String text) throws ProblemException {
        try {
            var address = new URI(text);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new ProblemException(notAnAddress(text), malformed);
        }
        throw new ProblemException(notAnAddress(text));
    }

    private static Problem notAnAddress(String text) {
        return Problem.of("“" + text + "” is no address of a node.", "Give one like http://127.0.0.1:8545.");
    }

    private record NodeConnection(EthereumNode node, Deployment deployment) implements ProtocolConnection {

        @Override
        public SnapshotReader snapshots() {
            return new ChainSnapshots(node);
        }

        @Override
        public DeployedProtocol protocol() throws ProblemException {
            return ChainProtocol.at(node, deployment);
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
