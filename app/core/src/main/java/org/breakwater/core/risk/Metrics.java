package org.breakwater.core.risk;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.Book;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.ReverseStress;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.treasury.LiquidityPlan;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.treasury.TreasuryPast.Month;
import org.breakwater.core.treasury.TreasuryTotals;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// The figures of one block.
public final class Metrics {

    /// How far a settlement asset is taken to fall, basis points.
    public static final List<Integer> FALLS = List.of(500, 2_000, 10_000);

    /// Over which times a fall is looked for.
    public static final List<Duration> SPANS = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

    private static final BigInteger DOLLAR = BigInteger.TEN.pow(8);
    private static final int BURN_MONTHS = 3;
    private static final long DAYS_OF_BURN = 91;

    private final Known known;
    private final ProtocolView view;
    private final ProtocolRisks risks;
    private final Book book;
    private final List<Metric> found = new ArrayList<>();

    private Metrics(Known known, Assumptions assumptions) throws StressException {
        this.known = known;
        this.view = known.view();
        this.risks = ProtocolRisks.of(List.of(view), assumptions);
        this.book = ProtocolBook.of(view, risks, assumptions);
    }

    /// All that follows from what is known at a block.
    ///
    /// @param assumptions of what is expected of a year
    /// @throws StressException where these say nothing about something that is covered
    public static List<Metric> of(Known known, Assumptions assumptions) throws StressException {
        return new Metrics(known, assumptions).read();
    }

    /// What also needs the treasury's past.
    ///
    /// @param past to the block's time
    public static List<Metric> of(Known known, TreasuryPast past) {
        var runway = runway(TreasuryTotals.of(known.view().treasury()).liquid(), past);
        var earned = earned(known.view());
        var spent = past.months().stream().map(Month::spent).reduce(paid(known.view()), BigInteger::add);
        var time = known.block().time();
        return List.of(
                new Metric(
                        MetricKind.RUNWAY,
                        new Scope.Treasury(),
                        runway,
                        runway.isPresent() ? "" : "No more went out than came in during the last three whole months.",
                        known.block(),
                        time),
                new Metric(
                        MetricKind.COMBINED_RATIO,
                        new Scope.Protocol(),
                        ratio(spent, earned),
                        earned.signum() > 0 ? "" : "No premium is earned yet.",
                        known.block(),
                        time));
    }

    /// Days for which money at hand lasts as the last three whole months went; empty where nothing is used up.
    static Optional<BigInteger> runway(BigInteger liquid, TreasuryPast past) {
        var months = past.months();
        var whole = months.subList(Math.max(0, months.size() - 1 - BURN_MONTHS), Math.max(0, months.size() - 1));
        var burnt =
                whole.stream().map(month -> month.out().subtract(month.in())).reduce(BigInteger.ZERO, BigInteger::add);
        return burnt.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        Unsigned.mulDiv(liquid, BigInteger.valueOf(DAYS_OF_BURN * whole.size() / BURN_MONTHS), burnt));
    }

    private List<Metric> read() {
        view.pools().forEach(this::pool);
        protocol();
        liquidity();
        view.treasury().assets().forEach(this::pegs);
        concentration();
        falls();
        var earned = earned(view);
        add(MetricKind.LOSS_RATIO, new Scope.Protocol(), ratio(paid(view), earned), "No premium is earned yet.");
        feeds();
        return List.copyOf(found);
    }

    private void add(MetricKind kind, Scope scope, Optional<BigInteger> value, String missing) {
        add(kind, scope, value, missing, known.block().time());
    }

    private void add(MetricKind kind, Scope scope, Optional<BigInteger> value, String missing, Instant asOf) {
        found.add(new Metric(kind, scope, value, value.isPresent() ? "" : missing, known.block(), asOf));
    }

    private void pool(PoolView pool) {
        var scope = new Scope.Pool(pool.poolId());
        var capital = pool.capital();
        var own = book.pools().stream()
                .filter(each -> each.poolId() == pool.poolId())
                .findFirst()
                .map(each -> capital.totalAssets().subtract(BestEstimate.of(risks.model(), each)));
        add(MetricKind.OWN_FUNDS, scope, own, "The pool is not read yet.");
        add(MetricKind.SOLVENCY, scope, bounded(capital.solvencyBps()), "It covers nothing.");
        add(MetricKind.UTILISATION, scope, Optional.of(BigInteger.valueOf(capital.utilisationBps())), "");
        add(MetricKind.LEVERAGE, scope, ratio(capital.activeCover(), capital.totalAssets()), "It holds nothing.");
    }

    private void protocol() {
        var scope = new Scope.Protocol();
        var totals = TreasuryTotals.of(view.treasury());
        var net = sum(view.pools(), pool -> pool.capital().totalAssets());
        var needed = sum(view.pools(), pool -> pool.capital().minCapital());
        var cover = sum(view.pools(), pool -> pool.capital().activeCover());
        var expected = sum(book.pools(), pool -> BestEstimate.of(risks.model(), pool));
        add(MetricKind.OWN_FUNDS, scope, Optional.of(net.add(totals.assets()).subtract(expected)), "");
        add(MetricKind.SOLVENCY, scope, ratio(net, needed), "Nothing is covered.");
        add(MetricKind.UTILISATION, scope, ratio(needed, net), "No pool holds anything.");
        add(MetricKind.LEVERAGE, scope, ratio(cover, net), "No pool holds anything.");
        add(
                MetricKind.COVERAGE,
                new Scope.Treasury(),
                bounded(totals.coverageBps()),
                "No pool lacks anything of its minimum.");
        add(
                MetricKind.SELF_REPORTED,
                new Scope.Treasury(),
                roundedUp(totals.selfReported(), totals.assets()),
                "The treasury holds nothing.");
        var reverse = ReverseStress.of(risks.model(), book);
        add(
                MetricKind.REVERSE_STRESS,
                scope,
                Optional.of(BigInteger.valueOf(reverse.subjects().size())).filter(_ -> reverse.exhausted()),
                "Not even the loss of every subject at once is more than all assets.");
    }

    private void liquidity() {
        for (var rung : LiquidityPlan.of(known).rungs()) {
            add(
                    MetricKind.LIQUIDITY,
                    new Scope.Within(rung.within()),
                    ratio(rung.total(), rung.due()),
                    "Nothing falls due.");
        }
    }

    private BigInteger held(Address asset) {
        var treasury = view.treasury().assets().stream()
                .filter(each -> each.asset().equals(asset))
                .map(each -> each.health().liquid().add(each.health().deployed()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return view.pools().stream()
                .filter(pool -> pool.asset().equals(asset))
                .map(pool -> pool.capital().totalAssets())
                .reduce(treasury, BigInteger::add);
    }

    private void pegs(AssetView asset) {
        var held = held(asset.asset());
        var price = asset.peg().price8();
        var isPriced = price.signum() > 0 && asset.peg().updatedAt() > 0;
        add(
                MetricKind.PEG_LOSS,
                new Scope.Asset(asset.asset()),
                Optional.of(Unsigned.mulDivUp(held, Unsigned.saturatingSub(DOLLAR, price), DOLLAR))
                        .filter(_ -> isPriced),
                "No good price of it was ever read.",
                isPriced
                        ? Instant.ofEpochSecond(asset.peg().updatedAt())
                        : known.block().time());
        for (int fall : FALLS) {
            var lost = Solvency.requirement(held, BigInteger.valueOf(fall));
            add(MetricKind.PEG_STRESS, new Scope.Fallen(asset.asset(), fall), Optional.of(lost), "");
        }
    }

    private void concentration() {
        var totals = TreasuryTotals.of(view.treasury());
        var venues = new ArrayList<BigInteger>(
                view.treasury().venues().stream().map(VenueView::value).toList());
        venues.add(totals.liquid());
        index(MetricKind.BY_VENUE, venues, "The treasury holds nothing.");
        var issuers = view.treasury().assets().stream()
                .map(asset -> held(asset.asset()))
                .toList();
        index(MetricKind.BY_ISSUER, issuers, "Nobody holds anything.");
        var cover = cover();
        index(MetricKind.BY_SUBJECT, cover.values(), "Nothing is covered.");
        index(MetricKind.BY_ORACLE, byOracle(cover).values(), "Nothing that is covered names an oracle.");
        index(MetricKind.BY_VOTER, votes(), "Nobody has voted yet.");
    }

    private void index(MetricKind kind, Collection<BigInteger> parts, String missing) {
        add(kind, new Scope.Protocol(), Concentration.index(parts), missing);
    }

    private Map<Long, BigInteger> cover() {
        var cover = new TreeMap<Long, BigInteger>();
        for (var pool : book.pools()) {
            for (var each : pool.covers()) {
                if (risks.model().risks().get(each.risk()).target() instanceof RiskTarget.Subject(var subjectId)) {
                    cover.merge(subjectId, each.amount(), BigInteger::add);
                }
            }
        }
        return cover;
    }

    private Map<Hash32, BigInteger> byOracle(Map<Long, BigInteger> cover) {
        var byOracle = new LinkedHashMap<Hash32, BigInteger>();
        for (var subject : view.subjects()) {
            var oracle = subject.inputs().dependencies().oracle();
            if (!oracle.equals(Hash32.ZERO)) {
                byOracle.merge(oracle, cover.getOrDefault(subject.subjectId(), BigInteger.ZERO), BigInteger::add);
            }
        }
        return byOracle;
    }

    /// Votes that those have now who ever voted.
    private List<BigInteger> votes() {
        var governance = view.governance();
        var voters = new LinkedHashSet<Address>();
        for (var proposal : governance.proposals()) {
            governance.votes(proposal.proposal().created().proposalId()).forEach(cast -> voters.add(cast.voter()));
        }
        return voters.stream()
                .map(voter -> governance.pastVotes(voter, view.time() - 1))
                .toList();
    }

    private void falls() {
        var net = sum(view.pools(), pool -> pool.capital().totalAssets());
        var drawdown = drawdown(
                day -> sum(List.copyOf(day.pools().values()), PoolHistory.Point::totalAssets),
                PoolHistory.Moment::total,
                net);
        add(MetricKind.DRAWDOWN, new Scope.Protocol(), drawdown.level(), "No pool ever held anything.");
        for (var span : SPANS) {
            add(
                    MetricKind.FALL,
                    new Scope.Span(span),
                    drawdown.within(span),
                    "How much the pools held then is not known.");
        }
        for (var pool : view.pools()) {
            var nothing = BigInteger.ZERO;
            var own = drawdown(
                    day -> Optional.ofNullable(day.pools().get(pool.poolId()))
                            .map(PoolHistory.Point::totalAssets)
                            .orElse(nothing),
                    moment -> moment.netAssets().getOrDefault(pool.poolId(), nothing),
                    pool.capital().totalAssets());
            add(MetricKind.DRAWDOWN, new Scope.Pool(pool.poolId()), own.level(), "It never held anything.");
        }
    }

    /// Days, then every block with events of the last days, then now.
    private Drawdown drawdown(
            Function<PoolHistory.Day, BigInteger> ofDay,
            Function<PoolHistory.Moment, BigInteger> ofMoment,
            BigInteger now) {
        var recent = known.history().recent();
        var wholeFrom =
                recent.isEmpty() ? Instant.MAX : recent.getFirst().block().time();
        var points = new ArrayList<Drawdown.Point>();
        for (var day : known.history().days()) {
            if (day.block().time().isBefore(wholeFrom)) {
                points.add(new Drawdown.Point(day.block().time(), ofDay.apply(day)));
            }
        }
        recent.forEach(moment -> points.add(new Drawdown.Point(moment.block().time(), ofMoment.apply(moment))));
        points.add(new Drawdown.Point(known.block().time(), now));
        return new Drawdown(points, wholeFrom);
    }

    private void feeds() {
        for (var feed : view.feeds()) {
            add(
                    MetricKind.ORACLE_AGE,
                    new Scope.Feed(feed.feed()),
                    feed.age().map(BigInteger::valueOf),
                    "The feed gives no answer.",
                    feed.updatedAt()
                            .map(Instant::ofEpochSecond)
                            .orElse(known.block().time()));
        }
    }

    /// Claims paid since the beginning, assets.
    public static BigInteger paid(ProtocolView view) {
        return view.policyCounts().paid();
    }

    /// Premium of all policies less what is not earned yet, assets.
    public static BigInteger earned(ProtocolView view) {
        var unearned = sum(view.pools(), pool -> pool.capital().unearnedPremium());
        return Unsigned.saturatingSub(view.policyCounts().premium(), unearned);
    }

    private static <T> BigInteger sum(List<T> parts, Function<T, BigInteger> part) {
        return parts.stream().map(part).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Optional<BigInteger> ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Optional.empty() : bounded(Solvency.ratio(part, whole));
    }

    /// As the treasury's contract gives it.
    private static Optional<BigInteger> roundedUp(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(Unsigned.mulDivUp(part, Unsigned.BPS, whole));
    }

    private static Optional<BigInteger> bounded(long bps) {
        return bps == Solvency.UNBOUNDED ? Optional.empty() : Optional.of(BigInteger.valueOf(bps));
    }
}
