package org.breakwater.desktop.boot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.adapters.deployment.NodeReviews.Nodes;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;
import org.breakwater.desktop.feature.settings.NetworkEditing;
import org.breakwater.desktop.kit.NetworkKind;

/// The network that this program starts itself. What is kept of it ends with it, unless it is kept elsewhere.
public final class LocalConnection implements Connection {

    private final LocalNetwork network;
    private final Path folder;
    private final Path signers;
    private final TextLibrary texts;
    private final SafeServiceClient service;
    private final Live<Optional<TransactionService>> served;
    private final EndpointSelection endpoints;

    private LocalConnection(
            LocalNetwork network, Path folder, Path signers, TextLibrary texts, SafeServiceClient service) {
        this.network = network;
        this.folder = folder;
        this.signers = signers;
        this.texts = texts;
        this.service = service;
        this.served = new Live<>(Optional.of(service));
        this.endpoints = EndpointSelection.only(new Endpoint(network.node().name(), network.node()), lateAfter());
    }

    /// The network ends with the connection.
    public static LocalConnection to(LocalNetwork network) throws ProblemException {
        return to(network, network.folder());
    }

    /// @param folder where what is kept of it lies
    static LocalConnection to(LocalNetwork network, Path folder) throws ProblemException {
        return to(network, folder, folder.resolve("signers"));
    }

    /// @param signers where the person's own signers are kept
    static LocalConnection to(LocalNetwork network, Path folder, Path signers) throws ProblemException {
        var description = network.description();
        return new LocalConnection(
                network,
                folder,
                signers,
                TextLibrary.read(new JsonFiles(), description.texts()),
                SafeServiceClient.open(description.serviceUrl(), Optional.empty()));
    }

    @Override
    public NetworkKind kind() {
        return NetworkKind.LOCAL;
    }

    @Override
    public String name() {
        return "Local network " + node().chain() + ", no real funds";
    }

    /// It makes blocks only when something happens on it.
    @Override
    public Duration lateAfter() {
        return Duration.ofDays(365);
    }

    /// The network's time in this machine's zone.
    @Override
    public Clock clock() {
        return network.clock().withZone(ZoneId.systemDefault());
    }

    @Override
    public EthereumNode node() {
        return network.node();
    }

    /// Anvil does, at the same port.
    @Override
    public Optional<URI> heads() {
        return Optional.of(URI.create(node().address().toString().replaceFirst("^http", "ws")));
    }

    @Override
    public EndpointSelection endpoints() {
        return endpoints;
    }

    @Override
    public LogSources sources() {
        return LogSources.only(NodeLogSource.of(node().address(), node().chain()));
    }

    @Override
    public Nodes reviewed() {
        return new Nodes(node(), Optional.empty());
    }

    @Override
    public Optional<NetworkEditing> editing() {
        return Optional.empty();
    }

    @Override
    public Deployment deployment() {
        return network.deployment();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path signers() {
        return signers;
    }

    /// Everybody on the network; whom the protocol was given to is called by that.
    @Override
    public SequencedMap<Address, String> names() {
        var names = Connection.accounts(deployment());
        network.description().accounts().forEach(account -> names.putIfAbsent(account.address(), account.name()));
        return names;
    }

    @Override
    public TextLibrary texts() {
        return texts;
    }

    @Override
    public Live<Optional<TransactionService>> service() {
        return served;
    }

    @Override
    public List<Problem> notices() {
        return List.of();
    }

    @Override
    public Optional<LocalNetwork> local() {
        return Optional.of(network);
    }

    @Override
    public void close() {
        service.close();
        network.close();
    }
}
