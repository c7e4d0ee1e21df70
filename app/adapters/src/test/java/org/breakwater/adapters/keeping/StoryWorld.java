package org.breakwater.adapters.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.adapters.ethereum.ContractAbi;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.localnet.BareProtocol;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.keeping.KeepOutcome;
import org.breakwater.core.keeping.Keeper;
import org.breakwater.core.keeping.KeeperRules;
import org.breakwater.core.keeping.Keepers;
import org.breakwater.core.keeping.Keepers.OpenKeeper;
import org.breakwater.core.keeping.TriedAction;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.web3j.crypto.Credentials;

/// The protocol as its script leaves it, with capital, and a keeper that looks whenever it is told to. What the DAO,
/// the
/// steward and people do is done by their accounts; nobody else presses anything.
final class StoryWorld implements AutoCloseable {

    /// `Roles.INTEGRATOR`
    private static final long INTEGRATOR = 70;

    private static final BigInteger DOLLAR8 = BigInteger.valueOf(100_000_000);
    private static final Address PROVIDER = Address.parse("0x1000000000000000000000000000000000000001");
    private static final Address APPLICANT = Address.parse("0x1000000000000000000000000000000000000002");
    private static final Bytes SOME = Keccak.hash("What it is.").bytes();

    private final BareProtocol bare;
    private final AnvilHand hand;
    private final OpenKeeper open;
    private final PayingAccount account;
    private final Keeper keeper;
    private final Address usdc;

    private StoryWorld(BareProtocol bare, Path folder) throws ProblemException {
        this.bare = bare;
        this.hand = new AnvilHand(bare.node());
        hand.ask("evm_setAutomine", true);
        this.account = new KeyAccount(
                new KeySigner(Credentials.create(Keccak.hash("A keeper").toString())));
        hand.ask("anvil_setBalance", account.address().toString(), "0x56bc75e2d63100000");
        var keepers = new NodeKeepers(InstantSource.system(), time -> LockSupport.parkNanos(time.toNanos() / 50));
        this.open = keepers.open(new Keepers.Places(
                List.of(bare.node().address().toString()),
                bare.file().toString(),
                Optional.of(folder.resolve("index.sqlite").toString()),
                Optional.of(folder.toString())));
        this.usdc = address(pool(1), "asset()");
        this.keeper = open.keeper(account, KeeperRules.USUAL);
    }

    /// @param folder of its index and of the reports that reach the keeper
    static StoryWorld start(Path folder) throws ProblemException {
        return new StoryWorld(BareProtocol.start(), folder);
    }

    Address keeperAddress() {
        return account.address();
    }

    Address contract(String name) {
        return bare.deployment().address(name);
    }

    Address pool(int number) {
        return bare.deployment().pools().get(number - 1).address();
    }

    Address usdc() {
        return usdc;
    }

    Address dao() {
        return contract("TimelockController");
    }

    Address steward() {
        return bare.deployment().account("steward").orElseThrow();
    }

    // ── what the DAO and others set up ─────────────────────────────────────────────────────────────────────────

    /// Capital for a pool.
    void provide(int pool, BigInteger amount) throws ProblemException {
        give(PROVIDER, amount);
        send(PROVIDER, usdc, "approve(address,uint256)", account(pool(pool)), whole(amount));
        send(PROVIDER, pool(pool), "deposit(uint256,address)", whole(amount), account(PROVIDER));
    }

    /// A subject that is safe by what the steward attests, and that the DAO lists.
    ///
    /// @param kind as `Kind` numbers it
    long list(int kind) throws ProblemException {
        var registry = contract("RiskRegistry");
        send(
                APPLICANT,
                registry,
                "applyFor(uint8,bytes32,bytes32)",
                whole(kind),
                new AbiValue.Binary(SOME),
                new AbiValue.Binary(SOME));
        var id = number(registry, "subjectCount()").longValueExact();
        attest(id, true);
        send(dao(), registry, "list(uint32)", whole(id));
        return id;
    }

    /// @param safe whether nothing is wrong with it, or everything
    void attest(long subjectId, boolean safe) throws ProblemException {
        var nothing = new AbiValue.Binary(Bytes.zeros(Word.LENGTH));
        var now = now();
        send(
                steward(),
                contract("RiskRegistry"),
                "attest(uint32,(uint16,uint48,uint48,uint128,uint32,uint8,uint32,uint16,uint48,bytes32,"
                        + "(bytes32,bytes32,bytes32,bytes32,bytes32)))",
                whole(subjectId),
                new AbiValue.Tuple(List.of(
                        whole(safe ? 4 : 0),
                        whole(safe ? now - 86_400 : 0),
                        whole(now - 900 * 86_400L),
                        whole(safe ? 2_000_000_000L : 0),
                        whole(safe ? 200_000 : 0),
                        whole(safe ? 0 : 4),
                        whole(0),
                        whole(safe ? 0 : 3),
                        whole(0),
                        new AbiValue.Binary(SOME),
                        new AbiValue.Tuple(List.of(nothing, nothing, nothing, nothing, nothing)))));
    }

    /// Creates a contract of the artifacts.
    ///
    /// @param types of the constructor's parameters
    Address create(Address creator, String name, List<String> types, AbiValue... arguments) {
        var code = Bytes.fromHex(
                ContractAbi.resource(name + ".json").required("bytecode").asString());
        var parsed = types.stream().map(AbiType::parse).toList();
        return hand.create(creator, Bytes.concat(code, AbiEncoder.encode(parsed, Arrays.asList(arguments))));
    }

    /// Admits an integrator of the first pool, and pays its cover ahead.
    void admit(Address integrator, long subjectId, BigInteger prepaid) throws ProblemException {
        send(
                dao(),
                contract("AccessManager"),
                "grantRole(uint64,address,uint32)",
                whole(INTEGRATOR),
                account(integrator),
                whole(0));
        send(
                dao(),
                contract("AccountCover"),
                "register(address,uint32,uint32,uint8,bytes32)",
                account(integrator),
                whole(1),
                whole(subjectId),
                whole(1),
                new AbiValue.Binary(SOME));
        give(PROVIDER, prepaid);
        send(PROVIDER, usdc, "approve(address,uint256)", account(contract("AccountCover")), whole(prepaid));
        send(PROVIDER, contract("AccountCover"), "topUp(address,uint256)", account(integrator), whole(prepaid));
    }

    // ── time and the keeper ────────────────────────────────────────────────────────────────────────────────────

    /// Seconds since 1970, of the newest block.
    long now() throws ProblemException {
        return bare.node().head().time().getEpochSecond();
    }

    /// Time, and the dollar's price with it as its publisher tells it.
    void pass(Duration time) throws ProblemException {
        hand.pass(time.toSeconds());
        var feed = ((AbiValue.Account) ask(contract("Treasury"), "pegFeed(address)", List.of("address"), account(usdc))
                        .getFirst())
                .address();
        send(address(feed, "owner()"), feed, "update(int256)", whole(DOLLAR8));
    }

    /// What the keeper sees, without sending anything.
    List<TriedAction> look() throws ProblemException {
        return open.look(account.address()).actions();
    }

    /// One look of the keeper: everything that would be carried out is sent.
    Map<DueAction, KeepOutcome> keep() throws ProblemException {
        var outcomes = new LinkedHashMap<DueAction, KeepOutcome>();
        keeper.run(open.look(account.address()).actions(), outcomes::put);
        assertThat(outcomes.values())
                .noneMatch(outcome -> outcome instanceof KeepOutcome.Stopped || outcome instanceof KeepOutcome.Waiting);
        return outcomes;
    }

    /// What counted of a look, by what it was due for.
    static List<String> done(Map<DueAction, KeepOutcome> outcomes, Task task) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().due().task() == task && entry.getValue() instanceof KeepOutcome.Done)
                .map(entry -> entry.getKey().what())
                .toList();
    }

    // ── the chain ──────────────────────────────────────────────────────────────────────────────────────────────

    /// The first values that a function answers now.
    ///
    /// @param types of those values, in their order; a word each
    List<AbiValue> ask(Address contract, String function, List<String> types, AbiValue... arguments)
            throws ProblemException {
        var answer = new NodeViews(bare.node())
                .newest()
                .call(contract, AbiEncoder.call(FunctionSignature.parse(function), arguments))
                .orElseThrow(() -> new AssertionError(function + " reverted"));
        var parameters = types.stream()
                .map(type -> new AbiParameter("", AbiType.parse(type)))
                .toList();
        return AbiDecoder.values(parameters, function, answer.slice(0, types.size() * Word.LENGTH)).required().stream()
                .map(argument -> argument.value())
                .toList();
    }

    BigInteger number(Address contract, String function, AbiValue... arguments) throws ProblemException {
        return number(ask(contract, function, List.of("uint256"), arguments).getFirst());
    }

    static BigInteger number(AbiValue value) {
        return ((AbiValue.Whole) value).number();
    }

    Address address(Address contract, String function, AbiValue... arguments) throws ProblemException {
        return ((AbiValue.Account)
                        ask(contract, function, List.of("address"), arguments).getFirst())
                .address();
    }

    /// A real transaction of somebody, which must succeed.
    ///
    /// @return the time of its block, seconds since 1970
    long send(Address sender, Address to, String function, AbiValue... arguments) throws ProblemException {
        return send(sender, to, AbiEncoder.call(FunctionSignature.parse(function), Arrays.asList(arguments)));
    }

    private long send(Address sender, Address to, Bytes data) throws ProblemException {
        var receipt = hand.send(sender, to, data);
        return bare.node()
                .block(receipt.getBlockNumber().longValueExact())
                .time()
                .getEpochSecond();
    }

    static AbiValue account(Address address) {
        return new AbiValue.Account(address);
    }

    static AbiValue whole(BigInteger number) {
        return new AbiValue.Whole(number);
    }

    static AbiValue whole(long number) {
        return AbiValue.Whole.of(number);
    }

    static BigInteger usdc(long dollars) {
        return BigInteger.valueOf(dollars).multiply(BigInteger.valueOf(1_000_000));
    }

    /// Dollars for somebody, from whoever issues them.
    void give(Address holder, BigInteger amount) throws ProblemException {
        send(address(usdc, "owner()"), usdc, "mint(address,uint256)", account(holder), whole(amount));
    }

    @Override
    public void close() {
        open.close();
        bare.close();
    }
}
