package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.openmetrics.OpenMetricsGrammar;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.DecodedCall;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.abi.Span;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.exposition.MonitorFamilies;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.OpenMetricsText;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.ChangeOfRisk;
import org.breakwater.core.stress.EffectOfCalls;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What no lens tells of pools, rebuilt from events, equals what the pools and the premium engine say themselves.
class PoolViewsOnTheWorldTest {

    private static final long DAY = 86_400;
    private static final ContractAbi POOL = ContractAbi.of("RiskPool");
    private static final ContractAbi PREMIUM = ContractAbi.of("PremiumEngine");

    private static LocalNetwork network;
    private static Deployment deployment;
    private static BlockView chain;
    private static ProtocolState state;
    private static ProtocolView view;

    @BeforeAll
    static void start() throws Exception {
        network = LocalNetwork.start();
        deployment = network.deployment();
        chain = new BlockView(network.node(), network.node().head());
        var projection = new ProtocolProjection(deployment);
        var logs = new FoldedLogs(new FetchedLogs(network.node().address()), deployment);
        for (var block : logs.facts(0, chain.block().number()).entrySet()) {
            projection.apply(block.getKey(), block.getValue());
        }
        state = projection.state();
        view = state.at(chain.block().time().getEpochSecond());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static BigInteger number(BigInteger value) {
        return value;
    }

    @Test
    void everyQueueIsAsItsPoolTellsIt() throws ProblemException {
        var requests = 0;
        for (var pool : view.pools()) {
            var redemptions = view.redemptions(pool.poolId()).orElseThrow();
            var shares = BigInteger.ZERO;
            for (var waiting : redemptions.waiting()) {
                Tuple told = chain.call("request", pool.pool(), POOL.function("request"), waiting.requestId());
                Tuple request = told.get(0);
                Tuple worth = chain.call("worth", pool.pool(), POOL.function("previewRedeem"), waiting.shares());
                assertThat(List.of(
                                waiting.controller().toString(),
                                BigInteger.valueOf(waiting.claimableAt()),
                                waiting.shares(),
                                waiting.assets()))
                        .as("request %s of pool %d", waiting.requestId(), pool.poolId())
                        .isEqualTo(List.of(
                                request.get(0).toString(),
                                BigInteger.valueOf(((Number) request.get(1)).longValue()),
                                request.get(2),
                                number(worth.get(0))));
                shares = shares.add(waiting.shares());
                requests++;
            }
            assertThat(shares).isEqualTo(pool.capital().queuedShares());
        }
        assertThat(requests).isPositive();
    }

    @Test
    void processingEveryQueueWouldFillWhatIsSaid() throws ProblemException {
        for (var pool : view.pools()) {
            assertThat(view.redemptions(pool.poolId()).orElseThrow().payable())
                    .as("pool %d", pool.poolId())
                    .isEqualTo(processed(chain, pool));
        }
    }

    private static BigInteger processed(BlockView as, PoolView pool) throws ProblemException {
        if (pool.queueHead().equals(pool.queueTail())) {
            return BigInteger.ZERO;
        }
        Tuple answer = as.call("the queue", pool.pool(), POOL.function("processQueue"), BigInteger.valueOf(1_000));
        return answer.get(0);
    }

    /// Requests become due with time, incidents lapse, and premium is earned.
    @Test
    void itStaysSoWhileDaysPass() throws Exception {
        try (var live = LocalNetwork.start()) {
            var rpc = new AnvilRpc(live.node().address());
            var projection = new ProtocolProjection(deployment);
            var logs = new FoldedLogs(new FetchedLogs(live.node().address()), deployment);
            for (var block : logs.facts(0, live.node().head().number()).entrySet()) {
                projection.apply(block.getKey(), block.getValue());
            }
            var filled = BigInteger.ZERO;
            for (int day = 0; day < 20; day++) {
                rpc.ask("evm_increaseTime", DAY);
                rpc.ask("evm_mine");
                var head = live.node().head();
                var then = projection.state().at(head.time().getEpochSecond());
                for (var pool : then.pools()) {
                    var payable = then.redemptions(pool.poolId()).orElseThrow().payable();
                    assertThat(payable)
                            .as("pool %d after %d days", pool.poolId(), day + 1)
                            .isEqualTo(processed(new BlockView(live.node(), head), pool));
                    filled = filled.add(payable);
                }
            }
            assertThat(filled).isPositive();
        }
    }

    @Test
    void coverOfEverySubjectIsAsItsPoolTellsIt() throws ProblemException {
        var sold = 0;
        for (var pool : view.pools()) {
            for (var subject : view.subjects()) {
                var cover = view.cover(pool.poolId(), subject.subjectId()).orElseThrow();
                Tuple told = chain.call(
                                "cover",
                                pool.pool(),
                                POOL.function("coverOfSubject"),
                                ContractAbi.argument(POOL.function("coverOfSubject"), 0, subject.subjectId()))
                        .get(0);
                assertThat(List.of(cover.amount(), cover.level().number()))
                        .as("subject %d of pool %d", subject.subjectId(), pool.poolId())
                        .isEqualTo(List.of(told.<BigInteger>get(0), ((Number) told.get(1)).intValue()));
                sold += cover.amount().signum();
            }
        }
        assertThat(sold).isGreaterThan(30);
    }

    @Test
    void everyPriceIsAsThePremiumEngineTellsIt() throws ProblemException {
        var rate = PREMIUM.function("rate");
        var engine = deployment.address("PremiumEngine");
        var prices = 0;
        for (var pool : view.pools()) {
            for (var subject : view.subjects()) {
                var told = chain.attempt(
                                "the rate",
                                engine,
                                rate,
                                ContractAbi.argument(rate, 0, pool.poolId()),
                                ContractAbi.argument(rate, 1, subject.subjectId()))
                        .map(answer -> BigInteger.valueOf(((Number) answer.get(0)).longValue()));
                var price = view.price(pool.poolId(), subject.subjectId()).orElseThrow();
                assertThat(price.rate())
                        .as("subject %d of pool %d", subject.subjectId(), pool.poolId())
                        .isEqualTo(told);
                prices += told.isPresent() ? 1 : 0;
            }
        }
        assertThat(prices).isGreaterThan(100);
    }

    /// What losses are looked for in is the pools' own capital and cover, less cover that no event can hit any more.
    @Test
    void theStressBookIsWhatThePoolsSay() throws Exception {
        var risks = ProtocolRisks.of(List.of(view), Assumptions.initial());
        var book = ProtocolBook.of(view, risks, Assumptions.initial());
        var covered = 0;
        var equal = 0;
        for (var pool : book.pools()) {
            var address = view.pool(pool.poolId()).orElseThrow().pool();
            Tuple capital =
                    chain.call("capital", address, POOL.function("capital")).get(0);
            assertThat(List.of(pool.gross(), pool.reserved(), pool.available(), pool.minCapital()))
                    .as(pool.name())
                    .isEqualTo(List.of(
                            capital.<BigInteger>get(0),
                            capital.<BigInteger>get(3),
                            capital.<BigInteger>get(1),
                            capital.<BigInteger>get(4)));
            var amounts = new TreeMap<Long, BigInteger>();
            pool.covers()
                    .forEach(cover -> amounts.put(
                            ((RiskTarget.Subject) risks.model()
                                            .risks()
                                            .get(cover.risk())
                                            .target())
                                    .subjectId(),
                            cover.amount()));
            for (var subject : view.subjects()) {
                Tuple told = chain.call(
                                "cover",
                                address,
                                POOL.function("coverOfSubject"),
                                ContractAbi.argument(POOL.function("coverOfSubject"), 0, subject.subjectId()))
                        .get(0);
                var live = amounts.getOrDefault(subject.subjectId(), BigInteger.ZERO);
                var held = live.add(lingering(pool.poolId(), subject.subjectId()));
                var as = "%s, subject %d".formatted(pool.name(), subject.subjectId());
                if (hasAccounts(pool.poolId(), subject.subjectId())) {
                    // What accounts were insured for shortly before is held for them, too.
                    assertThat(held).as(as).isLessThanOrEqualTo(told.<BigInteger>get(0));
                } else {
                    assertThat(held).as(as).isEqualTo(told.<BigInteger>get(0));
                    equal += live.signum();
                }
                covered += live.signum();
            }
        }
        assertThat(covered).isGreaterThan(30);
        assertThat(equal).isGreaterThan(25);
        assertThat(book.treasury().total())
                .isEqualTo(view.treasury().assets().stream()
                        .map(asset -> asset.health().liquid().add(asset.health().deployed()))
                        .reduce(BigInteger.ZERO, BigInteger::add));
    }

    /// Cover that is locked still, for claims on what happened while it ran.
    private static BigInteger lingering(long poolId, long subjectId) {
        var policies = view.policies().stream()
                .filter(policy -> policy.state() == PolicyState.GRACE || policy.state() == PolicyState.OVERDUE)
                .map(PolicyView::policy)
                .filter(policy -> policy.poolId() == poolId && policy.subjectId() == subjectId)
                .map(policy -> policy.amount().subtract(policy.paid()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return view.series().stream()
                .map(SeriesView::series)
                .filter(series -> series.state() == SeriesState.SETTLED)
                .filter(series -> series.poolId() == poolId && series.subjectId() == subjectId)
                .map(series ->
                        series.unitsSold().subtract(series.unitsRedeemed()).multiply(series.unitPayout()))
                .reduce(policies, BigInteger::add);
    }

    private static boolean hasAccounts(long poolId, long subjectId) {
        return view.accountCovers().stream()
                .anyMatch(account -> account.poolId() == poolId && account.subjectId() == subjectId);
    }

    /// Figures that the contracts give themselves.
    @Test
    void figuresOfRiskAreAsTheContractsTellThem() throws Exception {
        var known = new Known(chain.block(), state, view, new PoolHistory(List.of()));
        var figures = Metrics.of(known, Assumptions.initial());
        for (var pool : view.pools()) {
            Tuple capital =
                    chain.call("capital", pool.pool(), POOL.function("capital")).get(0);
            assertThat(value(figures, MetricKind.SOLVENCY, new Scope.Pool(pool.poolId())))
                    .isEqualTo(((Number) capital.get(9)).longValue());
            assertThat(value(figures, MetricKind.UTILISATION, new Scope.Pool(pool.poolId())))
                    .isEqualTo(((Number) capital.get(10)).longValue());
        }
        assertThat(figures).extracting(Metric::block).containsOnly(chain.block());
        assertThat(figures).extracting(Metric::kind).contains(MetricKind.BY_VOTER, MetricKind.ORACLE_AGE);
        assertThat(value(figures, MetricKind.BY_SUBJECT, new Scope.Protocol())).isBetween(200L, 10_000L);
        assertThat(value(figures, MetricKind.OWN_FUNDS, new Scope.Protocol()))
                .isLessThan(ProtocolBook.of(
                                view, ProtocolRisks.of(List.of(view), Assumptions.initial()), Assumptions.initial())
                        .available()
                        .longValueExact());
    }

    @Test
    void figuresOfRiskAreOpenMetrics() throws Exception {
        var known = new Known(chain.block(), state, view, new PoolHistory(List.of()));
        var figures = Metrics.of(known, Assumptions.initial());
        var pools = view.pools().stream().collect(Collectors.toMap(PoolView::poolId, PoolView::name));
        var reading = new MonitorReading(
                Optional.of(chain.block()), pools, figures, Map.of(), 0, List.of(), List.of(), Map.of());

        var samples = OpenMetricsGrammar.read(OpenMetricsText.of(
                MonitorFamilies.of(reading, chain.block().time().plusSeconds(5))));

        assertThat(samples.keySet().stream().filter(name -> name.contains("figure_missing")))
                .hasSize((int) figures.stream()
                        .filter(figure -> figure.value().isEmpty())
                        .count());
        for (var pool : view.pools()) {
            assertThat(samples.get("breakwater_solvency_ratio{pool=" + pool.poolId() + ", scope=pool}"))
                    .isEqualByComparingTo(BigDecimal.valueOf(pool.capital().solvencyBps(), 4));
        }
    }

    private static long value(List<Metric> figures, MetricKind kind, Scope scope) {
        return figures.stream()
                .filter(figure -> figure.kind() == kind && figure.scope().equals(scope))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow()
                .longValueExact();
    }

    /// A floor that is raised leaves less for an incident: the same years, more of them with a cut.
    @Test
    void aChangeOfParametersMovesTheChanceOfACut() throws Exception {
        var key = ParameterKey.INCIDENT_CAP.word();
        var lower = ParameterClash.after(
                view.parameterBook(),
                new ParameterClash.Setting(key, ParameterScope.GLOBAL, BigInteger.valueOf(1_000)));
        var change = ChangeOfRisk.of(
                view,
                lower,
                Assumptions.initial(),
                new StressSize(20_000, 3, 2),
                task -> Thread.ofPlatform().start(task),
                StressWatch.NOBODY);
        assertThat(change.comparison().cut().onlyBefore()).isZero();
        assertThat(change.comparison().cut().isCertain()).isTrue();
        assertThat(change.comparison().ruin().difference()).isZero();
        assertThat(change.under()).isEmpty();
    }

    /// What a review is told of a call is what the parameter or the payment itself does.
    @Test
    void theEffectOfACallIsThatOfWhatItChanges() throws Exception {
        var size = new StressSize(20_000, 3, 2);
        var key = ParameterKey.INCIDENT_CAP.word();
        var lower = call(
                "ParameterRegistry",
                "proposeChangeAsDao(bytes32 key,bytes32 scope,uint128 newValue,bytes32 rationaleHash)",
                new AbiValue.Binary(key.bytes()),
                new AbiValue.Binary(ParameterScope.GLOBAL.encoded().bytes()),
                new AbiValue.Whole(BigInteger.valueOf(1_000)),
                new AbiValue.Binary(Hash32.ZERO.bytes()));
        var setting = new ParameterClash.Setting(key, ParameterScope.GLOBAL, BigInteger.valueOf(1_000));
        var direct = ChangeOfRisk.of(
                view,
                ParameterClash.after(view.parameterBook(), setting),
                Assumptions.initial(),
                size,
                Runnable::run,
                StressWatch.NOBODY);
        assertThat(effect(lower, size).orElseThrow().comparison().cut())
                .isEqualTo(direct.comparison().cut());

        var asset = view.treasury().assets().getFirst();
        var amount = asset.health().liquid().shiftRight(1);
        var spend = call(
                "Treasury",
                "spend(address token,address to,uint256 amount,bytes32 memoHash)",
                new AbiValue.Account(asset.asset()),
                new AbiValue.Account(Address.ZERO),
                new AbiValue.Whole(amount),
                new AbiValue.Binary(Hash32.ZERO.bytes()));
        var spent = effect(spend, size).orElseThrow().comparison();
        assertThat(spent.after().available())
                .isEqualTo(spent.before().available().subtract(amount));

        var harmless = call("Treasury", "realiseLoss(address venue)", new AbiValue.Account(Address.ZERO));
        assertThat(effect(harmless, size)).isEmpty();
    }

    private static Optional<ChangeOfRisk> effect(ReviewedCall call, StressSize size) throws StressException {
        return EffectOfCalls.of(view, call, Assumptions.initial(), size, Runnable::run, StressWatch.NOBODY);
    }

    private static ReviewedCall call(String contract, String function, AbiValue... values) {
        var signature = FunctionSignature.parse(function);
        var arguments = new ArrayList<Argument>();
        for (int i = 0; i < values.length; i++) {
            var parameter = signature.parameters().get(i);
            arguments.add(new Argument.Leaf(
                    parameter.name(),
                    (ElementaryType) parameter.type(),
                    values[i],
                    new Span(0, 0),
                    OptionalInt.empty()));
        }
        return new ReviewedCall(
                "1",
                ReviewedCall.Way.TRANSACTION,
                Address.ZERO,
                Operation.CALL,
                Address.ZERO,
                BigInteger.ZERO,
                Bytes.EMPTY,
                Basis.DEPLOYED,
                new CallReading.Understood(contract, new DecodedCall(signature, arguments)),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
