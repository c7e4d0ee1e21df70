package org.breakwater.desktop.boot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.adapters.deployment.NodeReviews.Nodes;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;
import org.breakwater.desktop.feature.settings.NetworkEditing;
import org.breakwater.desktop.kit.NetworkKind;

/// A network with a protocol on it, and what this program is given to work there. Alive until it is closed.
public sealed interface Connection extends AutoCloseable permits LocalConnection, EndpointConnection {

    NetworkKind kind();

    /// With its chain id: "Local network 31337, no real funds".
    String name();

    /// The age from which on its newest block counts as late.
    Duration lateAfter();

    /// By which every age and every deadline on it counts.
    Clock clock();

    /// The node that is read and sent to: whichever of the endpoints is used.
    EthereumNode node();

    /// Where that node tells of new heads by itself (WebSocket), if it is known to. Another one after another endpoint
    /// has come into use.
    Optional<URI> heads();

    /// Which of its endpoints is used.
    EndpointSelection endpoints();

    /// Where its blocks and logs are read; closed by who reads them.
    LogSources sources();

    /// The node of the endpoint that is used now, and another one to compare with, where there is one.
    Nodes reviewed();

    Deployment deployment();

    /// Where what is kept of it lies: the index, and whatever else belongs to this deployment alone.
    Path folder();

    /// Where the list of this machine's own signers lies, with their key files. It is the same for every network of its
    /// person's.
    Path signers();

    /// Names of addresses, beside those of the deployment's contracts.
    SequencedMap<Address, String> names();

    /// What people wrote, by the hashes that the chain has of it.
    TextLibrary texts();

    /// Where proposals and signatures for Safes are kept, where one was named; set by whoever changes it.
    Live<Optional<TransactionService>> service();

    /// What can be changed of it in the settings.
    Optional<NetworkEditing> editing();

    /// What could not be read of its settings.
    List<Problem> notices();

    /// The network of this program's own, where it is one: its people can be acted as, and its time can be moved.
    Optional<LocalNetwork> local();

    /// Whom a deployment was given to, by what they are.
    static SequencedMap<Address, String> accounts(Deployment deployment) {
        var names = new LinkedHashMap<Address, String>();
        deployment.accounts().forEach((name, address) -> names.put(address, capitalised(name)));
        return names;
    }

    /// With a great first letter.
    static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    void close();
}
