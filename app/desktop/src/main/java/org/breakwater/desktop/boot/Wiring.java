package org.breakwater.desktop.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainPools;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.overview.ReadOverview;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.safe.SignAndExecute;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.feature.overview.OverviewViewModel.Subject;
import org.breakwater.desktop.feature.overview.OverviewViewModel.UseCases;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.NetworkKind;

/// Puts the console's parts together on a local network.
public final class Wiring {

    /// The largest share of the second pool's net assets that one subject's cover may take, in basis points.
    static final ParameterId CONCENTRATION = new ParameterId("SUBJECT_CONCENTRATION", ParameterScope.pool(2));

    private final LocalNetwork network;
    private final ChainParameterRegistry registry;
    private final ChainSafeContract safes;

    public Wiring(LocalNetwork network) {
        this.network = network;
        this.registry =
                new ChainParameterRegistry(network.node(), network.deployment().address("ParameterRegistry"));
        this.safes = new ChainSafeContract(network.node(), network.executor());
    }

    /// The network as the window's frame shows it. A local one makes blocks only when something happens on it.
    public Console.Network network() {
        var name = "Local network " + network.node().chain() + ", no real funds";
        return new Console.Network(NetworkKind.LOCAL, name, Duration.ofDays(365), network.node());
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
