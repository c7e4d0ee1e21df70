package org.breakwater.adapters.localnet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.adapters.localnet.world.World;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.localnet.NetworkDescription;
import org.breakwater.core.localnet.NetworkDescription.NamedSafe;
import org.breakwater.core.localnet.RunningNetwork;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;

/// An Ethereum network on this machine with the protocol on it, fresh from its deployment, alive until it is closed.
public final class LocalNetwork implements RunningNetwork {

    private static final String BLOCK_GAS = "1000000000";
    private static final String COUNCIL = "council";
    private static final String GUARDIAN = "guardian";
    private static final int COUNCIL_THRESHOLD = 4;
    private static final int GUARDIAN_THRESHOLD = 2;

    private final AnvilProcess anvil;
    private final LocalPeople people;
    private final Deployment deployment;
    private final NetworkDescription description;

    private LocalNetwork(
            AnvilProcess anvil, LocalPeople people, Deployment deployment, NetworkDescription description) {
        this.anvil = anvil;
        this.people = people;
        this.deployment = deployment;
        this.description = description;
    }

    public static LocalNetwork start() throws ProblemException {
        return start(OptionalInt.empty(), 1);
    }

    /// @param port on loopback; a free one where empty
    public static LocalNetwork start(OptionalInt port, long seed) throws ProblemException {
        return started(port, seed, _ -> {});
    }

    /// Starts a network and tells its world from the script.
    ///
    /// @param until where the story stops
    static LocalNetwork told(OptionalInt port, long seed, Instant until) throws ProblemException {
        return started(port, seed, network -> {
            var world = network.world(seed);
            world.runUntil(until);
            System.out.println(world.summary());
        });
    }

    private static LocalNetwork started(OptionalInt port, long seed, Story story) throws ProblemException {
        var people = LocalPeople.ofPhrase();
        var anvil = AnvilProcess.start(AnvilBinary.find(), port, arguments());
        try {
            var rpc = new AnvilRpc(anvil.node().address());
            rpc.ask("anvil_setBlockTimestampInterval", 1);
            var deployment = deploy(anvil.node(), people);
            rpc.ask("anvil_removeBlockTimestampInterval");
            var network = new LocalNetwork(anvil, people, deployment, described(anvil, people, deployment, seed));
            story.tell(network);
            rpc.ask("evm_setTime", anvil.node().head().time().getEpochSecond());
            rpc.ask("evm_setAutomine", true);
            return network;
        } catch (ProblemException | RuntimeException failed) {
            anvil.close();
            throw failed;
        }
    }

    @FunctionalInterface
    private interface Story {
        void tell(LocalNetwork network) throws ProblemException;
    }

    World world(long seed) throws ProblemException {
        return World.on(anvil.node(), deployment, people::key, seed);
    }

    private static List<String> arguments() {
        return List.of(
                "--mnemonic",
                LocalPeople.PHRASE,
                "--accounts",
                Integer.toString(Part.ACCOUNTS),
                "--gas-limit",
                BLOCK_GAS,
                "--timestamp",
                Long.toString(World.GENESIS.getEpochSecond()),
                "--no-mining",
                "--prune-history",
                "--order",
                "fifo");
    }

    private static Deployment deploy(EthereumNode node, LocalPeople people) throws ProblemException {
        var deployment = new LocalDeployment(node, new EthereumAccount(node, people.one(Part.PUBLISHER)));
        deployment.publishSafes();
        var accounts = new TreeMap<String, Address>(Map.of(
                COUNCIL,
                deployment.safe(LocalPeople.addresses(people.all(Part.COUNCIL)), COUNCIL_THRESHOLD),
                GUARDIAN,
                deployment.safe(LocalPeople.addresses(people.all(Part.GUARDIAN)), GUARDIAN_THRESHOLD),
                "steward",
                LocalPeople.address(people.one(Part.STEWARD)),
                "tokenHolder",
                LocalPeople.address(people.one(Part.FOUNDATION))));
        return deployment.protocol(new EthereumAccount(node, people.one(Part.DEPLOYER)), accounts);
    }

    private static NetworkDescription described(
            AnvilProcess anvil, LocalPeople people, Deployment deployment, long seed) throws ProblemException {
        var file = anvil.folder().resolve("deployment.json");
        DeploymentFile.write(deployment, file);
        var node = anvil.node();
        return new NetworkDescription(
                node.address().toString(),
                node.chain(),
                seed,
                file.toString(),
                LocalPeople.PHRASE,
                described(people),
                List.of(
                        new NamedSafe(COUNCIL, safe(node, people, deployment, COUNCIL)),
                        new NamedSafe(GUARDIAN, safe(node, people, deployment, GUARDIAN))));
    }

    private static List<NetworkDescription.Account> described(LocalPeople people) {
        var accounts = new ArrayList<NetworkDescription.Account>();
        for (var part : Part.values()) {
            for (var index : part.indexes()) {
                accounts.add(new NetworkDescription.Account(
                        part.title(), LocalPeople.address(people.key(index)), LocalPeople.path(index)));
            }
        }
        return accounts;
    }

    private static SafeState safe(EthereumNode node, LocalPeople people, Deployment deployment, String name)
            throws ProblemException {
        var address = deployment.account(name).orElseThrow();
        return new ChainSafeContract(node, new EthereumAccount(node, people.one(Part.PUBLISHER))).state(address);
    }

    public EthereumNode node() {
        return anvil.node();
    }

    public Deployment deployment() {
        return deployment;
    }

    public Address council() {
        return deployment.account(COUNCIL).orElseThrow();
    }

    @Override
    public NetworkDescription description() {
        return description;
    }

    @Override
    public CompletableFuture<String> ended() {
        return anvil.ended();
    }

    /// The account that pays for what this console sends.
    public EthereumAccount executor() {
        return new EthereumAccount(anvil.node(), people.one(Part.PUBLISHER));
    }

    /// The council's owners, each with their key.
    public List<Signer> councilSigners() {
        return people.all(Part.COUNCIL).stream().<Signer>map(KeySigner::new).toList();
    }

    @Override
    public void close() {
        anvil.close();
    }
}
