package org.breakwater.adapters.localnet;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.web3j.crypto.Credentials;

/// An Ethereum network on this machine with the protocol on it, alive until it is closed.
public final class LocalNetwork implements AutoCloseable {

    /// The share of a pool that one incident may take, in basis points.
    public static final ParameterId INCIDENT_CAP = new ParameterId("INCIDENT_CAP_BPS", Hash32.ZERO);

    private static final int PEOPLE = 10;

    private final AnvilProcess anvil;
    private final List<Credentials> people;
    private final Protocol protocol;

    private LocalNetwork(AnvilProcess anvil, List<Credentials> people, Protocol protocol) {
        this.anvil = anvil;
        this.people = people;
        this.protocol = protocol;
    }

    /// Where the protocol's parts are.
    public record Protocol(Address authority, Address parameterRegistry, Address pool, Address council) {}

    public static LocalNetwork start() throws ProblemException {
        var people = LocalPeople.first(PEOPLE);
        var anvil = AnvilProcess.start(
                AnvilBinary.find(),
                OptionalInt.empty(),
                List.of("--mnemonic", LocalPeople.PHRASE, "--accounts", Integer.toString(PEOPLE)));
        try {
            var account = new EthereumAccount(anvil.node(), people.get(0));
            var owners = people.subList(1, 4).stream()
                    .map(Credentials::getAddress)
                    .map(Address::parse)
                    .toList();
            var protocol = new LocalDeployment(anvil.node(), account).deploy(owners, 2);
            return new LocalNetwork(anvil, people, protocol);
        } catch (ProblemException | RuntimeException failed) {
            anvil.close();
            throw failed;
        }
    }

    public EthereumNode node() {
        return anvil.node();
    }

    public Protocol protocol() {
        return protocol;
    }

    /// The account that pays for what this console sends.
    public EthereumAccount executor() {
        return new EthereumAccount(anvil.node(), people.get(0));
    }

    /// The council's owners, each with their key.
    public List<Signer> councilSigners() {
        return people.subList(1, 4).stream().<Signer>map(KeySigner::new).toList();
    }

    static BigInteger firstIncidentCap() {
        return BigInteger.valueOf(4_000);
    }

    @Override
    public void close() {
        anvil.close();
    }
}
