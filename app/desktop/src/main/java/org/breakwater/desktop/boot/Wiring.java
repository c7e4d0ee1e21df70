package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainPools;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.ChainSafes;
import org.breakwater.adapters.ethereum.DeployedInterfaces;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.safe.TransactionQueueFile;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.SqlitePolicyList;
import org.breakwater.core.call.ContractInterfaces;
import org.breakwater.core.council.ReadCouncil;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.overview.ReadOverview;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.policies.PolicyList;
import org.breakwater.core.policies.PolicySearch;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.safe.SignAndExecute;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.feature.overview.OverviewViewModel.Subject;
import org.breakwater.desktop.feature.overview.OverviewViewModel.UseCases;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.NetworkKind;

/// Puts the console's parts together on a local network.
public final class Wiring implements AutoCloseable {

    /// The largest share of the second pool's net assets that one subject's cover may take, in basis points.
    static final ParameterId CONCENTRATION = new ParameterId("SUBJECT_CONCENTRATION", ParameterScope.pool(2));

    /// The token that the pools of a local network count in.
    private static final String ASSET = "LocalToken";

    private final LocalNetwork network;
    private final ChainParameterRegistry registry;
    private final ChainSafeContract safes;
    private final Following following;
    private final TextLibrary texts;
    private final String assetSymbol;
    private final PolicyList policies;
    private final ReadCouncil council;
    private final ContractInterfaces interfaces;

    /// The index ends with the network.
    public Wiring(LocalNetwork network) throws ProblemException {
        this(network, network.folder().resolve("index.sqlite"));
    }

    /// @param store where the index is kept
    Wiring(LocalNetwork network, Path store) throws ProblemException {
        this.network = network;
        this.policies = SqlitePolicyList.open();
        this.following = Following.start(network.node(), network.deployment(), store);
        this.registry =
                new ChainParameterRegistry(network.node(), network.deployment().address("ParameterRegistry"));
        this.texts = TextLibrary.read(new JsonFiles(), network.description().texts());
        this.assetSymbol = new ChainPools(network.node())
                .pool(network.deployment().pools().getFirst().address())
                .totalAssets()
                .symbol();
        this.safes = new ChainSafeContract(network.node(), network.executor());
        this.council = new ReadCouncil(
                network.node().chain(),
                watched(),
                new ChainSafes(network.node(), network.deployment().address("LocalToken")),
                new TransactionQueueFile(new JsonFiles(), network.description().safeQueue()),
                new EcdsaRecovery());
        this.interfaces = new DeployedInterfaces(network.deployment());
    }

    /// The network as the window's frame shows it. A local one makes blocks only when something happens on it.
    public Console.Network network() {
        var name = "Local network " + network.node().chain() + ", no real funds";
        return new Console.Network(NetworkKind.LOCAL, name, Duration.ofDays(365), network.node());
    }

    /// The protocol as the places show it.
    public Console.Protocol protocol() {
        var book = book();
        return new Console.Protocol(
                following.follow(),
                network.deployment(),
                following.events(),
                book,
                texts,
                new PolicySearch(policies, book, texts),
                council,
                interfaces,
                NodeReviews.on(network.node(), network.deployment(), network.clock(), kept()));
    }

    /// What a review finds on this machine: the texts, and what hashes stand for in the queue.
    private Kept kept() {
        var queue =
                new TransactionQueueFile(new JsonFiles(), network.description().safeQueue());
        return new Kept(
                Optional.empty(),
                texts,
                (safe, hash) -> queue.waiting().stream()
                        .filter(served -> served.safe().equals(safe)
                                && served.statedHash().equals(hash))
                        .map(ServedTransaction::transaction)
                        .findFirst());
    }

    /// The network's Safes by what they are for.
    private SequencedMap<Address, String> watched() {
        var watched = new LinkedHashMap<Address, String>();
        network.description().safes().forEach(safe -> watched.put(safe.state().address(), capitalised(safe.name())));
        return watched;
    }

    /// Contracts by what they are, and everybody on the network by their names.
    private AddressBook book() {
        var names = new LinkedHashMap<Address, String>();
        network.deployment().accounts().forEach((name, address) -> names.put(address, capitalised(name)));
        network.description().accounts().forEach(account -> names.putIfAbsent(account.address(), account.name()));
        var pools = network.deployment().pools();
        for (int i = 0; i < pools.size(); i++) {
            names.put(pools.get(i).address(), "Pool " + (i + 1));
        }
        network.deployment().contract(ASSET).ifPresent(token -> names.put(token.address(), assetSymbol));
        network.deployment().contracts().forEach(contract -> names.putIfAbsent(contract.address(), contract.name()));
        return new AddressBook(names);
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    public void close() {
        following.close();
        policies.close();
    }

    /// The network's time in this machine's zone.
    public Clock clock() {
        return network.clock().withZone(ZoneId.systemDefault());
    }

    public ChainParameterRegistry registry() {
        return registry;
    }

    /// The first screen's model: as many of the council's owners sign as it takes.
    public OverviewViewModel overview(Background background) {
        var chain = network.node().chain();
        var subject = new Subject(
                chain,
                network.deployment().pools().get(1).address(),
                CONCENTRATION,
                network.council(),
                network.councilSigners().subList(0, network.councilThreshold()));
        var useCases = new UseCases(
                new ReadOverview(network.node(), new ChainPools(network.node()), registry, safes),
                new ProposeTightening(registry, safes),
                new SignAndExecute(chain, safes, new EcdsaRecovery()));
        return new OverviewViewModel(subject, useCases, background);
    }
}
