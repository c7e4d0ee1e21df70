package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breakwater.adapters.TestPackages;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.core.methods.response.VoidResponse;
import org.web3j.protocol.http.HttpService;

/// A real node with the Safe contracts of six versions as npm has them, and Safes of ours on them.
///
/// 1.3.0, 1.4.1 and 1.5.0 stand at their published addresses. Of 1.0.0, 1.1.1 and 1.2.0 there is only the code of
/// the npm packages; that of 1.1.1 is the published one to the byte.
final class SafeLaboratory implements AutoCloseable {

    static final List<SafeVersion> VERSIONS = List.of(
            SafeVersion.V1_0_0,
            SafeVersion.V1_1_1,
            SafeVersion.V1_2_0,
            SafeVersion.V1_3_0,
            SafeVersion.V1_4_1,
            SafeVersion.V1_5_0);

    private static final List<Credentials> PEOPLE =
            IntStream.range(0, 10).mapToObj(LocalPeople.ofPhrase()::key).toList();

    private static final FunctionSignature SETUP =
            FunctionSignature.parse("setup(address[],uint256,address,bytes,address,address,uint256,address)");
    private static final FunctionSignature SETUP_1_0_0 =
            FunctionSignature.parse("setup(address[],uint256,address,bytes,address,uint256,address)");
    private static final FunctionSignature CREATE_PROXY = FunctionSignature.parse("createProxy(address,bytes)");
    private static final FunctionSignature CREATE_PROXY_WITH_NONCE =
            FunctionSignature.parse("createProxyWithNonce(address,bytes,uint256)");
    private static final FunctionSignature TRANSACTION_HASH = FunctionSignature.parse(
            "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)");

    private final AnvilProcess anvil;
    private final Deployer deployer;
    private final Map<SafeVersion, Release> releases = new EnumMap<>(SafeVersion.class);
    private long salt;

    /// @param fallbackHandler zero for none
    private record Release(Address singleton, Address factory, Address fallbackHandler) {}

    private SafeLaboratory(AnvilProcess anvil, Deployer deployer) {
        this.anvil = anvil;
        this.deployer = deployer;
    }

    static SafeLaboratory open() throws ProblemException {
        var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of());
        var publisher = new EthereumAccount(anvil.node(), PEOPLE.getFirst());
        var laboratory = new SafeLaboratory(anvil, new Deployer(anvil.node(), publisher));
        laboratory.publish();
        return laboratory;
    }

    private void publish() throws ProblemException {
        new SafeContracts(deployer).publish();
        releases.put(SafeVersion.V1_0_0, old("1.0.0", "ProxyFactory"));
        releases.put(SafeVersion.V1_1_1, old("1.1.1", "ProxyFactory"));
        releases.put(SafeVersion.V1_2_0, old("1.2.0", "GnosisSafeProxyFactory"));
        releases.put(SafeVersion.V1_3_0, published(SafeRelease.V1_3_0));
        releases.put(SafeVersion.V1_4_1, published(SafeRelease.V1_4_1));
        releases.put(SafeVersion.V1_5_0, published(SafeRelease.V1_5_0));
    }

    private static Release published(SafeRelease release) {
        return new Release(release.singleton(), release.proxyFactory(), release.fallbackHandler());
    }

    private Release old(String version, String factory) throws ProblemException {
        return new Release(create(version, "GnosisSafe"), create(version, factory), Address.ZERO);
    }

    private Address create(String version, String contract) throws ProblemException {
        var code = Bytes.parse(
                TestPackages.safe(version, contract).required("bytecode").asString());
        return Address.parse(deployer.send("Creating " + contract + " " + version, null, code, BigInteger.ZERO)
                .getContractAddress());
    }

    /// The people whom Anvil funds.
    static List<Credentials> people() {
        return PEOPLE;
    }

    static Address address(Credentials person) {
        return LocalPeople.address(person);
    }

    /// Creates a Safe through its version's proxy factory.
    SafeDomain create(SafeVersion version, int threshold, List<Address> owners) throws ProblemException {
        var release = release(version);
        var setup = setup(version, release, threshold, owners);
        var receipt =
                deployer.send("Creating a Safe", release.factory(), creation(version, release, setup), BigInteger.ZERO);
        return new SafeDomain(version, chain(), proxy(receipt, release.factory()));
    }

    private Release release(SafeVersion version) {
        return Optional.ofNullable(releases.get(version)).orElseThrow();
    }

    private static Bytes setup(SafeVersion version, Release release, int threshold, List<Address> owners) {
        var list = new AbiValue.Items(
                owners.stream().<AbiValue>map(AbiValue.Account::new).toList());
        var nothing = new AbiValue.Account(Address.ZERO);
        var empty = new AbiValue.Binary(Bytes.EMPTY);
        var free = AbiValue.Whole.of(0);
        return version == SafeVersion.V1_0_0
                ? AbiEncoder.call(
                        SETUP_1_0_0, list, AbiValue.Whole.of(threshold), nothing, empty, nothing, free, nothing)
                : AbiEncoder.call(
                        SETUP,
                        list,
                        AbiValue.Whole.of(threshold),
                        nothing,
                        empty,
                        new AbiValue.Account(release.fallbackHandler()),
                        nothing,
                        free,
                        nothing);
    }

    private Bytes creation(SafeVersion version, Release release, Bytes setup) {
        var singleton = new AbiValue.Account(release.singleton());
        return version.isAtLeast(SafeVersion.V1_3_0)
                ? AbiEncoder.call(
                        CREATE_PROXY_WITH_NONCE, singleton, new AbiValue.Binary(setup), AbiValue.Whole.of(salt++))
                : AbiEncoder.call(CREATE_PROXY, singleton, new AbiValue.Binary(setup));
    }

    /// The factory's `ProxyCreation`: its proxy is a topic since 1.4.1 and the first word of the data before.
    private static Address proxy(TransactionReceipt receipt, Address factory) {
        var log = receipt.getLogs().stream()
                .filter(entry -> Address.parse(entry.getAddress()).equals(factory))
                .findFirst()
                .orElseThrow();
        var word = log.getTopics().size() > 1 ? log.getTopics().get(1) : log.getData();
        return new Address(Bytes.fromHex(word).slice(12, 32));
    }

    EthereumNode node() {
        return anvil.node();
    }

    private ChainId chain() {
        return anvil.node().chain();
    }

    /// Creates a contract with some code.
    Address createContract(Bytes creation) throws ProblemException {
        return Address.parse(deployer.send("Creating a contract", null, creation, BigInteger.ZERO)
                .getContractAddress());
    }

    /// What the chain says that a transaction's hash is.
    Hash32 transactionHash(SafeDomain safe, SafeTransaction transaction) {
        return new Hash32(required(safe.safe(), hashing(transaction)));
    }

    /// Whether the chain executes a transaction with these signatures now. Nothing is kept.
    boolean executes(SafeDomain safe, SafeTransaction transaction, Bytes signatures) {
        return ask(safe.safe(), ExecTransaction.encode(transaction, signatures))
                .map(answer -> answer.toUnsigned().signum() != 0)
                .orElse(false);
    }

    /// Executes a transaction and keeps what it does.
    void execute(SafeDomain safe, SafeTransaction transaction, Bytes signatures) throws ProblemException {
        deployer.send("Executing", safe.safe(), ExecTransaction.encode(transaction, signatures), BigInteger.ZERO);
    }

    private static Bytes hashing(SafeTransaction transaction) {
        return AbiEncoder.call(
                TRANSACTION_HASH,
                new AbiValue.Account(transaction.to()),
                new AbiValue.Whole(transaction.value()),
                new AbiValue.Binary(transaction.data()),
                AbiValue.Whole.of(transaction.operation().code()),
                new AbiValue.Whole(transaction.safeTxGas()),
                new AbiValue.Whole(transaction.baseGas()),
                new AbiValue.Whole(transaction.gasPrice()),
                new AbiValue.Account(transaction.gasToken()),
                new AbiValue.Account(transaction.refundReceiver()),
                new AbiValue.Whole(transaction.nonce()));
    }

    /// Sends a call from one of the people.
    void send(Credentials person, SafeCall call) throws ProblemException {
        new Deployer(anvil.node(), new EthereumAccount(anvil.node(), person))
                .send("A call", call.to(), call.data(), call.value());
    }

    Bytes code(Address account) throws ProblemException {
        return anvil.node().code(account);
    }

    /// What a contract answers; nothing where it reverts.
    Optional<Bytes> ask(Address contract, FunctionSignature function, AbiValue... arguments) {
        return ask(contract, AbiEncoder.call(function, Arrays.asList(arguments)));
    }

    private Bytes required(Address contract, Bytes data) {
        return ask(contract, data).orElseThrow();
    }

    private Optional<Bytes> ask(Address contract, Bytes data) {
        try {
            var answer = anvil.node()
                    .web3j()
                    .ethCall(
                            Transaction.createEthCallTransaction(
                                    address(people().getLast()).toString(), contract.toString(), data.toHex()),
                            DefaultBlockParameterName.LATEST)
                    .send();
            return answer.hasError() || answer.isReverted()
                    ? Optional.empty()
                    : Optional.of(Bytes.fromHex(answer.getValue()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Has the node say that it is another chain.
    void becomeChain(long chain) throws IOException {
        var request = new Request<>(
                "anvil_setChainId",
                List.of(chain),
                new HttpService(anvil.node().address().toString()),
                VoidResponse.class);
        var answer = request.send();
        if (answer.hasError()) {
            throw new IOException(answer.getError().getMessage());
        }
    }

    @Override
    public void close() {
        anvil.close();
    }
}
