package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.adapters.ethereum.RuleHarness.numbers;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.core.fact.RiskFact.Dependencies;
import org.breakwater.core.fact.RiskFact.Inputs;
import org.breakwater.core.protocol.UpgradeControl;
import org.breakwater.core.rule.CaseVerdict;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.DrainWindow;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.rule.PremiumPrice;
import org.breakwater.core.rule.PremiumSchedule;
import org.breakwater.core.rule.PremiumSchedule.DayEnd;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.rule.ProRata;
import org.breakwater.core.rule.RiskScore;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.WeightedMedian;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every rule of core and the library it follows, asked the same seeded states: they agree to the unit.
// Arrays are arguments of one call, never compared; the contracts number constants in the same order.
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
class RuleEquivalenceTest {

    private static final int STATES = 2_000;

    private static AnvilProcess anvil;
    private static RuleHarness harness;
    private static long now;

    @BeforeAll
    static void start() throws Exception {
        anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of("--gas-limit", "4000000000"));
        var node = new FetchedLogs(anvil.node().address());
        node.ask("evm_mine");
        harness = new RuleHarness(node);
        now = anvil.node().head().time().getEpochSecond();
    }

    @AfterAll
    static void stop() {
        anvil.close();
    }

    /// One state: what the library is asked, and what the rule says.
    private record Pair(Object[] question, List<BigInteger> rule) {

        static Pair of(Object[] question, Object... rule) {
            return new Pair(question, numbers(rule));
        }
    }

    private static Object[] asked(Object... arguments) {
        return arguments;
    }

    private static void agree(String question, Function<Draws, Pair> state) throws Exception {
        agree(question, STATES, state);
    }

    private static void agree(String question, int states, Function<Draws, Pair> state) throws Exception {
        var draws = Draws.of(question);
        var pairs = IntStream.range(0, states).mapToObj(_ -> state.apply(draws)).toList();
        var answers = harness.ask(question, pairs.stream().map(Pair::question).toList());
        assertThat(answers).hasSize(states);
        for (int i = 0; i < states; i++) {
            assertThat(pairs.get(i).rule())
                    .as("%s of %s", question, List.of(pairs.get(i).question()))
                    .isEqualTo(answers.get(i));
        }
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    @Test
    void sharesOfAnAmountAreEqual() throws Exception {
        agree("share", draws -> {
            var value = draws.amount();
            var bps = big(draws.bps());
            var whole = draws.near(value);
            return Pair.of(
                    asked(value, bps, whole),
                    Solvency.limit(value, bps),
                    Solvency.requirement(value, bps),
                    Solvency.ratio(value, whole));
        });
    }

    @Test
    void minimumCapitalAndCapacityAreEqual() throws Exception {
        agree("capital", draws -> {
            var assets = draws.amount();
            var weighted = draws.near(assets.multiply(big(10_000)));
            var ratio = big(1 + draws.bps());
            return Pair.of(
                    asked(assets, weighted, ratio),
                    Solvency.minCapital(weighted),
                    Solvency.capacity(assets, weighted, ratio));
        });
    }

    @Test
    void reservesOfIncidentsAreEqual() throws Exception {
        agree("incidentCap", draws -> {
            var gross = draws.amount();
            var bps = big(draws.bps());
            var most = draws.near(gross);
            var floor = draws.near(gross);
            var reserved = draws.near(gross);
            return Pair.of(
                    asked(gross, bps, most, floor, reserved), Solvency.incidentCap(gross, bps, most, floor, reserved));
        });
    }

    @Test
    void proRataPartsAreEqual() throws Exception {
        agree("proRata", draws -> {
            var funds = draws.amount();
            var sum = draws.near(funds);
            var tranche = big(draws.bps());
            var approved = draws.near(sum);
            var paid = draws.near(approved);
            var left = draws.near(funds);
            var first = ProRata.first(funds, sum, tranche);
            var last = ProRata.last(funds, sum);
            return Pair.of(
                    asked(funds, sum, tranche, approved, paid, left),
                    first.due(approved, paid, left),
                    first.bps(),
                    last.due(approved, paid, left),
                    last.bps());
        });
    }

    @Test
    void pricesAreEqual() throws Exception {
        agree("price", draws -> {
            var cover = draws.amount();
            var rate = big(draws.bps(5_000));
            var duration = big(draws.between(0, 366 * 86_400L));
            return Pair.of(
                    asked(cover, rate, duration),
                    PremiumPrice.premium(cover, rate, duration),
                    PremiumPrice.perSecond(cover, rate));
        });
    }

    @Test
    void partsOfARateAreEqual() throws Exception {
        agree("parts", draws -> {
            var slope = big(draws.bps(2_000));
            var share = big(draws.bps(20_000));
            var surge = draws.near(big(200L * 86_400));
            var amount = draws.near(big(86_400));
            var largest = draws.amount().add(BigInteger.ONE);
            return Pair.of(
                    asked(slope, share, surge, amount, largest),
                    PremiumPrice.risk(slope, share),
                    PremiumPrice.utilisation(slope, share),
                    PremiumPrice.decayed(surge, slope, amount),
                    PremiumPrice.added(slope, amount, largest));
        });
    }

    @Test
    void aPremiumIsSplitEqually() throws Exception {
        agree("split", draws -> {
            var premium = draws.amount();
            var treasury = draws.bps(6_000);
            var distributor = draws.bps(10_000 - treasury);
            var split = PremiumPrice.split(premium, big(treasury), big(distributor));
            return Pair.of(
                    asked(premium, big(treasury), big(distributor)),
                    split.toPool(),
                    split.toTreasury(),
                    split.toDistributor());
        });
    }

    @Test
    void premiumsAreEarnedEqually() throws Exception {
        agree("streams", 80, RuleEquivalenceTest::streams);
    }

    /// Streams that come and go over some months, 30 steps.
    private static Pair streams(Draws draws) {
        var steps = new ArrayList<Tuple>();
        var states = new ArrayList<Object>();
        var added = new ArrayList<long[]>();
        var amounts = new ArrayList<BigInteger>();
        var running = new ArrayList<Integer>();
        var ends = new HashMap<Long, DayEnd>();
        var at = draws.between(1_700_000_000L, 1_800_000_000L);
        var schedule = new PremiumSchedule(BigInteger.ZERO, BigInteger.ZERO, at);
        for (int i = 0; i < 30; i++) {
            at += draws.chance(20) ? 0 : draws.between(0, 12 * 86_400L);
            var adds = running.isEmpty() || draws.chance(60);
            var settled = schedule.settle(at, midnight -> ends.getOrDefault(midnight, DayEnd.NONE));
            schedule = settled.schedule();
            if (adds) {
                var amount = draws.amount().add(BigInteger.ONE);
                var until = at + draws.between(1, 366 * 86_400L);
                var end = PremiumSchedule.endOf(amount, at, until);
                ends.merge(PremiumSchedule.midnightOf(until), end, DayEnd::plus);
                schedule = schedule.plus(amount, end);
                running.add(added.size());
                added.add(new long[] {at, until});
                amounts.add(amount);
                steps.add(Tuple.of(at, true, amount, until, BigInteger.ZERO));
                var half = at + (until - at) / 2;
                states.add(List.of(
                        settled.earned(),
                        schedule.held(),
                        schedule.rate(),
                        PremiumSchedule.refundable(amount, at, until, half)));
            } else {
                int place = draws.below(running.size());
                int number = running.get(place);
                running.subList(place, place + 1).clear();
                var stream = added.get(number);
                var midnight = PremiumSchedule.midnightOf(stream[1]);
                var freed = BigInteger.ZERO;
                if (schedule.settledAt() < midnight) {
                    var end = PremiumSchedule.endOf(amounts.get(number), stream[0], stream[1]);
                    ends.merge(midnight, end, DayEnd::minus);
                    var ended = schedule.minus(end, midnight);
                    schedule = ended.schedule();
                    freed = ended.earned();
                }
                steps.add(Tuple.of(at, false, BigInteger.ZERO, 0L, big(number)));
                states.add(List.of(settled.earned(), schedule.held(), schedule.rate(), freed));
            }
        }
        return new Pair(asked((Object) steps.toArray(Tuple[]::new)), flat(states));
    }

    private static List<BigInteger> flat(List<Object> states) {
        return states.stream()
                .flatMap(state -> ((List<?>) state).stream())
                .map(BigInteger.class::cast)
                .toList();
    }

    @Test
    void prepaidBalancesAreChargedEqually() throws Exception {
        agree("balances", 100, RuleEquivalenceTest::balances);
    }

    /// A balance that is paid into, runs dry and starts again, 25 steps.
    private static Pair balances(Draws draws) {
        var steps = new ArrayList<Tuple>();
        var states = new ArrayList<Object>();
        var at = draws.between(1_700_000_000L, 1_800_000_000L);
        var balance = PrepaidBalance.opened(at);
        for (int i = 0; i < 25; i++) {
            at += draws.chance(20) ? 0 : draws.between(0, 20 * 86_400L);
            var paidIn = draws.chance(40) ? big(draws.between(0, 5_000_000_000L)) : BigInteger.ZERO;
            var rate = draws.chance(15)
                    ? BigInteger.ZERO
                    : big(draws.between(0, 1_000_000_000_000_000_000L)).multiply(big(draws.between(1, 2_000)));
            var starts = draws.chance(60);
            balance = balance.charged(at);
            balance = balance.withPrepaid(balance.prepaid().add(paidIn)).withRate(rate);
            var able = balance.prepaid().compareTo(PrepaidBalance.reserve(rate)) >= 0;
            if (starts && !balance.funded() && able) {
                balance = balance.started(at);
            }
            steps.add(Tuple.of(at, paidIn, rate, starts));
            states.add(List.of(
                    balance.prepaid(),
                    balance.due(),
                    balance.fraction(),
                    big(balance.usedUpAt()),
                    balance.funded() ? BigInteger.ONE : BigInteger.ZERO));
        }
        return new Pair(asked((Object) steps.toArray(Tuple[]::new)), flat(states));
    }

    @Test
    void drainWindowsAreEqual() throws Exception {
        agree("drain", draws -> {
            var count = 2 * draws.below(8);
            var ages = draws.random()
                    .longs(count, 0, 3 * 86_400L)
                    .boxed()
                    .sorted((a, b) -> Long.compare(b, a))
                    .mapToLong(Long::longValue)
                    .toArray();
            if (count > 0 && draws.chance(30)) {
                ages[count - 1] = Math.min(ages[count - 1], 86_400);
            }
            var amounts = IntStream.range(0, count)
                    .mapToObj(_ -> big(draws.between(1, 3_000_000_000_000L)))
                    .toArray(BigInteger[]::new);
            var gross = draws.amount();
            var bps = big(draws.bps());
            var least = draws.near(gross);
            var drain = DrainWindow.UNUSED;
            for (int i = 0; i < count; i++) {
                drain = i % 2 == 0
                        ? drain.plusPayout(now - ages[i], amounts[i])
                        : drain.plusRedemption(now - ages[i], amounts[i]);
            }
            return Pair.of(
                    asked(ages, amounts, gross, bps, least),
                    drain.payouts().used(now),
                    drain.redemptions().used(now),
                    drain.limit(now, gross, bps, least));
        });
    }

    @Test
    void scoresAndLevelsAreEqual() throws Exception {
        agree("score", draws -> {
            var at = draws.between(1_700_000_000L, 1_800_000_000L);
            var inputs = new Inputs(
                    draws.below(8),
                    draws.chance(10) ? 0 : at - draws.between(-5, 1_200 * 86_400L),
                    draws.chance(10) ? 0 : at - draws.between(-5, 900 * 86_400L),
                    draws.near(big(1_000_000L << draws.below(12))),
                    draws.near(big(100L << draws.below(12)))
                            .min(big(0xffff_ffffL))
                            .longValueExact(),
                    UpgradeControl.values()[draws.below(5)],
                    draws.between(0, 4 * 86_400L),
                    draws.chance(70) ? 0 : draws.below(9),
                    at - draws.between(0, 40 * 86_400L),
                    Hash32.ZERO,
                    new Dependencies(Hash32.ZERO, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO));
            var score = RiskScore.score(inputs, at);
            return Pair.of(
                    asked(struct(inputs), big(at)),
                    score,
                    RiskScore.levelOf(score).number());
        });
    }

    private static Tuple struct(Inputs inputs) {
        var none = new byte[Hash32.LENGTH];
        return Tuple.from(
                inputs.audits(),
                inputs.lastAuditAt(),
                inputs.liveSince(),
                inputs.tvlUsd(),
                inputs.users30d(),
                List.of(UpgradeControl.values()).indexOf(inputs.upgrade()),
                inputs.upgradeDelay(),
                inputs.incidents12m(),
                inputs.attestedAt(),
                none,
                Tuple.of(none, none, none, none, none));
    }

    @Test
    void mediansAreEqual() throws Exception {
        agree("median", draws -> {
            var count = draws.below(9);
            var percents = new BigInteger[count];
            var weights = new BigInteger[count];
            var histogram = new HashMap<Integer, BigInteger>();
            for (int i = 0; i < count; i++) {
                var percent = draws.chance(30) ? 100 : 1 + draws.below(100);
                percents[i] = big(percent);
                weights[i] = draws.chance(30) ? big(1_000) : draws.amount();
                histogram.merge(percent, weights[i], BigInteger::add);
            }
            return Pair.of(asked(percents, weights), WeightedMedian.of(histogram));
        });
    }

    @Test
    void outcomesOfCasesAreEqual() throws Exception {
        agree("outcome", draws -> {
            var paying = draws.amount();
            var denying = draws.near(paying);
            var quorum = draws.near(paying.add(denying));
            var voters = draws.below(12);
            var minVoters = draws.below(8);
            return Pair.of(
                    asked(paying, denying, quorum, big(voters), big(minVoters)),
                    number(CaseVerdict.outcome(paying, denying, quorum, voters, minVoters)));
        });
    }

    private static <E extends Enum<E>> int number(E constant) {
        return List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant);
    }

    @Test
    void quorumsAndWeightsAreEqual() throws Exception {
        agree("voting", draws -> {
            var supply = draws.amount();
            var weight = draws.near(supply.divide(big(10_000)));
            var bps = big(draws.bps());
            return Pair.of(
                    asked(weight, supply, bps),
                    CaseVerdict.quorumOf(supply, bps, false),
                    CaseVerdict.quorumOf(supply, bps, true),
                    CaseVerdict.capOf(supply, bps),
                    CaseVerdict.counts(weight, supply));
        });
    }

    @Test
    void whatACoverHasLostIsEqual() throws Exception {
        agree("claim", draws -> {
            var insured = draws.amount();
            var severity = big(draws.bps());
            var deductible = big(draws.bps());
            var amount = ClaimAmount.of(insured, severity, deductible);
            return Pair.of(asked(insured, severity, deductible), amount.loss(), amount.deductible(), amount.most());
        });
    }

    @Test
    void sumsOfClaimsAndBondsAreEqual() throws Exception {
        agree("sums", draws -> {
            var amount = draws.amount();
            var severity = big(draws.bps());
            var deductible = big(draws.bps());
            var least = draws.near(amount);
            return Pair.of(
                    asked(amount, severity, deductible, least),
                    ClaimAmount.granted(amount, severity),
                    ClaimAmount.expected(amount, severity, deductible),
                    ClaimAmount.challengeBond(amount, deductible, least));
        });
    }

    @Test
    void answersOfFeedsAreReadEqually() throws Exception {
        agree("feed", draws -> {
            var decimals = draws.chance(80) ? 8 : draws.below(50);
            var answer = draws.near(big(100_000_000)).multiply(big(draws.chance(90) ? 1 : -1));
            var age = draws.chance(5) ? PrepaidBalance.NEVER : draws.between(0, 8_000);
            var lowest = draws.chance(80) ? BigInteger.ONE : answer;
            var highest = draws.chance(80) ? BigInteger.TWO.pow(180) : answer;
            var maxAge = big(draws.chance(50) ? 3_960 : age % 86_400);
            var updatedAt = age == PrepaidBalance.NEVER ? now + 86_400 : now - age;
            var reading = new FeedReading(answer, big(updatedAt));
            var price = reading.price(decimals, now);
            var limits = Optional.of(new FeedReading.Limits(lowest, highest));
            return Pair.of(
                    asked(answer, age, decimals, lowest, highest, maxAge),
                    quality(reading, price, decimals, limits, maxAge),
                    price.orElse(BigInteger.ZERO));
        });
    }

    /// As the library numbers them: good, stale, broken, at a limit.
    private static int quality(
            FeedReading reading,
            Optional<BigInteger> price,
            int decimals,
            Optional<FeedReading.Limits> limits,
            BigInteger maxAge) {
        if (price.isEmpty()) {
            return 2;
        }
        if (reading.goodPrice(decimals, limits, maxAge, now).isPresent()) {
            return 0;
        }
        return reading.goodPrice(decimals, limits, BigInteger.TWO.pow(60), now).isPresent() ? 1 : 3;
    }
}
