package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyFilter;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.policies.PolicyTotals;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlitePolicyListTest {

    private static final int QUESTIONS = 300;
    private static final int MANY = 100_000;
    private static final int PAGE = 200;

    /// A tenth of a second: six frames. A page is read beside the window's thread, and until it is there its rows are
    /// drawn as such; this is what a person does not notice yet.
    private static final long BUDGET_MILLISECONDS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void filtersOrdersAndPagesAsAPlainListDoes(long seed) throws Exception {
        var drawn = new RandomPolicies(seed);
        var policies = drawn.policies(700);
        try (var list = SqlitePolicyList.open()) {
            list.become(policies);
            for (int i = 0; i < QUESTIONS; i++) {
                var filter = filter(drawn, policies);
                var order = new PolicyOrder(
                        drawn.drawn(List.of(PolicyOrder.Key.values())),
                        drawn.random().nextBoolean());
                var offset = drawn.random().nextInt(50);
                var limit = 1 + drawn.random().nextInt(100);
                var wanted = policies.stream()
                        .filter(policy -> wants(filter, policy))
                        .sorted(comparator(order))
                        .toList();

                assertThat(list.count(filter)).as("%s", filter).isEqualTo(wanted.size());
                assertThat(list.totals(filter)).as("%s", filter).isEqualTo(totals(wanted));
                assertThat(list.page(filter, order, offset, limit))
                        .as("%s %s", filter, order)
                        .isEqualTo(wanted.stream().skip(offset).limit(limit).toList());
            }
        }
    }

    @Test
    void becomesWhateverIsKnownNext() throws Exception {
        var drawn = new RandomPolicies(7);
        var order = new PolicyOrder(PolicyOrder.Key.NUMBER, false);
        var policies = new ArrayList<>(drawn.policies(300));
        try (var list = SqlitePolicyList.open()) {
            for (int step = 0; step < 20; step++) {
                list.become(policies);
                assertThat(list.page(PolicyFilter.ALL, order, 0, 1_000)).isEqualTo(policies);

                policies.set(step, drawn.policy(step + 1));
                if (step % 3 == 0) {
                    policies.removeLast(); // another branch of the chain
                } else {
                    policies.add(drawn.policy(policies.size() + 1));
                }
            }
        }
    }

    @Test
    void aWildcardIsALetterLikeAnyOther() throws Exception {
        var drawn = new RandomPolicies(11);
        var policies = drawn.policies(200);
        try (var list = SqlitePolicyList.open()) {
            list.become(policies);

            assertThat(list.count(PolicyFilter.ALL.withWords("%"))).isEqualTo(containing(policies, "%"));
            assertThat(list.count(PolicyFilter.ALL.withWords("_"))).isEqualTo(containing(policies, "_"));
            assertThat(list.count(PolicyFilter.ALL.withWords("\\"))).isEqualTo(containing(policies, "\\"));
            assertThat(list.count(PolicyFilter.ALL.withWords("'; DROP TABLE policy; --")))
                    .isZero();
            assertThat(list.count(PolicyFilter.ALL)).isEqualTo(200);
        }
    }

    @Test
    void aPageOfAHundredThousandIsReadInTheTimeOfAFewFrames() throws Exception {
        try (var list = SqlitePolicyList.open()) {
            list.become(new RandomPolicies(5).policies(MANY));
            for (var order : List.of(
                    new PolicyOrder(PolicyOrder.Key.COVER, true),
                    new PolicyOrder(PolicyOrder.Key.SUBJECT, false),
                    new PolicyOrder(PolicyOrder.Key.NUMBER, false))) {
                var median = medianPage(list, PolicyFilter.ALL, order);
                report(order.key() + " of all", median);
                assertThat(median).as("%s", order).isLessThan(BUDGET_MILLISECONDS * 1_000);
            }
            var words = PolicyFilter.ALL.withWords("meridian").withStates(Set.of(PolicyState.ACTIVE));
            var median = medianPage(list, words, new PolicyOrder(PolicyOrder.Key.COVER, true));
            report("COVER of those with a word and a state", median);
            assertThat(median).isLessThan(BUDGET_MILLISECONDS * 1_000);
        }
    }

    /// Microseconds.
    private static long medianPage(SqlitePolicyList list, PolicyFilter filter, PolicyOrder order) throws Exception {
        var count = list.count(filter);
        var times = new ArrayList<Long>();
        for (int offset = 0; offset < count; offset += Math.max(1, count / 40)) {
            var began = System.nanoTime();
            var page = list.page(filter, order, offset, PAGE);
            times.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            assertThat(page).hasSize(Math.min(PAGE, count - offset));
        }
        times.sort(Comparator.naturalOrder());
        return times.get(times.size() / 2);
    }

    private static void report(String what, long median) {
        System.out.printf(
                Locale.ROOT, "a page of 200 out of 100,000 policies, by %s: %.1f ms%n", what, median / 1_000.0);
    }

    private static PolicyFilter filter(RandomPolicies drawn, List<ListedPolicy> policies) {
        var random = drawn.random();
        var filter = PolicyFilter.ALL;
        if (random.nextInt(3) == 0) {
            filter = filter.withWords(
                    drawn.drawn(List.of("MERIDIAN", "0x00", "1", "% cover", "a_b", "o'neill", "\\", "pool b")));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.withStates(EnumSet.of(drawn.drawn(List.of(PolicyState.values())), PolicyState.EXHAUSTED));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.withPools(Set.of(1L + random.nextInt(6)));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withSubject(Optional.of(1L + random.nextInt(7)));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withKinds(Set.of(drawn.drawn(List.of(RiskKind.values()))));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.withLeastCover(Optional.of(drawn.drawn(policies).cover()));
        }
        return filter;
    }

    private static boolean wants(PolicyFilter filter, ListedPolicy policy) {
        return filter.wordList().stream().allMatch(word -> words(policy).anyMatch(part -> part.contains(word)))
                && (filter.states().isEmpty() || filter.states().contains(policy.state()))
                && (filter.pools().isEmpty() || filter.pools().contains(policy.poolId()))
                && filter.subject()
                        .map(subject -> subject == policy.subjectId())
                        .orElse(true)
                && (filter.kinds().isEmpty() || filter.kinds().contains(policy.kind()))
                && filter.leastCover()
                        .map(cover -> policy.cover().compareTo(cover) >= 0)
                        .orElse(true);
    }

    private static Stream<String> words(ListedPolicy policy) {
        return List.of(
                        String.valueOf(policy.id()),
                        policy.holder().toString(),
                        policy.holderName(),
                        policy.subject(),
                        policy.pool())
                .stream()
                .map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static int containing(List<ListedPolicy> policies, String sign) {
        return Math.toIntExact(policies.stream()
                .filter(policy -> words(policy).anyMatch(word -> word.contains(sign)))
                .count());
    }

    private static PolicyTotals totals(List<ListedPolicy> policies) {
        return new PolicyTotals(
                policies.size(),
                policies.stream().map(ListedPolicy::cover).reduce(BigInteger.ZERO, BigInteger::add),
                policies.stream().map(ListedPolicy::premium).reduce(BigInteger.ZERO, BigInteger::add));
    }

    private static Comparator<ListedPolicy> comparator(PolicyOrder order) {
        Comparator<ListedPolicy> by = switch (order.key()) {
            case NUMBER -> Comparator.comparingLong(ListedPolicy::id);
            case SUBJECT -> Comparator.comparing(ListedPolicy::subject, String.CASE_INSENSITIVE_ORDER);
            case POOL -> Comparator.comparing(ListedPolicy::pool, String.CASE_INSENSITIVE_ORDER);
            case HOLDER -> Comparator.comparing(ListedPolicy::holder);
            case COVER -> Comparator.comparing(ListedPolicy::cover);
            case PREMIUM -> Comparator.comparing(ListedPolicy::premium);
            case RATE -> Comparator.comparingInt(ListedPolicy::rateBps);
            case BOUGHT -> Comparator.comparingLong(ListedPolicy::boughtAt);
            case END -> Comparator.comparingLong(ListedPolicy::end);
            case STATE -> Comparator.comparing(ListedPolicy::state);
        };
        var whole = by.thenComparingLong(ListedPolicy::id);
        return order.descending() ? whole.reversed() : whole;
    }
}
