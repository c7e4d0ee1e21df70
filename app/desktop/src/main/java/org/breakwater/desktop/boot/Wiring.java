package org.breakwater.desktop.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainPools;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.overview.ReadOverview;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.problem.ProblemException;
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

    private final LocalNetwork network;
    private final ChainParameterRegistry registry;
    private final ChainSafeContract safes;
    private final Following following;
    private final TextLibrary texts;

    public Wiring(LocalNetwork network) throws ProblemException {
        this.network = network;
        this.following = Following.start(
                network.node(), network.deployment(), network.folder().resolve("index.sqlite"));
        this.registry =
                new ChainParameterRegistry(network.node(), network.deployment().address("ParameterRegistry"));
        this.texts = TextLibrary.read(new JsonFiles(), network.description().texts());
        this.safes = new ChainSafeContract(network.node(), network.executor());
    }

    /// The network as the window's frame shows it. A local one makes blocks only when something happens on it.
    public Console.Network network() {
        var name = "Local network " + network.node().chain() + ", no real funds";
        return new Console.Network(NetworkKind.LOCAL, name, Duration.ofDays(365), network.node());
    }

    /// The protocol as the places show it.
    public Console.Protocol protocol() {
        return new Console.Protocol(following.follow(), network.deployment(), following.events(), book(), texts);
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
        network.deployment().contracts().forEach(contract -> names.putIfAbsent(contract.address(), contract.name()));
        return new AddressBook(names);
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    public void close() {
        following.close();
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
