package org.breakwater.desktop.boot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.files.BoundedBytes;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.desktop.feature.welcome.Wanted;

/// Which network the console opens.
interface NetworkChoice {

    /// What is under way while it opens.
    String opening();

    /// The name under which one window at most is open on it: letters, digits and hyphens. Blocking.
    String name();

    /// Connects to it. Blocking.
    ///
    /// @param data the folder in which what is kept of networks and signers lies
    Connection open(Path data) throws ProblemException;

    /// The one that this program starts itself.
    record Local() implements NetworkChoice {

        @Override
        public String name() {
            return "local";
        }

        @Override
        public String opening() {
            return "Starting the local network";
        }

        @Override
        public Connection open(Path data) throws ProblemException {
            var network = LocalNetwork.start();
            try {
                return LocalConnection.to(network, network.folder(), data.resolve("signers"));
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

        private static final int MOST_BYTES = 1 << 20;
        private static final int DIGITS = 16;

        public Named {
            rpc = List.copyOf(rpc);
        }

        /// What somebody entered.
        ///
        /// @throws ProblemException where an address or a path is none
        static Named of(Wanted.Deployed entered) throws ProblemException {
            var addresses = new ArrayList<NodeAddress>();
            for (var text : entered.endpoints()) {
                addresses.add(NodeAddress.parse(text));
            }
            return new Named(
                    addresses, path(entered.deployment()), entered.service(), entered.addressBook(), Optional.empty());
        }

        static Path path(String text) throws ProblemException {
            try {
                return Path.of(text);
            } catch (InvalidPathException malformed) {
                throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
            }
        }

        /// The same for the same deployment file, wherever it lies.
        @Override
        public String name() {
            Hash32 told;
            try {
                told = Keccak.hash(Bytes.of(BoundedBytes.read(deployment, MOST_BYTES)));
            } catch (ProblemException unread) {
                told = Keccak.hash(deployment.toAbsolutePath().toString());
            }
            return told.toString().substring(2, 2 + DIGITS);
        }

        @Override
        public String opening() {
            return "Connecting to " + EndpointConnection.names(rpc);
        }

        @Override
        public Connection open(Path data) throws ProblemException {
            return EndpointConnection.open(this, data);
        }
    }

    /// One that was opened before: what only names addresses does not keep it shut where it cannot be read any more.
    record Remembered(Named named) implements NetworkChoice {

        @Override
        public String name() {
            return named.name();
        }

        @Override
        public String opening() {
            return named.opening();
        }

        @Override
        public Connection open(Path data) throws ProblemException {
            return EndpointConnection.openAgain(named, data);
        }
    }
}
