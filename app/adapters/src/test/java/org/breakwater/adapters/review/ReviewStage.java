package org.breakwater.adapters.review;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.DeployedInterfaces;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewTransaction;
import org.breakwater.core.review.chain.RememberedChain;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.check.Release;
import org.breakwater.core.review.check.Surroundings;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// The two-year world with a council Safe that has money, people with names, and contracts of strangers.
final class ReviewStage implements AutoCloseable {

    static final BigInteger ETHER = BigInteger.TEN.pow(18);
    static final BigInteger DOLLAR = BigInteger.valueOf(1_000_000);

    private final LocalNetwork network;
    private final AnvilHand hand;
    private final Map<Address, String> book = new LinkedHashMap<>();
    private long salt;

    private ReviewStage(LocalNetwork network) {
        this.network = network;
        this.hand = new AnvilHand(network.node());
    }

    static ReviewStage open() throws ProblemException {
        var stage = new ReviewStage(LocalNetwork.start());
        stage.give(stage.council());
        return stage;
    }

    void give(Address safe) {
        hand.ask(
                "anvil_setBalance",
                safe.toString(),
                "0x" + ETHER.multiply(BigInteger.valueOf(1_000)).toString(16));
        mint(safe, DOLLAR.multiply(BigInteger.valueOf(10_000_000)));
    }

    private void mint(Address to, BigInteger amount) {
        hand.send(ownerOfDollars(), dollars(), Calldata.of("mint(address,uint256)", to, amount));
    }

    /// Who may make dollars.
    Address ownerOfDollars() {
        return new Address(asked(dollars(), "owner()").slice(12, 32));
    }

    LocalNetwork network() {
        return network;
    }

    AnvilHand hand() {
        return hand;
    }

    Address council() {
        return network.council();
    }

    /// The settlement asset.
    Address dollars() {
        return network.deployment().address("LocalToken");
    }

    Address deployed(String contract) {
        return network.deployment().address(contract);
    }

    /// An account that nobody has ever heard of.
    static Address stranger(String what) {
        return new Address(Keccak.hash("stranger " + what).bytes().slice(12, 32));
    }

    /// An account in the person's address book.
    Address friend(String name) {
        var address = new Address(Keccak.hash("friend " + name).bytes().slice(12, 32));
        book.put(address, name);
        return address;
    }

    /// A contract in the person's address book.
    Address known(String name, String code) {
        var address = friend(name);
        hand.code(address, code);
        return address;
    }

    Address unknown(String name, String code) {
        var address = stranger(name);
        hand.code(address, code);
        return address;
    }

    /// An account with a past.
    Address used(Address account) {
        hand.ask("anvil_setBalance", account.toString(), "0xde0b6b3a7640000");
        hand.ask("anvil_setNonce", account.toString(), "0x7");
        return account;
    }

    AddressBook book() {
        return new AddressBook(book);
    }

    /// What a function answers now.
    Bytes asked(Address contract, String function, Object... arguments) {
        return Bytes.fromHex((String) hand.ask(
                "eth_call",
                Map.of(
                        "to",
                        contract.toString(),
                        "data",
                        Calldata.of(function, arguments).toHex()),
                "latest"));
    }

    BigInteger nonce(Address safe) {
        var word = (String) hand.ask("eth_getStorageAt", safe.toString(), "0x5", "latest");
        return Bytes.fromHex(word).toUnsigned();
    }

    /// A Safe of a version, owned by the council's first owners, with money.
    SafeDomain safe(SafeRelease release, int threshold, int owners) throws ProblemException {
        return safe(
                release,
                threshold,
                network.description().safes().getFirst().state().owners().subList(0, owners));
    }

    /// A Safe of a version, with money, that the council's Safe owns beside two people.
    SafeDomain ownedByTheCouncil(SafeRelease release) throws ProblemException {
        var owners = new ArrayList<>(
                network.description().safes().getFirst().state().owners().subList(0, 2));
        owners.add(council());
        return safe(release, 2, owners);
    }

    /// A Safe of a version, with money, that some people own.
    SafeDomain safe(SafeRelease release, int threshold, List<Address> people) throws ProblemException {
        var setup = Calldata.of(
                "setup(address[],uint256,address,bytes,address,address,uint256,address)",
                people,
                threshold,
                Address.ZERO,
                Bytes.EMPTY,
                release.fallbackHandler(),
                Address.ZERO,
                0,
                Address.ZERO);
        var receipt = hand.send(
                network.executor().address(),
                release.proxyFactory(),
                Calldata.of("createProxyWithNonce(address,bytes,uint256)", release.singleton(), setup, salt++));
        var log = receipt.getLogs().stream()
                .filter(entry -> Address.parse(entry.getAddress()).equals(release.proxyFactory()))
                .findFirst()
                .orElseThrow();
        var word = log.getTopics().size() > 1 ? log.getTopics().get(1) : log.getData();
        var safe = new Address(Bytes.fromHex(word).slice(12, 32));
        give(safe);
        return new SafeDomain(
                SafeVersion.parse(release.version()), network.node().chain(), safe);
    }

    SafeTransaction next(Address safe, SafeCall call) {
        return SafeTransaction.of(call, nonce(safe));
    }

    /// The newest block, of which several reviews ask the same once.
    ReviewChain now() throws ProblemException {
        return RememberedChain.forReviews(NodeReviewChain.atHead(network.node()));
    }

    Review review(Case reviewed) throws ProblemException {
        return review(reviewed, NodeReviewChain.atHead(network.node()));
    }

    Review review(Case reviewed, ReviewChain now) throws ProblemException {
        var deployed = Optional.of(network.deployment()).filter(_ -> reviewed.deployment());
        return new ReviewTransaction(
                        now,
                        new EcdsaRecovery(),
                        deployed,
                        address -> deployed.flatMap(known -> new DeployedInterfaces(known).at(address)),
                        new ArtifactErrors(),
                        new Surroundings(Instant.EPOCH, List.of(), List.of(), new Release.Unknown("None was packed.")),
                        reviewed.second(),
                        reviewed.kept())
                .review(new ReviewRequest(
                        reviewed.safe(),
                        reviewed.transaction(),
                        reviewed.told(),
                        reviewed.names(),
                        ReviewPolicy.STANDARD,
                        reviewed.elsewhere()));
    }

    static Hash32 word(long number) {
        return new Hash32(Word.of(number));
    }

    @Override
    public void close() {
        network.close();
    }
}
