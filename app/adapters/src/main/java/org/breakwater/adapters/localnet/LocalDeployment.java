package org.breakwater.adapters.localnet;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import org.breakwater.adapters.ethereum.DeploymentReading;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.contracts.safe.Safe;
import org.breakwater.contracts.safe.SafeProxyFactory;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

/// Puts the Safe contracts, a Safe for the council and one for the guardians, and the protocol on a fresh local
/// network,
/// by real transactions.
final class LocalDeployment {

    private final EthereumNode node;
    private final Deployer publisher;

    /// @param publisher publishes everything but the protocol, whose deployer must start at nonce zero
    LocalDeployment(EthereumNode node, EthereumAccount publisher) {
        this.node = node;
        this.publisher = new Deployer(node, publisher);
    }

    void publishSafes() throws ProblemException {
        new SafeContracts(publisher).publish();
    }

    /// Creates a Safe 1.4.1 through the published factory.
    Address safe(List<Address> owners, int threshold) throws ProblemException {
        var release = SafeRelease.V1_4_1;
        var setup = Safe.load(release.singleton().toString(), node.web3j(), reader(), new DefaultGasProvider())
                .setup(
                        owners.stream().map(Address::toString).toList(),
                        BigInteger.valueOf(threshold),
                        Address.ZERO.toString(),
                        new byte[0],
                        release.fallbackHandler().toString(),
                        Address.ZERO.toString(),
                        BigInteger.ZERO,
                        Address.ZERO.toString())
                .encodeFunctionCall();
        var call = SafeProxyFactory.load(
                        release.proxyFactory().toString(), node.web3j(), reader(), new DefaultGasProvider())
                .createProxyWithNonce(
                        release.singleton().toString(), Bytes.fromHex(setup).toArray(), BigInteger.ZERO)
                .encodeFunctionCall();
        var receipt = publisher.send("Creating a Safe", release.proxyFactory(), Bytes.fromHex(call), BigInteger.ZERO);
        return SafeProxyFactory.getProxyCreationEvents(receipt).stream()
                .map(event -> Address.parse(event.proxy))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("The Safe factory created nothing.", "Reset the local network and try again.")));
    }

    /// Repeats the deployment script.
    ///
    /// @param accounts whom the protocol is given to
    Deployment protocol(EthereumAccount deployer, SortedMap<String, Address> accounts) throws ProblemException {
        var script = RecordedDeployment.read().givenTo(accounts);
        if (!deployer.address().equals(script.deployer())) {
            throw new IllegalArgumentException("the script's deployer is " + script.deployer());
        }
        var created = new Deployer(node, deployer).replay(script.transactions());
        return new DeploymentReading(node).complete(created, accounts);
    }

    private ReadonlyTransactionManager reader() {
        return new ReadonlyTransactionManager(node.web3j(), Address.ZERO.toString());
    }
}
