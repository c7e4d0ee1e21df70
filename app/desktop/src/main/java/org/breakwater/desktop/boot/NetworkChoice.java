package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.problem.ProblemException;

/// Which network the console opens.
interface NetworkChoice {

    /// What is under way while it opens.
    String opening();

    /// Connects to it. Blocking.
    Connection open() throws ProblemException;

    /// The one that this program starts itself.
    record Local() implements NetworkChoice {

        @Override
        public String opening() {
            return "Starting the local network";
        }

        @Override
        public Connection open() throws ProblemException {
            var network = LocalNetwork.start();
            try {
                return LocalConnection.to(
                        network, network.folder(), UserFolders.ofSystem().data().resolve("signers"));
            } catch (ProblemException | RuntimeException failed) {
                network.close();
                throw failed;
            }
        }
    }

    /// One that its user names.
    ///
    /// @param rpc addresses of nodes, the one to read first; at least one
    /// @param deployment path of the deployment file
    /// @param service address of a transaction service
    /// @param addressBook path of an address book in Safe's CSV
    /// @param texts path of what people wrote, a JSON list of `hash`, `address` and `content`
    record Named(
            List<NodeAddress> rpc,
            Path deployment,
            Optional<String> service,
            Optional<String> addressBook,
            Optional<String> texts)
            implements NetworkChoice {

        public Named {
            rpc = List.copyOf(rpc);
        }

        @Override
        public String opening() {
            return "Connecting to " + EndpointConnection.names(rpc);
        }

        @Override
        public Connection open() throws ProblemException {
            return EndpointConnection.open(this, UserFolders.ofSystem().data());
        }
    }
}
