package org.breakwater.adapters.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.adapters.ethereum.LyingNode;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.LocalSigners;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.execution.Pause;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.keeping.KeepOutcome;
import org.breakwater.core.keeping.KeepRound;
import org.breakwater.core.keeping.Keeper;
import org.breakwater.core.keeping.KeeperRules;
import org.breakwater.core.keeping.Keepers;
import org.breakwater.core.keeping.Keepers.OpenKeeper;
import org.breakwater.core.keeping.TriedAction;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keepers on the played world, on a real node.
class KeeperOnTheWorldTest {

    @TempDir
    private Path folder;

    private LocalNetwork network;
    private LocalSigners people;
    private AnvilHand hand;
    private OpenKeeper open;

    @BeforeEach
    void start() throws ProblemException {
        network = LocalNetwork.start();
        people = new LocalSigners(network.description().accounts());
        hand = new AnvilHand(network.node());
        ReadWorld.from(network);
        open = open("index.sqlite");
    }

    @AfterEach
    void stop() {
        open.close();
        network.close();
    }

    private OpenKeeper open(String store) throws ProblemException {
        return open(store, KeeperOnTheWorldTest::sleep, network.description().rpc());
    }

    private OpenKeeper open(String store, Pause pause, String... rpcs) throws ProblemException {
        ReadWorld.into(folder.resolve(store));
        return new NodeKeepers(InstantSource.system(), pause)
                .open(new Keepers.Places(
                        List.of(rpcs),
                        network.description().deployment(),
                        Optional.of(folder.resolve(store).toString()),
                        Optional.empty()));
    }

    private static void sleep(Duration time) {
        LockSupport.parkNanos(time.toNanos() / 20);
    }

    private PayingAccount account(String name) throws ProblemException {
        var person = network.description().accounts().stream()
                .filter(account -> account.name().equals(name))
                .map(account -> people.find(account.address()).orElseThrow())
                .findFirst()
                .orElseThrow();
        return people.account(person).orElseThrow();
    }

    private static Map<DueAction, KeepOutcome> run(Keeper keeper, List<TriedAction> found) {
        var outcomes = new LinkedHashMap<DueAction, KeepOutcome>();
        keeper.run(found, outcomes::put);
        return outcomes;
    }

    private static List<TriedAction> some(KeepRound.Found found, int count) {
        return found.ready().stream().limit(count).toList();
    }

    @Test
    void whatIsOfferedIsCarriedOutAndIsNotOfferedAgain() throws ProblemException {
        var account = account("Keeper");
        var found = open.look(account.address());
        assertThat(found.left()).isZero();
        assertThat(found.ready())
                .extracting(tried -> tried.action().due().task())
                .contains(Task.REDEEM_SERIES, Task.SETTLE_COVERS, Task.QUEUE_PROPOSAL, Task.CLOSE_POLICIES);
        assertThat(found.ready()).extracting(tried -> tried.action().urgency()).isSorted();

        var outcomes = run(open.keeper(account, KeeperRules.USUAL), found.actions());

        assertThat(outcomes.keySet())
                .containsExactlyElementsOf(
                        found.ready().stream().map(TriedAction::action).toList());
        assertThat(outcomes).allSatisfy((action, outcome) -> {
            if (action.due().task() != Task.TAKE_SAMPLE) {
                assertThat(outcome).as(action.what()).isInstanceOf(KeepOutcome.Done.class);
            }
        });
        var cost = outcomes.values().stream().map(KeeperOnTheWorldTest::cost).reduce(BigInteger.ZERO, BigInteger::add);
        var book = new SpendingFile(
                folder.resolve("spending-" + account.address().toString().toLowerCase(Locale.ROOT)));
        assertThat(book.spent(LocalDate.now(ZoneOffset.UTC))).isEqualTo(cost).isPositive();

        var done = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof KeepOutcome.Done)
                .map(entry -> entry.getKey().call())
                .toList();
        assertThat(open.look(account.address()).ready())
                .extracting(tried -> tried.action().call())
                .doesNotContainAnyElementsOf(done);
    }

    private static BigInteger cost(KeepOutcome outcome) {
        return switch (outcome) {
            case KeepOutcome.Done done -> done.cost();
            case KeepOutcome.Silent silent -> silent.cost();
            default -> BigInteger.ZERO;
        };
    }

    @Test
    void twoKeepersAtOnceDoEachThingOnce() throws Exception {
        try (var other = open("other.sqlite")) {
            var first = account("Keeper");
            var second = account("Stranger");
            var found = some(open.look(first.address()), 12);
            var same = some(other.look(second.address()), 12);
            assertThat(same)
                    .extracting(tried -> tried.action().call())
                    .isEqualTo(
                            found.stream().map(tried -> tried.action().call()).toList());
            var one = open.keeper(first, KeeperRules.USUAL);
            var two = other.keeper(second, KeeperRules.USUAL);
            hand.ask("evm_setAutomine", false);
            hand.ask("evm_setIntervalMining", 1);

            var beside = CompletableFuture.supplyAsync(() -> run(two, same));
            var mine = run(one, found);
            var theirs = beside.join();

            for (var tried : found) {
                var outcomes = List.of(mine.get(tried.action()), theirs.get(tried.action()));
                assertThat(outcomes)
                        .as(tried.action().what())
                        .filteredOn(
                                outcome -> outcome instanceof KeepOutcome.Done || outcome instanceof KeepOutcome.Silent)
                        .isNotEmpty();
                assertThat(outcomes).as(tried.action().what()).noneMatch(KeepOutcome.Failed.class::isInstance);
                if (tried.action().due().task() != Task.TAKE_SAMPLE) {
                    assertThat(outcomes)
                            .filteredOn(KeepOutcome.Done.class::isInstance)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void aKeyThatMayDoMoreThanAnybodyIsRefused() throws ProblemException {
        for (var name : List.of("Council 1", "Guardian 1", "Risk steward", "Foundation")) {
            var account = account(name);
            assertThatThrownBy(() -> open.keeper(account, KeeperRules.USUAL))
                    .as(name)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("is no key for a keeper");
        }
    }

    @Test
    void whatNoBlockTakesIsRaisedAndWhatANodeForgotGoesThroughTheNextOne() throws Exception {
        var account = account("Keeper");
        var rules = new KeeperRules(
                BigInteger.TEN.pow(18),
                BigInteger.valueOf(200_000_000_000L),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
        hand.ask("evm_setAutomine", false);
        var looks = new AtomicInteger();
        Pause mined = time -> {
            sleep(time);
            if (looks.incrementAndGet() == 15) {
                hand.ask("evm_mine");
            }
        };
        try (var forgetful = LyingNode.before(network.node(), (method, _, answer) -> {
                    if (method.equals("eth_sendRawTransaction") && answer.has("result")) {
                        hand.ask(
                                "anvil_dropTransaction",
                                answer.required("result").asString());
                    }
                });
                var keeper = open(
                        "forgotten.sqlite",
                        mined,
                        forgetful.address(),
                        network.description().rpc())) {
            var found = keeper.look(account.address());

            var outcomes = run(keeper.keeper(account, rules), some(found, 1));

            assertThat(outcomes.values()).singleElement().isInstanceOf(KeepOutcome.Done.class);
        }
        assertThat(looks.get()).as("raised once at 5 s, passed on, then mined").isBetween(15, 17);
    }

    @Test
    void aLimitAndAnEmptyAccountStopIt() throws ProblemException {
        var account = account("Keeper");
        var found = open.look(account.address());
        var poor = open.keeper(account, KeeperRules.USUAL.spending(BigInteger.valueOf(1_000)));
        assertThat(run(poor, found.actions()).values()).singleElement().satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(KeepOutcome.Stopped.class);
            assertThat(((KeepOutcome.Stopped) outcome).problem().happened()).contains("day's limit");
        });
        hand.ask("anvil_setBalance", account.address().toString(), "0x0");
        var empty = open.keeper(account, KeeperRules.USUAL);
        assertThat(run(empty, found.actions()).values()).singleElement().satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(KeepOutcome.Stopped.class);
            assertThat(((KeepOutcome.Stopped) outcome).problem().happened()).contains("has 0 wei");
        });
    }
}
