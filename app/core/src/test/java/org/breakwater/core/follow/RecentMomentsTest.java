package org.breakwater.core.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.breakwater.core.follow.PoolHistory.Moment;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class RecentMomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private final RecentMoments moments = new RecentMoments();

    private static BlockRef block(long number, Duration ago) {
        return new BlockRef(number, Hash32.ZERO, NOW.minus(ago));
    }

    private void note(long number, Duration ago, long value) {
        moments.note(block(number, ago), Map.of(1L, BigInteger.valueOf(value), 2L, BigInteger.ONE));
    }

    private List<Long> numbers() {
        return moments.all().stream().map(moment -> moment.block().number()).toList();
    }

    @Test
    void blocksOfTheLastDaysAreKeptAndTheOneBeforeThem() {
        note(1, Duration.ofDays(30), 5);
        note(2, Duration.ofDays(9), 6);
        note(3, Duration.ofDays(8), 7);
        note(4, Duration.ofHours(2), 8);
        note(5, Duration.ZERO, 9);
        assertThat(numbers()).containsExactly(3L, 4L, 5L);
        assertThat(moments.all().getLast().total()).isEqualTo(BigInteger.TEN);
        note(6, Duration.ofHours(-1), 9);
        assertThat(numbers()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void olderBlocksThanExpectedAreNotNotedOneByOne() {
        moments.expect(NOW);
        assertThat(moments.isRecent(block(1, Duration.ofDays(9)))).isFalse();
        assertThat(moments.isRecent(block(2, Duration.ofDays(8)))).isTrue();
    }

    @Test
    void blocksThatAreTakenBackAreForgotten() {
        note(1, Duration.ofHours(3), 5);
        note(2, Duration.ofHours(2), 6);
        note(3, Duration.ofHours(1), 7);
        moments.goBackTo(1);
        assertThat(numbers()).containsExactly(1L);
        note(2, Duration.ofMinutes(90), 8);
        assertThat(moments.all())
                .extracting(Moment::total)
                .containsExactly(BigInteger.valueOf(6), BigInteger.valueOf(9));
    }

    @Test
    void thereAreNeverMoreThanTheyMayBe() {
        for (int i = 0; i < PoolHistory.MOST_RECENT + 50; i++) {
            note(i, Duration.ofSeconds(PoolHistory.MOST_RECENT + 50L - i), i);
        }
        assertThat(moments.all()).hasSize(PoolHistory.MOST_RECENT);
        assertThat(numbers().getFirst()).isEqualTo(50L);
    }
}
