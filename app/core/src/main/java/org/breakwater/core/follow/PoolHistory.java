package org.breakwater.core.follow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.projection.view.PoolWorth;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.value.BlockRef;

/// How pools stood after the last block with events of each past day (UTC), oldest first. A day without events has no
/// entry.
///
/// @param recent how much they held after each block with events of the last days, oldest first, with the last block
///     before those, so that what they held at any time since its first entry is known; bounded
public record PoolHistory(List<Day> days, List<Moment> recent) {

    /// How far back every block with events is told of.
    public static final Duration RECENT = Duration.ofDays(8);

    /// How many such blocks are kept; where there were more, the oldest are left to the days.
    public static final int MOST_RECENT = 8_192;

    public PoolHistory {
        days = List.copyOf(days);
        recent = List.copyOf(recent);
    }

    public PoolHistory(List<Day> days) {
        this(days, List.of());
    }

    /// After one block.
    ///
    /// @param netAssets by the pools' numbers
    public record Moment(BlockRef block, Map<Long, BigInteger> netAssets) {

        public Moment {
            netAssets = Map.copyOf(netAssets);
        }

        /// All pools together.
        public BigInteger total() {
            return netAssets.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    /// @param pools by their numbers
    /// @param treasury what it had, as its events tell it
    public record Day(BlockRef block, Map<Long, Point> pools, Reserves treasury) {

        public Day {
            pools = Map.copyOf(pools);
        }
    }

    /// What the treasury had in all its assets.
    ///
    /// @param liquid at hand
    /// @param deployed put into venues and not recalled; what they made of it is not known of the past
    public record Reserves(BigInteger liquid, BigInteger deployed) {

        static Reserves of(TreasuryView treasury) {
            var liquid = BigInteger.ZERO;
            var deployed = BigInteger.ZERO;
            for (var asset : treasury.assets()) {
                liquid = liquid.add(asset.health().liquid());
                deployed = deployed.add(asset.health().deployed());
            }
            return new Reserves(liquid, deployed);
        }

        public BigInteger total() {
            return liquid.add(deployed);
        }
    }

    /// A pool at one time, as {@link PoolWorth} has it.
    public record Point(
            BigInteger totalAssets,
            BigInteger minCapital,
            BigInteger activeCover,
            long solvencyBps,
            long utilisationBps,
            BigInteger sharePrice) {

        static Point of(PoolWorth pool) {
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
