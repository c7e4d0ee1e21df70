package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localnet.world.Papers;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.adapters.localnet.world.World;
import org.breakwater.adapters.localservice.LocalTransactionService;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.localnet.LocalTime;
import org.breakwater.core.localnet.NetworkDescription;
import org.breakwater.core.localnet.NetworkDescription.NamedSafe;
import org.breakwater.core.localnet.RunningNetwork;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;

/// An Ethereum network on this machine with the protocol and its world on it, alive until it is closed.
public final class LocalNetwork implements RunningNetwork {

    /// The seed of the world that comes with the program.
    public static final long PREPARED_SEED = 1;

    private static final JsonLimits QUEUE_LIMITS = new JsonLimits(8 << 20, 12, 1 << 20, 200_000);
    private static final String COUNCIL = "council";
    private static final String GUARDIAN = "guardian";

    private final AnvilProcess anvil;
    private final LocalPeople people;
    private final Deployment deployment;
    private final NetworkDescription description;
    private final LocalClock clock;
    private final LocalTransactionService service;

    private LocalNetwork(
            AnvilProcess anvil,
            LocalPeople people,
            Deployment deployment,
            NetworkDescription description,
            LocalClock clock,
            LocalTransactionService service) {
        this.anvil = anvil;
        this.people = people;
        this.deployment = deployment;
        this.description = description;
        this.clock = clock;
        this.service = service;
        var _ = anvil.ended().thenRun(service::close);
    }

    /// The prepared world, on a free port.
    public static LocalNetwork start() throws ProblemException {
        return start(OptionalInt.empty(), PREPARED_SEED, _ -> {});
    }

    /// The world of a seed: loaded where it was prepared, told from the script otherwise.
    ///
    /// @param port on loopback; a free one where empty
    /// @param news hears a sentence where starting takes long
    public static LocalNetwork start(OptionalInt port, long seed, Consumer<String> news) throws ProblemException {
        var prepared = PreparedWorld.ofProgram();
        if (prepared.isPresent() && prepared.get().manifest().seed() == seed) {
            return load(port, prepared.get());
        }
        news.accept("No world was prepared for seed " + seed + ": it is told from the script, which takes minutes.");
        try (var telling = WorldTelling.start(port, seed)) {
            telling.playUntil(World.HEAD);
            return telling.finished();
        }
    }

    static LocalNetwork load(OptionalInt port, PreparedWorld prepared) throws ProblemException {
        var anvil = AnvilProcess.start(AnvilBinary.find(), port, WorldTelling.identity(), prepared::unpackState);
        try {
            prepared.requireLoaded(anvil.node());
            var deployment = prepared.deployment(deploymentFile(anvil));
            return ready(
                    anvil, deployment, prepared.papers(), prepared.manifest().seed());
        } catch (ProblemException | RuntimeException failed) {
            anvil.close();
            throw failed;
        }
    }

    /// A network whose world has been told, on a node whose clock still stands at another time.
    static LocalNetwork ready(AnvilProcess anvil, Deployment deployment, Papers papers, long seed)
            throws ProblemException {
        var rpc = new AnvilRpc(anvil.node().address());
        // Before the first new block: by the machine's own time every vote and every pause would be over.
        var now = anvil.node().head().time();
        rpc.ask("evm_setTime", now.getEpochSecond());
        var clock = LocalClock.setTo(now);
        rpc.ask("evm_setAutomine", true);
        var people = LocalPeople.ofPhrase();
        var service = service(anvil, papers, clock);
        try {
            var description = described(anvil, deployment, papers, seed, service.address());
            return new LocalNetwork(anvil, people, deployment, description, clock, service);
        } catch (ProblemException | RuntimeException failed) {
            service.close();
            throw failed;
        }
    }

    /// A transaction service that has the transactions which wait.
    private static LocalTransactionService service(AnvilProcess anvil, Papers papers, Clock clock)
            throws ProblemException {
        var service = LocalTransactionService.start(
                anvil.node(), SafeRelease.singletons(), SafeRelease.proxyFactories(), anvil.folder(), clock);
        try {
            var queue = JsonText.parse("the world's queue", papers.safeQueue().toString(), QUEUE_LIMITS);
            service.file(queue.objects());
            return service;
        } catch (ProblemException | RuntimeException failed) {
            service.close();
            throw failed;
        }
    }

    private static Path deploymentFile(AnvilProcess anvil) {
        return anvil.folder().resolve("deployment.json");
    }

    private static NetworkDescription described(
            AnvilProcess anvil, Deployment deployment, Papers papers, long seed, URI service) throws ProblemException {
        var file = deploymentFile(anvil);
        DeploymentFile.write(deployment, file);
        var node = anvil.node();
        return new NetworkDescription(
                node.address().toString(),
                node.chain(),
                seed,
                file.toString(),
                LocalPeople.PHRASE,
                papers.residents(),
                List.of(
                        new NamedSafe(COUNCIL, safe(node, deployment, COUNCIL)),
                        new NamedSafe(GUARDIAN, safe(node, deployment, GUARDIAN))),
                written(anvil, "safe-queue.json", papers.safeQueue().toString()),
                service.toString(),
                written(anvil, "texts.json", papers.texts().toString()));
    }

    private static String written(AnvilProcess anvil, String name, String content) throws ProblemException {
        try {
            return Files.writeString(anvil.folder().resolve(name), content).toString();
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "The local network's " + name + " could not be written: " + failed.getMessage() + ".",
                            "Make room in the folder for temporary files, and start it again."),
                    failed);
        }
    }

    private static SafeState safe(EthereumNode node, Deployment deployment, String name) throws ProblemException {
        var address = deployment.account(name).orElseThrow();
        return new ChainSafeContract(node).state(address);
    }

    public EthereumNode node() {
        return anvil.node();
    }

    /// A folder that ends with the network.
    public Path folder() {
        return anvil.folder();
    }

    /// The time that the node gives its blocks, by which every age and every deadline on it counts. It went on from the
    /// head's when the network was started.
    public Clock clock() {
        return clock;
    }

    /// Moves that time.
    public LocalTime time() {
        return this::moveAhead;
    }

    private synchronized void moveAhead(Duration by) throws ProblemException {
        if (by.toSeconds() < 1 || by.compareTo(LocalTime.MOST) > 0) {
            throw new ProblemException(Problem.of(
                    "Time is moved by a second at least and by " + LocalTime.MOST.toDays() + " days at most.",
                    "Choose another moment."));
        }
        var rpc = new AnvilRpc(node().address());
        rpc.ask("evm_increaseTime", by.toSeconds());
        rpc.ask("evm_mine");
        clock.set(node().head().time());
    }

    public Deployment deployment() {
        return deployment;
    }

    public Address council() {
        return deployment.account(COUNCIL).orElseThrow();
    }

    /// How many of the council's owners must sign.
    public int councilThreshold() {
        return description.safes().getFirst().state().threshold();
    }

    @Override
    public NetworkDescription description() {
        return description;
    }

    @Override
    public CompletableFuture<String> ended() {
        return anvil.ended();
    }

    /// The transaction service beside the node; it can end before the node does.
    public LocalTransactionService service() {
        return service;
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
        service.close();
        anvil.close();
    }
}
