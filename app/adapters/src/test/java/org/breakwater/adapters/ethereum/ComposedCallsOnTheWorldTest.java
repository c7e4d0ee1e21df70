package org.breakwater.adapters.ethereum;

import java.util.List;
import java.util.Set;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Every template on the local network's world: what it encodes is what the contracts take from the Safe, and what it
/// refuses is what they refuse, by the error of the same meaning. One world for all groups.
class ComposedCallsOnTheWorldTest
        implements ParameterCallsOnTheWorld,
                ClaimCallsOnTheWorld,
                TreasuryCallsOnTheWorld,
                AccessCallsOnTheWorld,
                SafeCallsOnTheWorld,
                OtherCallsOnTheWorld,
                DaoCallsOnTheWorld {

    private static World world;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void start() throws Exception {
        var network = LocalNetwork.start();
        var deployment = network.deployment();
        var block = network.node().head();
        var projection = new ProtocolProjection(deployment);
        var logs = new FoldedLogs(new FetchedLogs(network.node().address()), deployment);
        for (var facts : logs.facts(0, block.number()).entrySet()) {
            projection.apply(facts.getKey(), facts.getValue());
        }
        var state = projection.state();
        var outside = new ChainOutside(network.node(), deployment).at(state, block);
        var known =
                new Known(block, state, state.at(block.time().getEpochSecond(), outside), new PoolHistory(List.of()));
        world = new World(
                network, deployment, known, context(network, known, "council"), context(network, known, "guardian"));
    }

    @AfterAll
    static void stop() {
        world.network().close();
    }

    @Override
    public World world() {
        return world;
    }

    private static ComposeContext context(LocalNetwork network, Known known, String account) throws Exception {
        var deployment = network.deployment();
        var setup = new ChainSafes(network.node(), deployment)
                .setup(deployment.account(account).orElseThrow(), known.block());
        var domain = new SafeDomain(
                SafeVersion.parse(setup.version()), network.node().chain(), setup.address());
        var safe = new WatchedSafe(
                account, domain, setup, NonceOrder.of(setup.nonce(), List.of(), _ -> setup.nonce()), Set.of());
        return ComposeContext.of(known, deployment, safe, new PastedInterface(JsonText::parse));
    }
}
