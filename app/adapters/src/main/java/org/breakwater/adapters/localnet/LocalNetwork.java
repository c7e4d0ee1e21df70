package org.breakwater.adapters.localnet;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.web3j.crypto.Credentials;

/// An Ethereum network on this machine with the protocol on it, fresh from its deployment, alive until it is closed.
public final class LocalNetwork implements AutoCloseable {

    private static final int PEOPLE = 30;
    private static final String BLOCK_GAS = "1000000000";

    private final AnvilProcess anvil;
    private final People people;
    private final Protocol protocol;

    private LocalNetwork(AnvilProcess anvil, People people, Protocol protocol) {
        this.anvil = anvil;
        this.people = people;
        this.protocol = protocol;
    }

    /// Where the protocol's parts are.
    public record Protocol(Address parameterRegistry, List<Address> pools, Address council, Address guardian) {

        public Protocol {
            pools = List.copyOf(pools);
        }
    }

    /// Who is who among the phrase's accounts.
    private record People(List<Credentials> all) {

        Credentials deployer() {
            return all.get(0);
        }

        Credentials publisher() {
            return all.get(1);
        }

        Credentials steward() {
            return all.get(3);
        }

        Credentials foundation() {
            return all.get(4);
        }

        List<Credentials> council() {
            return all.subList(10, 13);
        }

        List<Credentials> guardians() {
            return all.subList(20, 23);
        }
    }

    public static LocalNetwork start() throws ProblemException {
        return start(OptionalInt.empty());
    }

    /// @param port on loopback; a free one where empty
    public static LocalNetwork start(OptionalInt port) throws ProblemException {
        var people = new People(LocalPeople.first(PEOPLE));
        var anvil = AnvilProcess.start(AnvilBinary.find(), port, arguments());
        try {
            return new LocalNetwork(anvil, people, deploy(anvil.node(), people));
        } catch (ProblemException | RuntimeException failed) {
            anvil.close();
            throw failed;
        }
    }

    private static List<String> arguments() {
        return List.of(
                "--mnemonic", LocalPeople.PHRASE, "--accounts", Integer.toString(PEOPLE), "--gas-limit", BLOCK_GAS);
    }

    private static Protocol deploy(EthereumNode node, People people) throws ProblemException {
        var deployment = new LocalDeployment(node, new EthereumAccount(node, people.publisher()));
        deployment.publishSafes();
        var council = deployment.safe(addresses(people.council()), 2);
        var guardian = deployment.safe(addresses(people.guardians()), 2);
        var accounts = Map.of(
                "council",
                council,
                "guardian",
                guardian,
                "steward",
                address(people.steward()),
                "tokenHolder",
                address(people.foundation()));
        var script = deployment.protocol(new EthereumAccount(node, people.deployer()), accounts);
        return new Protocol(
                script.created("ParameterRegistry").getFirst(), script.created("RiskPool"), council, guardian);
    }

    private static Address address(Credentials credentials) {
        return Address.parse(credentials.getAddress());
    }

    private static List<Address> addresses(List<Credentials> people) {
        return people.stream().map(LocalNetwork::address).toList();
    }

    public EthereumNode node() {
        return anvil.node();
    }

    public Protocol protocol() {
        return protocol;
    }

    /// The account that pays for what this console sends.
    public EthereumAccount executor() {
        return new EthereumAccount(anvil.node(), people.publisher());
    }

    /// The council's owners, each with their key.
    public List<Signer> councilSigners() {
        return people.council().stream().<Signer>map(KeySigner::new).toList();
    }

    @Override
    public void close() {
        anvil.close();
    }
}
