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
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.LocalSigners;
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
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// The played world with a keeper that looks whenever it is told to, and nobody else who presses anything.
final class StoryWorld implements AutoCloseable {

    private final LocalNetwork network;
    private final AnvilHand hand;
    private final OpenKeeper open;
    private final PayingAccount account;
    private final Keeper keeper;

    private StoryWorld(LocalNetwork network, Path folder) throws ProblemException {
        this.network = network;
        this.hand = new AnvilHand(network.node());
        var keepers = new NodeKeepers(InstantSource.system(), time -> LockSupport.parkNanos(time.toNanos() / 50));
        this.open = keepers.open(new Keepers.Places(
                List.of(network.description().rpc()),
                network.description().deployment(),
                Optional.of(folder.resolve("index.sqlite").toString()),
                Optional.of(folder.toString())));
        this.account = account(network);
        this.keeper = open.keeper(account, KeeperRules.USUAL);
    }

    /// @param folder of its index and of the reports that reach the keeper
    static StoryWorld start(Path folder) throws ProblemException {
        return new StoryWorld(LocalNetwork.start(), folder);
    }

    private static PayingAccount account(LocalNetwork network) throws ProblemException {
        var people = new LocalSigners(network.description().accounts());
        var person = people.all().stream()
                .filter(one -> one.name().equals("Keeper"))
                .findFirst()
                .orElseThrow();
        return people.account(person).orElseThrow();
    }

    LocalNetwork network() {
        return network;
    }

    Address keeperAddress() {
        return account.address();
    }

    Address person(String name) {
        return network.description().accounts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }

    Address contract(String name) {
        return network.deployment().address(name);
    }

    /// Seconds since 1970, of the newest block.
    long now() throws ProblemException {
        return network.node().head().time().getEpochSecond();
    }

    void pass(Duration time) {
        hand.pass(time.toSeconds());
    }

    /// One look of the keeper: everything that would be carried out is sent.
    Map<DueAction, KeepOutcome> keep() throws ProblemException {
        var outcomes = new LinkedHashMap<DueAction, KeepOutcome>();
        keeper.run(open.look(account.address()).actions(), outcomes::put);
        assertThat(outcomes.values())
                .noneMatch(outcome ->
                        outcome instanceof KeepOutcome.Stopped || outcome instanceof KeepOutcome.Waiting);
        return outcomes;
    }

    /// What counted of a look, by what it was due for.
    static List<String> done(Map<DueAction, KeepOutcome> outcomes, Task task) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().due().task() == task
                        && entry.getValue() instanceof KeepOutcome.Done)
                .map(entry -> entry.getKey().what())
                .toList();
    }

    // ── the chain ──────────────────────────────────────────────────────────────────────────────────────────────

    /// The first values that a function answers now.
    ///
    /// @param types of those values, in their order; a word each
    List<AbiValue> ask(Address contract, String function, List<String> types, AbiValue... arguments)
            throws ProblemException {
        var answer = new NodeViews(network.node())
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
        return network.node()
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
    void give(Address token, Address holder, BigInteger amount) throws ProblemException {
        send(address(token, "owner()"), token, "mint(address,uint256)", account(holder), whole(amount));
    }

    @Override
    public void close() {
        open.close();
        network.close();
    }
}
