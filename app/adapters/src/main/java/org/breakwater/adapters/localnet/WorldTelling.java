package org.breakwater.adapters.localnet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.localnet.WorldManifest.Milestone;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localnet.world.EventLog;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.adapters.localnet.world.World;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// A node on which the world is told from its first block: the Safes, the deployment, then the script.
final class WorldTelling implements AutoCloseable {

    private static final String BLOCK_GAS = "1000000000";
    private static final int COUNCIL_THRESHOLD = 4;
    private static final int GUARDIAN_THRESHOLD = 2;

    private final AnvilProcess anvil;
    private final Deployment deployment;
    private final World world;
    private final long seed;
    private boolean handedOver;

    private WorldTelling(AnvilProcess anvil, Deployment deployment, World world, long seed) {
        this.anvil = anvil;
        this.deployment = deployment;
        this.world = world;
        this.seed = seed;
    }

    static WorldTelling start(OptionalInt port, long seed) throws ProblemException {
        var anvil = AnvilProcess.start(AnvilBinary.find(), port, arguments());
        try {
            var people = LocalPeople.ofPhrase();
            var rpc = new AnvilRpc(anvil.node().address());
            rpc.ask("anvil_setBlockTimestampInterval", 1);
            var deployment = deploy(anvil.node(), people);
            rpc.ask("anvil_removeBlockTimestampInterval");
            var world = World.on(anvil.node(), deployment, people::key, seed);
            world.begin();
            return new WorldTelling(anvil, deployment, world, seed);
        } catch (ProblemException | RuntimeException failed) {
            anvil.close();
            throw failed;
        }
    }

    /// What a node of the local network always starts with.
    static List<String> identity() {
        return List.of("--mnemonic", LocalPeople.PHRASE, "--gas-limit", BLOCK_GAS);
    }

    private static List<String> arguments() {
        var arguments = new ArrayList<>(identity());
        arguments.addAll(List.of("--accounts", Integer.toString(Part.ACCOUNTS)));
        arguments.addAll(List.of("--timestamp", Long.toString(World.GENESIS.getEpochSecond())));
        arguments.addAll(List.of("--no-mining", "--prune-history", "--order", "fifo"));
        return arguments;
    }

    private static Deployment deploy(EthereumNode node, LocalPeople people) throws ProblemException {
        var deployment = new LocalDeployment(node, new EthereumAccount(node, people.one(Part.PUBLISHER)));
        deployment.publishSafes();
        var accounts = new TreeMap<String, Address>(Map.of(
                "council",
                deployment.safe(LocalPeople.addresses(people.all(Part.COUNCIL)), COUNCIL_THRESHOLD),
                "guardian",
                deployment.safe(LocalPeople.addresses(people.all(Part.GUARDIAN)), GUARDIAN_THRESHOLD),
                "steward",
                LocalPeople.address(people.one(Part.STEWARD)),
                "tokenHolder",
                LocalPeople.address(people.one(Part.FOUNDATION))));
        return deployment.protocol(new EthereumAccount(node, people.one(Part.DEPLOYER)), accounts);
    }

    void playUntil(Instant end) throws ProblemException {
        world.playUntil(end);
    }

    World world() {
        return world;
    }

    Deployment deployment() {
        return deployment;
    }

    EthereumNode node() {
        return anvil.node();
    }

    AnvilRpc rpc() {
        return new AnvilRpc(anvil.node().address());
    }

    /// Where the world stands now.
    Milestone milestone() throws ProblemException {
        var head = anvil.node().head();
        return new Milestone(head, EventLog.upTo(rpc(), head.number()));
    }

    /// The network, alive with its world; it is no longer this telling's to close.
    LocalNetwork finished() throws ProblemException {
        var network = LocalNetwork.ready(anvil, deployment, world.papers(), seed);
        handedOver = true;
        return network;
    }

    @Override
    public void close() {
        if (!handedOver) {
            anvil.close();
        }
    }
}
