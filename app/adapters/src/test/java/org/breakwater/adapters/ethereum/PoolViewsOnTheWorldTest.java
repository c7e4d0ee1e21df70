package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.List;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
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
        view = projection.state().at(chain.block().time().getEpochSecond());
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
}
