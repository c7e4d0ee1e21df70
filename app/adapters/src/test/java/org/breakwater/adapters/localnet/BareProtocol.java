package org.breakwater.adapters.localnet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// The protocol as its script leaves it, on a node that keeps the state of every block.
public final class BareProtocol implements AutoCloseable {

    private static final int THRESHOLD = 2;

    private final AnvilProcess anvil;
    private final Deployment deployment;

    private BareProtocol(AnvilProcess anvil, Deployment deployment) {
        this.anvil = anvil;
        this.deployment = deployment;
    }

    public static BareProtocol start() throws ProblemException {
        var people = LocalPeople.ofPhrase();
        var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), arguments());
        try {
            var bare = new BareProtocol(anvil, deploy(anvil.node(), people));
            DeploymentFile.write(bare.deployment, bare.file());
            return bare;
        } catch (ProblemException | RuntimeException failed) {
            anvil.close();
            throw failed;
        }
    }

    private static List<String> arguments() {
        return List.of(
                "--mnemonic",
                LocalPeople.PHRASE,
                "--accounts",
                Integer.toString(Part.ACCOUNTS),
                "--gas-limit",
                "1000000000",
                "--no-mining");
    }

    private static Deployment deploy(EthereumNode node, LocalPeople people) throws ProblemException {
        var local = new LocalDeployment(node, new EthereumAccount(node, people.one(Part.PUBLISHER)));
        local.publishSafes();
        var council = local.safe(LocalPeople.addresses(people.all(Part.COUNCIL)), THRESHOLD);
        var guardian = local.safe(LocalPeople.addresses(people.all(Part.GUARDIAN)), THRESHOLD);
        var accounts = new TreeMap<String, Address>(Map.of(
                "council",
                council,
                "guardian",
                guardian,
                "steward",
                LocalPeople.address(people.one(Part.STEWARD)),
                "tokenHolder",
                LocalPeople.address(people.one(Part.FOUNDATION))));
        return local.protocol(new EthereumAccount(node, people.one(Part.DEPLOYER)), accounts);
    }

    public EthereumNode node() {
        return anvil.node();
    }

    public Deployment deployment() {
        return deployment;
    }

    /// The deployment file, gone when this is closed.
    public Path file() {
        return anvil.folder().resolve("deployment.json");
    }

    @Override
    public void close() {
        anvil.close();
    }
}
