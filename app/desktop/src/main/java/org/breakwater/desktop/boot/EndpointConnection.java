package org.breakwater.desktop.boot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.files.PrivateFolder;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.names.AddressBookFiles;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.core.chain.KnownChain;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.shell.Endpoint;

/// A network that its user named by addresses of nodes and a deployment file. What is read from it is kept between
/// starts, apart for each deployment.
public final class EndpointConnection implements Connection {

    /// Five blocks of Ethereum's.
    private static final Duration LATE_AFTER = Duration.ofMinutes(1);

    /// A network that somebody started for themselves makes blocks only when something happens on it.
    private static final Duration NEVER = Duration.ofDays(365);

    /// Hex digits of the checksum in a folder's name, after `0x`.
    private static final int SHOWN = 2 + 16;

    /// The key of an account with the transaction service. Arguments can be read by other programs, this cannot.
    private static final String SERVICE_KEY = "BREAKWATER_SERVICE_KEY";

    private final List<NodeEndpoint> endpoints;
    private final EthereumNode node;
    private final Deployment deployment;
    private final Path folder;
    private final SequencedMap<Address, String> names;
    private final TextLibrary texts;
    private final Optional<SafeServiceClient> service;
    private final Clock clock;

    private EndpointConnection(List<NodeEndpoint> endpoints, EthereumNode node, Path folder, Given given, Clock clock) {
        this.endpoints = endpoints;
        this.node = node;
        this.deployment = given.file().deployment();
        this.folder = folder;
        this.names = given.names();
        this.texts = given.texts();
        this.service = given.service();
        this.clock = clock;
    }

    /// What was named, read.
    private record Given(
            DeploymentFile file,
            SequencedMap<Address, String> names,
            TextLibrary texts,
            Optional<SafeServiceClient> service) {}

    /// Insists that everything named can be used, and that the node that is read has the deployment. Blocking.
    ///
    /// @param data the folder in which what is kept of each deployment has a folder
    static EndpointConnection open(NetworkChoice.Named choice, Path data) throws ProblemException {
        var given = given(choice);
        var endpoints = choice.rpc().stream()
                .map(address -> new NodeEndpoint(address, given.file()))
                .toList();
        try {
            var node = endpoints.getFirst().node();
            given.file().agreeWith(node);
            node.requireInSync();
            return new EndpointConnection(endpoints, node, folder(data, given.file()), given, clock(node));
        } catch (ProblemException | RuntimeException refused) {
            endpoints.forEach(NodeEndpoint::close);
            given.service().ifPresent(SafeServiceClient::close);
            throw refused;
        }
    }

    /// Contracts that every deployment has, by the names under which the console looks for them.
    private static final List<String> NEEDED = List.of(
            "AccessManager",
            "ClaimsLens",
            "CoverGovernor",
            "Directory",
            "ParameterRegistry",
            "PolicyNFT",
            "ProtocolLens",
            Deployment.POOL,
            "RiskRegistry",
            "TimelockController",
            "Treasury",
            "Underwriting");

    private static void requireComplete(Deployment deployment) throws ProblemException {
        var present =
                deployment.contracts().stream().map(DeployedContract::name).toList();
        for (var name : NEEDED) {
            if (!present.contains(name)) {
                throw new ProblemException(Problem.of(
                        "The deployment file names no " + name + ".",
                        "Take the file that was written when the protocol was deployed."));
            }
        }
    }

    private static Given given(NetworkChoice.Named choice) throws ProblemException {
        var file = DeploymentFile.read(choice.deployment());
        requireComplete(file.deployment());
        var names = Connection.accounts(file.deployment());
        if (choice.addressBook().isPresent()) {
            names.putAll(new AddressBookFiles()
                    .read(choice.addressBook().get(), file.deployment().chain())
                    .all());
        }
        var texts = choice.texts().isPresent()
                ? TextLibrary.read(new JsonFiles(), choice.texts().get())
                : TextLibrary.EMPTY;
        var service = choice.service().isPresent()
                ? Optional.of(
                        SafeServiceClient.open(choice.service().get(), Optional.ofNullable(System.getenv(SERVICE_KEY))))
                : Optional.<SafeServiceClient>empty();
        return new Given(file, names, texts, service);
    }

    private static Path folder(Path data, DeploymentFile file) throws ProblemException {
        var checksum = file.checksum().toString().substring(2, SHOWN);
        return PrivateFolder.make(
                data.resolve("networks").resolve(file.deployment().chain() + "-" + checksum));
    }

    /// A network that somebody started for themselves has a time of its own; the others have everybody's.
    private static Clock clock(EthereumNode node) throws ProblemException {
        if (!isDevelopment(node.chain())) {
            return Clock.system(ZoneId.systemDefault());
        }
        var ahead = Duration.between(Instant.now(), node.nextBlockTime());
        return Clock.offset(Clock.system(ZoneId.systemDefault()), ahead);
    }

    private static boolean isDevelopment(ChainId chain) {
        return KnownChain.of(chain)
                .filter(known -> known.use() == KnownChain.Use.DEVELOPMENT)
                .isPresent();
    }

    /// Endpoints by their names, for sentences.
    static String names(List<URI> addresses) {
        return addresses.stream().map(EthereumNode::name).collect(Collectors.joining(" and "));
    }

    @Override
    public NetworkKind kind() {
        return KnownChain.of(node.chain())
                .map(known -> switch (known.use()) {
                    case LIVE -> NetworkKind.LIVE;
                    case TEST -> NetworkKind.TEST;
                    case DEVELOPMENT -> NetworkKind.LOCAL;
                })
                .orElse(NetworkKind.UNKNOWN);
    }

    @Override
    public String name() {
        var chain = node.chain();
        return KnownChain.of(chain)
                .map(known -> switch (known.use()) {
                    case LIVE -> known.words() + ", chain " + chain;
                    case TEST -> known.words() + ", chain " + chain + ", no real funds";
                    case DEVELOPMENT -> known.words() + " " + chain + ", no real funds";
                })
                .orElse("Unknown network, chain " + chain);
    }

    @Override
    public Duration lateAfter() {
        return isDevelopment(node.chain()) ? NEVER : LATE_AFTER;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public EthereumNode node() {
        return node;
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints.stream()
                .map(endpoint -> new Endpoint(endpoint.name(), endpoint))
                .toList();
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public SequencedMap<Address, String> names() {
        return names;
    }

    @Override
    public TextLibrary texts() {
        return texts;
    }

    @Override
    public Optional<TransactionService> service() {
        return service.map(TransactionService.class::cast);
    }

    @Override
    public Optional<LocalNetwork> local() {
        return Optional.empty();
    }

    @Override
    public void close() {
        service.ifPresent(SafeServiceClient::close);
        endpoints.forEach(NodeEndpoint::close);
    }
}
