package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one account was insured for lately, and the least of it through a waiting period (`CoverHistory.sol`). Assets.
///
/// @param changes oldest first; those that no waiting period reaches back to are forgotten
public record CoverHistory(List<Change> changes) {

    public static final CoverHistory EMPTY = new CoverHistory(List.of());

    private static final long DAY = 86_400;

    /// Seconds, longer than any waiting period.
    private static final long KEPT = 90 * DAY;

    /// @param at seconds since 1970
    /// @param before until then
    /// @param amount from then on
    public record Change(long at, BigInteger before, BigInteger amount) {}

    public CoverHistory {
        changes = List.copyOf(changes);
    }

    /// With another amount from a time on, which is not before that of the last change.
    public CoverHistory with(long at, BigInteger amount) {
        var all = new ArrayList<>(changes);
        all.add(new Change(at, latest(), amount));
        while (all.size() > 1 && all.get(1).at() <= at - KEPT) {
            all.removeFirst();
        }
        return new CoverHistory(all);
    }

    private BigInteger latest() {
        return changes.isEmpty() ? BigInteger.ZERO : changes.getLast().amount();
    }

    /// What was insured at a time.
    public BigInteger insuredAt(long at) {
        return changes.reversed().stream()
                .filter(change -> change.at() <= at)
                .findFirst()
                .map(Change::amount)
                .orElse(BigInteger.ZERO);
    }

    /// The least insured at a time and all through the whole days that reach back over the waiting period, one at
    /// least. What changed earlier on the day of `at` itself does not count.
    ///
    /// @param waiting seconds
    public BigInteger leastThrough(long at, long waiting) {
        var today = at / DAY;
        if (today == 0) {
            return BigInteger.ZERO;
        }
        var reached = at > waiting ? (at - waiting) / DAY : 0;
        var from = Math.min(reached, today - 1);
        var least = insuredAt(at).min(insuredAt(from * DAY));
        for (long day = from; day < today; day++) {
            least = low(day).map(least::min).orElse(least);
        }
        return least;
    }

    /// The least of a day (UTC) on which it changed. What changes at midnight has stood at no time of that day before.
    private Optional<BigInteger> low(long day) {
        var low = Optional.<BigInteger>empty();
        for (var change : changes) {
            if (change.at() / DAY == day) {
                var isMidnight = change.at() % DAY == 0;
                var own = isMidnight ? change.amount() : change.before().min(change.amount());
                low = Optional.of(isMidnight ? own : low.map(own::min).orElse(own));
            }
        }
        return low;
    }
}
