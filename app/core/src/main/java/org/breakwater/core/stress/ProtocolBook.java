package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.stress.Assumptions.Through;
import org.breakwater.core.value.Address;

/// The book of the protocol at one moment: its pools, what is in force of their policies, series and accounts'
/// cover, and the treasury, with the parameters in force or others.
public final class ProtocolBook {

    private static final double SECONDS_A_YEAR = 365 * 86_400.0;

    private final ProtocolView view;
    private final ParameterBook parameters;
    private final ProtocolRisks risks;
    private final Assumptions assumptions;
    private final List<Address> assets;

    private ProtocolBook(ProtocolView view, ParameterBook parameters, ProtocolRisks risks, Assumptions assumptions) {
        this.view = view;
        this.parameters = parameters;
        this.risks = risks;
        this.assumptions = assumptions;
        this.assets =
                view.treasury().assets().stream().map(asset -> asset.asset()).toList();
    }

    /// @throws StressException where a pool or its cover is of something that nothing is assumed about
    public static Book of(ProtocolView view, ProtocolRisks risks, Assumptions assumptions) throws StressException {
        return of(view, view.parameterBook(), risks, assumptions);
    }

    /// @param parameters instead of those in force
    public static Book of(ProtocolView view, ParameterBook parameters, ProtocolRisks risks, Assumptions assumptions)
            throws StressException {
        return new ProtocolBook(view, parameters, risks, assumptions).read();
    }

    /// Cover in force of one subject by one pool.
    private record Sold(long poolId, long subjectId) implements Comparable<Sold> {
        @Override
        public int compareTo(Sold other) {
            var byPool = Long.compare(poolId, other.poolId);
            return byPool != 0 ? byPool : Long.compare(subjectId, other.subjectId);
        }
    }

    private Book read() throws StressException {
        var terms = terms();
        var pools = new ArrayList<Book.Pool>();
        for (var pool : view.pools()) {
            pools.add(pool(pool, terms));
        }
        return new Book(pools, treasury());
    }

    /// What can still become a claim: policies that wait or run, units of open series, and accounts that are paid
    /// for.
    private TreeMap<Sold, List<Book.Term>> terms() {
        var terms = new TreeMap<Sold, List<Book.Term>>();
        for (var policy : view.policies()) {
            if (policy.state() == PolicyState.WAITING || policy.state() == PolicyState.ACTIVE) {
                var sold = policy.policy();
                add(
                        terms,
                        sold.poolId(),
                        sold.subjectId(),
                        sold.end(),
                        sold.amount().subtract(sold.paid()));
            }
        }
        for (var series : view.series()) {
            var sold = series.series();
            if (sold.state() == SeriesState.OPEN) {
                var amount = sold.unitsSold().multiply(sold.unitPayout());
                add(terms, sold.poolId(), sold.subjectId(), sold.eventEnd(), amount);
            }
        }
        for (var account : view.accountCovers()) {
            if (account.endedAt() == 0 && account.funded()) {
                add(terms, account.poolId(), account.subjectId(), Long.MAX_VALUE, account.insured());
            }
        }
        return terms;
    }

    private void add(TreeMap<Sold, List<Book.Term>> terms, long poolId, long subjectId, long end, BigInteger amount) {
        if (amount.signum() <= 0 || end <= view.time()) {
            return;
        }
        var goesOn = assumptions.through() == Through.RENEWED || end == Long.MAX_VALUE;
        var year = goesOn ? Double.POSITIVE_INFINITY : (end - view.time()) / SECONDS_A_YEAR;
        terms.computeIfAbsent(new Sold(poolId, subjectId), _ -> new ArrayList<>())
                .add(new Book.Term(year, amount));
    }

    private Book.Pool pool(PoolView pool, TreeMap<Sold, List<Book.Term>> terms) throws StressException {
        var covers = new ArrayList<Book.Cover>();
        for (var entry : terms.entrySet()) {
            var sold = entry.getKey();
            if (sold.poolId() == pool.poolId()) {
                var place = risks.place(new RiskTarget.Subject(sold.subjectId()));
                covers.add(new Book.Cover(place, ratio(pool, sold.subjectId()), merged(entry.getValue())));
            }
        }
        var scope = ParameterScope.pool(pool.poolId());
        var kind = ParameterScope.kind(pool.kind().number());
        var settling = parameters
                .get(ParameterKey.CHALLENGE_WINDOW, kind)
                .add(parameters.get(ParameterKey.CLAIM_WINDOW, ParameterScope.GLOBAL));
        return new Book.Pool(
                pool.poolId(),
                pool.name(),
                asset(pool),
                pool.capital().grossAssets(),
                pool.capital().reserved(),
                minCapital(pool),
                parameters.get(ParameterKey.INCIDENT_CAP, scope).intValueExact(),
                parameters.get(ParameterKey.POOL_FLOOR, scope).intValueExact(),
                parameters.get(ParameterKey.DEDUCTIBLE, scope).intValueExact(),
                settling.doubleValue() / SECONDS_A_YEAR,
                covers);
    }

    /// Terms that end at the same time are one.
    private static List<Book.Term> merged(List<Book.Term> terms) {
        var byEnd = new TreeMap<Double, BigInteger>();
        terms.forEach(term -> byEnd.merge(term.end(), term.amount(), BigInteger::add));
        return byEnd.entrySet().stream()
                .map(entry -> new Book.Term(entry.getKey(), entry.getValue()))
                .toList();
    }

    private int asset(PoolView pool) throws StressException {
        var place = assets.indexOf(pool.asset());
        if (place < 0) {
            throw new StressException(new StressFault.NotModelled("the asset of " + pool.name()));
        }
        return place;
    }

    private int ratio(PoolView pool, long subjectId) {
        var level = view.cover(pool.poolId(), subjectId).orElseThrow().level();
        return ratio(level).intValueExact();
    }

    private BigInteger ratio(RiskLevel level) {
        return parameters.get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(level.number()));
    }

    private BigInteger minCapital(PoolView pool) {
        var weighted = BigInteger.ZERO;
        for (var level : RiskLevel.values()) {
            weighted = weighted.add(pool.coverByLevel().get(level.ordinal()).multiply(ratio(level)));
        }
        return Solvency.minCapital(weighted);
    }

    private Book.Treasury treasury() throws StressException {
        var holdings = new ArrayList<Book.Holding>();
        for (var asset : view.treasury().assets()) {
            var venues = new ArrayList<Book.Placement>();
            for (var venue : view.treasury().venues()) {
                if (venue.state().asset().equals(asset.asset())) {
                    var place = risks.place(new RiskTarget.Venue(venue.venue()));
                    venues.add(new Book.Placement(place, venue.value()));
                }
            }
            var peg = risks.place(new RiskTarget.Peg(asset.asset()));
            holdings.add(new Book.Holding(peg, asset.health().liquid(), venues));
        }
        var limit = assumptions.backstop()
                ? parameters.get(ParameterKey.COUNCIL_BACKSTOP, ParameterScope.GLOBAL)
                : BigInteger.ZERO;
        return new Book.Treasury(holdings, limit);
    }
}
