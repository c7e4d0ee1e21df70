package org.breakwater.desktop.boot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.deployment.NodeEndpoints;
import org.breakwater.adapters.deployment.NodeReviews.Nodes;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.files.PrivateFolder;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.names.AddressBookFiles;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.core.chain.KnownChain;
import org.breakwater.core.connection.EndpointRules;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.CheckService;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceHealth;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Live;
import org.breakwater.desktop.feature.settings.NetworkEditing;
import org.breakwater.desktop.kit.NetworkKind;

/// A network that its user named by addresses of nodes and a deployment file. What is read from it is kept between
/// starts, apart for each deployment.
public final class EndpointConnection implements Connection, NetworkEditing {

    /// Five blocks of Ethereum's.
    private static final Duration LATE_AFTER = Duration.ofMinutes(1);

    /// A network that somebody started for themselves makes blocks only when something happens on it.
    private static final Duration NEVER = Duration.ofDays(365);

    /// Hex digits of the checksum in a folder's name, after `0x`.
    private static final int SHOWN = 2 + 16;

    /// The key of an account with the transaction service. Arguments can be read by other programs, this cannot.
    private static final String SERVICE_KEY = "BREAKWATER_SERVICE_KEY";

    private final NodeEndpoints nodes;
    private final Collection<NodeAddress> named;
    private final Deployment deployment;
    private final Path folder;
    private final NetworkFile settings;
    private final SequencedMap<Address, String> names;
    private final TextLibrary texts;
    private final List<Problem> notices;
    private final Live<Optional<TransactionService>> service;
    private final Clock clock;
    private Optional<SafeServiceClient> client;

    private EndpointConnection(
            NodeEndpoints nodes, Collection<NodeAddress> named, Path folder, Given given, Clock clock) {
        this.nodes = nodes;
        this.named = List.copyOf(named);
        this.settings = new NetworkFile(folder);
        this.deployment = given.file().deployment();
        this.folder = folder;
        this.names = given.names();
        this.texts = given.texts();
        this.notices = given.notices();
        this.client = given.service();
        this.service = new Live<>(client.map(TransactionService.class::cast));
        this.clock = clock;
    }

    /// What was named, read.
    private record Given(
            DeploymentFile file,
            SequencedMap<Address, String> names,
            TextLibrary texts,
            Optional<SafeServiceClient> service,
            List<Problem> notices) {

        Given {
            notices = List.copyOf(notices);
        }
    }

    /// Insists that everything named can be used, and that one of the endpoints has the deployment. Blocking.
    ///
    /// @param data the folder in which what is kept of each deployment has a folder
    static EndpointConnection open(NetworkChoice.Named choice, Path data) throws ProblemException {
        return open(choice, data, EndpointConnection::rules);
    }

    /// As above, and an address book that cannot be read is said, and names nothing.
    static EndpointConnection openAgain(NetworkChoice.Named choice, Path data) throws ProblemException {
        return open(choice, data, EndpointConnection::rules, (refused, said) -> {
            var why = refused.problem();
            said.add(new Problem(
                    why.happened(), "Addresses that only it names are shown without a name.", why.remedy()));
        });
    }

    /// What becomes of an address book that cannot be read.
    @FunctionalInterface
    private interface UnreadNames {
        void decide(ProblemException refused, List<Problem> said) throws ProblemException;
    }

    /// As above.
    ///
    /// @param rules of each chain, by which endpoints are left and gone back to
    static EndpointConnection open(NetworkChoice.Named choice, Path data, Function<ChainId, EndpointRules> rules)
            throws ProblemException {
        return open(choice, data, rules, (refused, _) -> {
            throw refused;
        });
    }

    private static EndpointConnection open(
            NetworkChoice.Named choice, Path data, Function<ChainId, EndpointRules> rules, UnreadNames unread)
            throws ProblemException {
        var file = DeploymentFile.read(choice.deployment());
        requireComplete(file.deployment());
        var folder = folder(data, file);
        var read = new NetworkFile(folder).readOrSetAside();
        var kept = read.kept();
        var given = given(choice, file, read, unread);
        try {
            var nodes = NodeEndpoints.open(
                    addresses(choice, kept), file, rules.apply(file.deployment().chain()));
            return opened(nodes, choice.rpc(), folder, given);
        } catch (ProblemException | RuntimeException refused) {
            given.service().ifPresent(SafeServiceClient::close);
            throw refused;
        }
    }

    private static EndpointConnection opened(NodeEndpoints nodes, List<NodeAddress> named, Path folder, Given given)
            throws ProblemException {
        try {
            return new EndpointConnection(nodes, named, folder, given, clock(nodes.node()));
        } catch (ProblemException | RuntimeException refused) {
            nodes.close();
            throw refused;
        }
    }

    static EndpointRules rules(ChainId chain) {
        return isDevelopment(chain) ? EndpointRules.development(NEVER) : EndpointRules.live(LATE_AFTER);
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

    /// The ones that were named, and then those that were kept in the settings, in the order in which they were kept.
    private static Collection<NodeAddress> addresses(NetworkChoice.Named choice, NetworkFile.Kept kept)
            throws ProblemException {
        var ordered = new LinkedHashSet<NodeAddress>();
        for (var text : kept.endpoints()) {
            ordered.add(NodeAddress.parse(text));
        }
        var addresses = new LinkedHashSet<>(choice.rpc());
        addresses.removeAll(ordered);
        addresses.addAll(ordered);
        return addresses;
    }

    private static Given given(
            NetworkChoice.Named choice, DeploymentFile file, NetworkFile.Reading read, UnreadNames unread)
            throws ProblemException {
        var said = new ArrayList<>(read.problem().stream().toList());
        var names = Connection.accounts(file.deployment());
        if (choice.addressBook().isPresent()) {
            try {
                names.putAll(new AddressBookFiles()
                        .read(choice.addressBook().get(), file.deployment().chain())
                        .all());
            } catch (ProblemException refused) {
                unread.decide(refused, said);
            }
        }
        var texts = choice.texts().isPresent()
                ? TextLibrary.read(new JsonFiles(), choice.texts().get())
                : TextLibrary.EMPTY;
        var named = choice.service().or(read.kept()::service);
        var service = named.isPresent()
                ? Optional.of(SafeServiceClient.open(named.get(), key()))
                : Optional.<SafeServiceClient>empty();
        return new Given(file, names, texts, service, said);
    }

    private static Optional<String> key() {
        return Optional.ofNullable(System.getenv(SERVICE_KEY));
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
    static String names(List<NodeAddress> addresses) {
        return addresses.stream().map(NodeAddress::name).collect(Collectors.joining(" and "));
    }

    @Override
    public NetworkKind kind() {
        return KnownChain.of(deployment.chain())
                .map(known -> switch (known.use()) {
                    case LIVE -> NetworkKind.LIVE;
                    case TEST -> NetworkKind.TEST;
                    case DEVELOPMENT -> NetworkKind.LOCAL;
                })
                .orElse(NetworkKind.UNKNOWN);
    }

    @Override
    public String name() {
        var chain = deployment.chain();
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
        return rules(deployment.chain()).lateAfter();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public EthereumNode node() {
        return nodes.node();
    }

    @Override
    public Optional<URI> heads() {
        return nodes.heads();
    }

    @Override
    public EndpointSelection endpoints() {
        return nodes.selection();
    }

    @Override
    public LogSources sources() {
        return nodes.sources();
    }

    @Override
    public Nodes reviewed() {
        return nodes.reviewed();
    }

    @Override
    public Optional<NetworkEditing> editing() {
        return Optional.of(this);
    }

    @Override
    public synchronized void addEndpoint(String text) throws ProblemException {
        var address = NodeAddress.parse(text);
        if (nodes.addresses().contains(address)) {
            throw new ProblemException(Problem.of(address.name() + " is one of them already.", "Enter another one."));
        }
        var kept = settings.read();
        nodes.add(address);
        try {
            settings.write(kept.with(text));
        } catch (ProblemException refused) {
            nodes.remove(address);
            throw refused;
        }
    }

    @Override
    public synchronized void removeEndpoint(String name) throws ProblemException {
        var kept = settings.read();
        for (var text : kept.endpoints()) {
            var address = NodeAddress.parse(text);
            if (address.name().equals(name)) {
                settings.write(kept.without(text));
                if (!named.contains(address)) {
                    nodes.remove(address);
                    return;
                }
            }
        }
        throw new ProblemException(
                Problem.of(name + " was given when the console was started.", "Leave it out at the next start."));
    }

    @Override
    public synchronized void preferEndpoint(String name) throws ProblemException {
        var address = nodes.addresses().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (address.isPresent()) {
            nodes.prefer(address.get());
            settings.write(settings.read()
                    .ordered(nodes.addresses().stream().map(NodeAddress::text).toList()));
        }
    }

    @Override
    public ServiceHealth tryService(String address) throws ProblemException {
        try (var tried = opened(address)) {
            return new CheckService(tried, deployment.chain()).run();
        } catch (ServiceException failed) {
            throw failed.asProblem();
        }
    }

    /// The key is for one service: another one is asked without it.
    private synchronized SafeServiceClient opened(String address) throws ProblemException {
        return SafeServiceClient.open(address, client.isEmpty() ? key() : Optional.empty());
    }

    @Override
    public synchronized void useService(Optional<String> address) throws ProblemException {
        var other = address.isPresent() ? Optional.of(opened(address.get())) : Optional.<SafeServiceClient>empty();
        try {
            settings.write(settings.read().with(address));
        } catch (ProblemException refused) {
            other.ifPresent(SafeServiceClient::close);
            throw refused;
        }
        var former = client;
        client = other;
        service.set(other.map(TransactionService.class::cast));
        former.ifPresent(SafeServiceClient::close);
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public Path folder() {
        return folder;
    }

    /// Beside what is kept of the networks.
    @Override
    public Path signers() {
        return folder.resolve("../../signers").normalize();
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
    public Live<Optional<TransactionService>> service() {
        return service;
    }

    @Override
    public List<Problem> notices() {
        return notices;
    }

    @Override
    public Optional<LocalNetwork> local() {
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        client.ifPresent(SafeServiceClient::close);
        nodes.close();
    }
}
