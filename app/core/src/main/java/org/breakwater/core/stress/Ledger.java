package org.breakwater.core.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A book gone through one year after another, by the contracts' rules: an incident reserves at most its cap, at
/// most what lies above the floor, and never what other incidents have reserved; what was granted beyond that is
/// cut pro rata. One belongs to one thread.
final class Ledger {

    private final PoolAccount[] pools;
    private final Line[][] linesOfRisk;
    private final int[] venueOfRisk;
    private final int[] pegOfRisk;

    private final long[] venueValues;
    private final int[] venueHoldings;
    private final long[] liquidAtStart;
    private final long[] pegDrops;
    private final long backstopLimit;
    private final long available;

    private final long[] venues;
    private final long[] liquid;

    private long claims;
    private long cut;
    private long assetLoss;
    private boolean isAnyCut;

    /// One pool's cover of one risk.
    ///
    /// @param ends of the terms, earliest first
    /// @param after amount in force until each end
    private record Line(int pool, int ratioBps, double[] ends, long[] after) {

        long at(double time) {
            var place = 0;
            while (place < ends.length && ends[place] < time) {
                place++;
            }
            return place == ends.length ? 0 : after[place];
        }
    }

    Ledger(Book book, int risks) throws StressException {
        var count = book.pools().size();
        pools = new PoolAccount[count];
        var lines = new ArrayList<List<Line>>();
        for (int i = 0; i < risks; i++) {
            lines.add(new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            var pool = book.pools().get(i);
            pools[i] = new PoolAccount(pool);
            for (var cover : pool.covers()) {
                lines.get(cover.risk()).add(line(i, pool.name(), cover));
            }
        }
        linesOfRisk = lines.stream().map(each -> each.toArray(Line[]::new)).toArray(Line[][]::new);
        venueOfRisk = new int[risks];
        pegOfRisk = new int[risks];
        Arrays.fill(venueOfRisk, -1);
        Arrays.fill(pegOfRisk, -1);
        var holdings = book.treasury().holdings();
        var placements =
                holdings.stream().mapToInt(holding -> holding.venues().size()).sum();
        venueValues = new long[placements];
        venueHoldings = new int[placements];
        liquidAtStart = new long[holdings.size()];
        var venue = 0;
        for (int i = 0; i < holdings.size(); i++) {
            var holding = holdings.get(i);
            liquidAtStart[i] = WholeUnits.of("the treasury", holding.liquid());
            pegOfRisk[holding.peg()] = i;
            for (var placement : holding.venues()) {
                venueOfRisk[placement.risk()] = venue;
                venueHoldings[venue] = i;
                venueValues[venue++] = WholeUnits.of("a venue", placement.value());
            }
        }
        backstopLimit = WholeUnits.of("the backstop", book.treasury().backstop());
        available = WholeUnits.of("all pools and the treasury", book.available());
        venues = new long[placements];
        liquid = new long[holdings.size()];
        pegDrops = new long[holdings.size()];
    }

    private static Line line(int pool, String name, Book.Cover cover) throws StressException {
        var terms = cover.terms().stream()
                .sorted(Comparator.comparingDouble(Book.Term::end))
                .toList();
        var ends = terms.stream().mapToDouble(Book.Term::end).toArray();
        var after = new long[ends.length];
        WholeUnits.of("cover of " + name, cover.amount());
        var sum = 0L;
        for (int i = ends.length - 1; i >= 0; i--) {
            sum += WholeUnits.of("cover of " + name, terms.get(i).amount());
            after[i] = sum;
        }
        return new Line(pool, cover.ratioBps(), ends, after);
    }

    /// Goes through a year, from how things stand at its beginning.
    ///
    /// @param year in the order of time
    void go(Year year) {
        claims = 0;
        cut = 0;
        assetLoss = 0;
        isAnyCut = false;
        for (var pool : pools) {
            pool.begin();
        }
        System.arraycopy(venueValues, 0, venues, 0, venues.length);
        System.arraycopy(liquidAtStart, 0, liquid, 0, liquid.length);
        Arrays.fill(pegDrops, 0);
        for (int event = 0; event < year.count(); event++) {
            strike(year.risk(event), year.severity(event), year.time(event));
        }
        breakPegs();
    }

    private void strike(int risk, int severity, double time) {
        for (var line : linesOfRisk[risk]) {
            var covered = line.at(time);
            if (covered > 0) {
                incident(pools[line.pool()], line.ratioBps(), covered, severity, time);
            }
        }
        var venue = venueOfRisk[risk];
        if (venue >= 0) {
            var lost = WholeUnits.limit(venues[venue], severity);
            venues[venue] -= lost;
            assetLoss += lost;
        }
        var peg = pegOfRisk[risk];
        if (peg >= 0) {
            pegDrops[peg] = Math.max(pegDrops[peg], severity);
        }
    }

    private void incident(PoolAccount pool, int ratioBps, long covered, int severity, double time) {
        var due = WholeUnits.most(covered, severity, pool.deductibleBps);
        var cap = pool.reserve(covered, time);
        var own = Math.min(due, cap);
        var added = own < due && pool.asset < liquid.length
                ? Math.min(Math.min(due - own, backstopLimit), liquid[pool.asset])
                : 0;
        if (added > 0) {
            liquid[pool.asset] -= added;
        }
        pool.book(due, own, own + added, ratioBps);
        claims += due;
        if (own + added < due) {
            cut += due - own - added;
            isAnyCut = true;
        }
    }

    /// A settlement asset that falls takes its part of what is left in it. What was claimed is owed in the same
    /// asset and falls with it.
    private void breakPegs() {
        for (int asset = 0; asset < pegDrops.length; asset++) {
            if (pegDrops[asset] == 0) {
                continue;
            }
            var left = liquid[asset];
            for (int venue = 0; venue < venues.length; venue++) {
                left += venueHoldings[venue] == asset ? venues[venue] : 0;
            }
            for (var pool : pools) {
                left += pool.asset == asset ? pool.left() : 0;
            }
            assetLoss += WholeUnits.limit(left, pegDrops[asset]);
        }
    }

    /// What holders lost, as far as their policies cover it.
    long claims() {
        return claims;
    }

    /// What of it is not paid.
    long cut() {
        return cut;
    }

    boolean isAnyCut() {
        return isAnyCut;
    }

    /// What venues and pegs lost.
    long assetLoss() {
        return assetLoss;
    }

    /// Claims and what assets lost.
    long loss() {
        return claims + assetLoss;
    }

    /// Whether more was lost than there is.
    boolean isRuin() {
        return loss() > available;
    }

    int pools() {
        return pools.length;
    }

    PoolAccount pool(int place) {
        return pools[place];
    }
}
