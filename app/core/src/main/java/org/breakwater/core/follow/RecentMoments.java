package org.breakwater.core.follow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breakwater.core.follow.PoolHistory.Moment;
import org.breakwater.core.projection.view.PoolWorth;
import org.breakwater.core.value.BlockRef;

/// What the pools held after each of the last blocks with events. Never more than {@link PoolHistory#MOST_RECENT}.
final class RecentMoments {

    private final Deque<Moment> moments = new ArrayDeque<>();
    private Instant from = Instant.MIN;

    /// @param newest time of the newest block that will come
    void expect(Instant newest) {
        from = newest.minus(PoolHistory.RECENT);
        forget();
    }

    boolean isEmpty() {
        return moments.isEmpty();
    }

    boolean isRecent(BlockRef block) {
        return !block.time().isBefore(from);
    }

    void note(BlockRef block, List<PoolWorth> pools) {
        note(
                block,
                pools.stream()
                        .collect(Collectors.toMap(
                                PoolWorth::poolId, pool -> pool.capital().totalAssets())));
    }

    void note(BlockRef block, Map<Long, BigInteger> netAssets) {
        var before = block.time().minus(PoolHistory.RECENT);
        if (before.isAfter(from)) {
            from = before;
        }
        moments.add(new Moment(block, netAssets));
        forget();
    }

    /// The last one before the time from which on all are kept stays: it says what was so at that time.
    private void forget() {
        while (moments.size() > PoolHistory.MOST_RECENT || isSecondOld()) {
            moments.removeFirst();
        }
    }

    private boolean isSecondOld() {
        var oldest = moments.iterator();
        if (!oldest.hasNext()) {
            return false;
        }
        oldest.next();
        return oldest.hasNext() && !oldest.next().block().time().isAfter(from);
    }

    void goBackTo(long height) {
        moments.removeIf(moment -> moment.block().number() > height);
    }

    List<Moment> all() {
        return List.copyOf(moments);
    }
}
