package org.breakwater.core.follow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.value.BlockRef;

/// How pools stood after the last block with events of each past day (UTC), oldest first. A day without events has no
/// entry.
public record PoolHistory(List<Day> days) {

    public PoolHistory {
        days = List.copyOf(days);
    }

    /// @param pools by their numbers
    public record Day(BlockRef block, Map<Long, Point> pools) {

        public Day {
            pools = Map.copyOf(pools);
        }
    }

    /// A pool at one time, as {@link PoolView} has it.
    public record Point(
            BigInteger totalAssets,
            BigInteger minCapital,
            BigInteger activeCover,
            long solvencyBps,
            long utilisationBps,
            BigInteger sharePrice) {

        static Point of(PoolView pool) {
            var capital = pool.capital();
            return new Point(
                    capital.totalAssets(),
                    capital.minCapital(),
                    capital.activeCover(),
                    capital.solvencyBps(),
                    capital.utilisationBps(),
                    pool.sharePrice());
        }
    }

    /// @param time of the block it is known after
    public record Dated(Instant time, Point point) {}

    /// One pool's days, from the first on which it was there.
    public List<Dated> of(long poolId) {
        return days.stream()
                .flatMap(
                        day -> Optional.ofNullable(day.pools().get(poolId))
                                .map(point -> new Dated(day.block().time(), point))
                                .stream())
                .toList();
    }
}
