package org.breakwater.adapters.localnet;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.contracts.AccessManager;
import org.breakwater.contracts.LocalDollar;
import org.breakwater.contracts.RiskPool;
import org.breakwater.contracts.safe.Safe;
import org.breakwater.contracts.safe.SafeProxyFactory;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint128;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.tx.gas.DefaultGasProvider;

/// Puts the Safe contracts, a council Safe and the protocol on a fresh local network, by real transactions.
final class LocalDeployment {

    /// 12 million dollars, six decimals.
    private static final BigInteger CAPITAL = BigInteger.valueOf(12_000_000_000_000L);

    private static final BigInteger COUNCIL_NOW = BigInteger.ONE;

    private final EthereumNode node;
    private final EthereumAccount account;
    private final Deployer deployer;

    LocalDeployment(EthereumNode node, EthereumAccount account) {
        this.node = node;
        this.account = account;
        this.deployer = new Deployer(node, account);
    }

    LocalNetwork.Protocol deploy(List<Address> owners, int threshold) throws ProblemException {
        new SafeContracts(deployer).publish();
        var council = council(SafeRelease.V1_4_1, owners, threshold);
        var authority = deployer.create(PackedContract.ofProtocol("AccessManager"), abi(account.address()));
        var registry = registry(authority);
        var pool = pool();
        grant(authority, registry, council);
        return new LocalNetwork.Protocol(authority, registry, pool, council);
    }

    private Address council(SafeRelease release, List<Address> owners, int threshold) throws ProblemException {
        var setup = safe(release.singleton())
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
        var factory = SafeProxyFactory.load(
                release.proxyFactory().toString(), node.web3j(), account.transactions(), new DefaultGasProvider());
        var call = factory.createProxyWithNonce(
                        release.singleton().toString(), Bytes.fromHex(setup).toArray(), BigInteger.ZERO)
                .encodeFunctionCall();
        var receipt = deployer.send(
                "Creating the council Safe", release.proxyFactory(), Bytes.fromHex(call), BigInteger.ZERO);
        return SafeProxyFactory.getProxyCreationEvents(receipt).stream()
                .map(event -> Address.parse(event.proxy))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("The Safe factory created nothing.", "Reset the local network and try again.")));
    }

    private Address registry(Address authority) throws ProblemException {
        return deployer.create(
                PackedContract.ofProtocol("ParameterRegistry"),
                abi(authority),
                new Bytes32(LocalNetwork.INCIDENT_CAP.key().bytes().toArray()),
                new Bytes32(LocalNetwork.INCIDENT_CAP.scope().bytes().toArray()),
                new Uint128(LocalNetwork.firstIncidentCap()));
    }

    private Address pool() throws ProblemException {
        var dollar =
                deployer.create(PackedContract.ofProtocol("LocalDollar"), abi(account.address()), new Uint256(CAPITAL));
        var pool = deployer.create(
                PackedContract.ofProtocol("RiskPool"),
                abi(dollar),
                new Utf8String("Bridge pool"),
                new Utf8String("bwBRIDGE"));
        var token = LocalDollar.load(dollar.toString(), node.web3j(), account.transactions(), new DefaultGasProvider());
        var shares = RiskPool.load(pool.toString(), node.web3j(), account.transactions(), new DefaultGasProvider());
        call(
                "Approving the pool",
                dollar,
                token.approve(pool.toString(), CAPITAL).encodeFunctionCall());
        call(
                "Paying in capital",
                pool,
                shares.deposit(CAPITAL, account.address().toString()).encodeFunctionCall());
        return pool;
    }

    private void grant(Address authority, Address registry, Address council) throws ProblemException {
        var manager = AccessManager.load(
                authority.toString(), node.web3j(), account.transactions(), new DefaultGasProvider());
        var selector = Keccak.hash("tightenNow(bytes32,bytes32,uint128,bytes32)")
                .bytes()
                .slice(0, 4)
                .toArray();
        call(
                "Binding tightenNow to the council's role",
                authority,
                manager.setTargetFunctionRole(registry.toString(), List.of(selector), COUNCIL_NOW)
                        .encodeFunctionCall());
        call(
                "Granting the council its role",
                authority,
                manager.grantRole(COUNCIL_NOW, council.toString(), BigInteger.ZERO)
                        .encodeFunctionCall());
    }

    private void call(String what, Address to, String data) throws ProblemException {
        deployer.send(what, to, Bytes.fromHex(data), BigInteger.ZERO);
    }

    private Safe safe(Address address) {
        return Safe.load(address.toString(), node.web3j(), account.transactions(), new DefaultGasProvider());
    }

    private static org.web3j.abi.datatypes.Address abi(Address address) {
        return new org.web3j.abi.datatypes.Address(address.toString());
    }
}
