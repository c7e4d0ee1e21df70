package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localnet.world.LiveActions;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console knows, on a real node that goes on, forks, and falls silent.
class FollowProtocolTest {

    private static final AbiFactDecoder DECODER = new AbiFactDecoder();

    @TempDir
    private Path folder;

    private LocalNetwork network;
    private IndexStore store;
    private NodeLogSource source;
    private ExecutorService background;
    private FollowProtocol follow;

    @BeforeEach
    void start() throws Exception {
        network = LocalNetwork.start();
        background = Executors.newVirtualThreadPerTaskExecutor();
        ReadWorld.from(network);
        ReadWorld.into(folder.resolve("index.sqlite"));
        open("index.sqlite");
    }

    private void open(String file) throws IndexException {
        var deployment = network.deployment();
        store = IndexStores.file(folder.resolve(file), deployment);
        source = NodeLogSource.of(network.node().address(), deployment.chain());
        follow = new FollowProtocol(new FollowProtocol.Parts(
                new SyncIndex(source, store, DECODER, deployment, background),
                store,
                DECODER,
                deployment,
                new ChainOutside(network.node(), deployment),
                () -> Duration.ofMillis(50)));
    }

    @AfterEach
    void stop() {
        close();
        background.shutdownNow();
        network.close();
    }

    private void close() {
        source.close();
        store.close();
    }

    private Known ready() {
        follow.look();
        if (follow.known().get() instanceof Loadable.Ready<Known>(var known, var _)) {
            return known;
        }
        throw new AssertionError(follow.known().get().toString());
    }

    private void requireAsTheLensesTell(Known known) throws ProblemException {
        var view = new BlockView(network.node(), known.block());
        var differences =
                new LensComparison(known.view()).ask(view, network.deployment()).differences();
        assertThat(differences.found()).isEmpty();
    }

    private LiveActions actions(long seed) throws ProblemException {
        return new LiveActions(
                new AnvilRpc(network.node().address()),
                network.deployment(),
                network.description().accounts(),
                seed);
    }

    @Test
    void aLookThatIsClosedOverEndsWithoutAFault() {
        background.shutdownNow();

        follow.look();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void itKnowsTheWorldAsTheLensesTellItAndGoesOnWithTheChain() throws Exception {
        close();
        open("empty.sqlite");
        var known = ready();
        requireAsTheLensesTell(known);

        var actions = actions(7);
        for (int i = 0; i < 5; i++) {
            actions.next(known.view());
            known = ready();
            assertThat(known.block()).isEqualTo(network.node().head());
        }
        requireAsTheLensesTell(known);
    }

    @Test
    void aForkLeavesWhatTheOtherBranchTells() throws Exception {
        var rpc = new AnvilRpc(network.node().address());
        var known = ready();
        var first = actions(11);
        for (int i = 0; i < 4; i++) {
            first.next(known.view());
            known = ready();
        }
        var abandoned = known.block();

        rpc.ask("anvil_rollback", 3);
        follow.look();
        assertThat(follow.known().get()).isInstanceOf(Loadable.Stale.class);
        rpc.ask("anvil_mine", 4);
        known = ready();

        assertThat(known.block())
                .isNotEqualTo(abandoned)
                .isEqualTo(network.node().head());
        requireAsTheLensesTell(known);
    }

    @Test
    void aNodeThatFallsSilentLeavesTheLastKnowledgeMarkedAsStale() throws Exception {
        var known = ready();

        network.close();
        follow.look();

        assertThat(follow.known().get()).isInstanceOfSatisfying(Loadable.Stale.class, stale -> {
            assertThat(stale.value()).isEqualTo(known);
            assertThat(stale.asOf()).isEqualTo(known.block());
            assertThat(stale.why()).isNotBlank();
        });
    }

    @Test
    void aNodeThatNeverAnsweredIsAProblemWithARemedy() throws Exception {
        network.close();

        follow.look();

        assertThat(follow.known().get())
                .isInstanceOfSatisfying(
                        Loadable.Failed.class,
                        failed -> assertThat(failed.problem().remedy()).isNotBlank());
    }

    @Test
    void whatWasStoredIsKnownAgainWithoutReadingItAgain() throws Exception {
        var before = ready();
        close();

        open("index.sqlite");
        var after = ready();

        assertThat(after.block()).isEqualTo(before.block());
        assertThat(after.history()).isEqualTo(before.history());
        requireAsTheLensesTell(after);
    }

    @Test
    void whatWasStoredIsShownBeforeTheNodeAnswers() throws Exception {
        var before = ready();
        close();
        open("index.sqlite");
        network.close();
        var shown = new ArrayList<Loadable<Known>>();
        follow.known().follow(shown::add);

        var thread = Thread.ofVirtual().start(follow::run);
        for (int i = 0; i < 600 && shown.size() < 4; i++) {
            Thread.sleep(50);
        }
        thread.interrupt();
        thread.join();

        assertThat(shown.get(2)).isInstanceOfSatisfying(Loadable.Stale.class, stale -> {
            assertThat(stale.asOf()).isEqualTo(before.block());
            assertThat(stale.why()).startsWith("As stored on this computer");
        });
        assertThat(shown.get(3))
                .isInstanceOfSatisfying(
                        Loadable.Stale.class, stale -> assertThat(stale.why()).contains("127.0.0.1"));
    }

    @Test
    void theHistoryHasADayForEachDayWithEventsAndEndsBeforeToday() {
        var known = ready();

        var days = known.history().days();

        assertThat(days)
                .hasSizeGreaterThan(600)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.block().number(), b.block().number()));
        assertThat(days.getLast().block().time()).isBefore(known.block().time());
        assertThat(known.history().of(1)).extracting(PoolHistory.Dated::time).doesNotHaveDuplicates();
        assertThat(known.history().of(1).getLast().point().totalAssets()).isPositive();
    }

    @Test
    void everyBlockWithEventsOfTheLastDaysIsKnownAndSoAreTheFallsOfAnHourAndADay() throws Exception {
        var known = ready();
        var recent = known.history().recent();
        var from = known.block().time().minus(PoolHistory.RECENT);
        var events = new EventLog(store, DECODER, network.deployment());
        var blocks = events.page(LogQuery.ALL, 0, 20_000).stream()
                .map(fact -> fact.block())
                .filter(block -> !block.time().isBefore(from.plusSeconds(3_600)))
                .distinct()
                .toList();

        assertThat(blocks).hasSizeGreaterThan(5);
        assertThat(recent).extracting(PoolHistory.Moment::block).containsAll(blocks);
        assertThat(recent).hasSizeLessThanOrEqualTo(PoolHistory.MOST_RECENT);
        var figures = Metrics.of(known, Assumptions.initial());
        for (var span : Metrics.SPANS) {
            var before = known.block().time().minus(span);
            var then = recent.stream()
                    .filter(moment -> !moment.block().time().isAfter(before))
                    .toList()
                    .getLast()
                    .total();
            var now = known.view().pools().stream()
                    .map(pool -> pool.capital().totalAssets())
                    .reduce(BigInteger.ZERO, BigInteger::add);
            var lost = then.subtract(now).max(BigInteger.ZERO);
            var fall = lost.multiply(BigInteger.valueOf(10_000))
                    .add(then)
                    .subtract(BigInteger.ONE)
                    .divide(then);
            assertThat(figures)
                    .filteredOn(figure -> figure.scope().equals(new Metric.Scope.Span(span)))
                    .singleElement()
                    .satisfies(figure -> assertThat(figure.value()).hasValue(fall));
        }
    }

    @Test
    void theLogTellsWhatHappenedToOneClaim() throws Exception {
        var known = ready();
        var events = new EventLog(store, DECODER, network.deployment());
        var claims = network.deployment().address("Claims");

        var query = LogQuery.of(claims, new Hash32(Word.of(1)));
        var page = events.page(query, 0, 100);

        assertThat(page).hasSize(events.count(query)).isNotEmpty();
        assertThat(page.getLast().fact()).isInstanceOf(ClaimFact.ClaimSubmitted.class);
        assertThat(page)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(b.block().number(), a.block().number()));
        assertThat(events.count(LogQuery.ALL)).isEqualTo((int) store.state().logs());
        assertThat(events.page(LogQuery.ALL, 3, 2)).hasSizeLessThanOrEqualTo(2);
        var middle = page.get(page.size() / 2).block().time().getEpochSecond();
        var late = new LogQuery(query.contracts(), query.about(), middle);
        assertThat(events.page(late, 0, 100))
                .isEqualTo(page.stream().filter(fact -> fact.time() >= middle).toList())
                .hasSize(events.count(late));
        assertThat(events.count(new LogQuery(Set.of(), Optional.empty(), known.time() + 1)))
                .isZero();
        assertThat(known.view().claims()).isNotEmpty();
    }

    @Test
    void itFollowsOnAThreadUntilThatIsInterrupted() throws Exception {
        var thread = Thread.ofVirtual().start(follow::run);
        await(network.node().head().number());

        actions(5).next(ready(follow));
        follow.lookNow();
        await(network.node().head().number());
        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }

    private static ProtocolView ready(FollowProtocol follow) {
        return ((Loadable.Ready<Known>) follow.known().get()).value().view();
    }

    private void await(long height) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (follow.known().get() instanceof Loadable.Ready<Known>(var _, var asOf) && asOf.number() >= height) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it never knew of block " + height);
    }
}
