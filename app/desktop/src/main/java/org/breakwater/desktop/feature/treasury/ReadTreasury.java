package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ExitNotice;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.treasury.LiquidityPlan;
import org.breakwater.core.treasury.Outflow;
import org.breakwater.core.treasury.Outflow.Reason;
import org.breakwater.core.treasury.Party;
import org.breakwater.core.treasury.TreasuryTotals;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.kit.chart.Series;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.PoolName;

/// Makes the treasury's page of what is known.
///
/// @param names what an address is called
/// @param texts where subjects have their names from
record ReadTreasury(Function<Address, String> names, TextLibrary texts) {

    private static final int PRICE_DECIMALS = 8;

    TreasuryPage of(Known known) {
        var view = known.view();
        var named = EventNames.of(known, names, texts);
        var plan = LiquidityPlan.of(known);
        var venues = venues(view);
        var feeds = view.feeds().stream()
                .map(feed -> feed(view, feed, named))
                .sorted(worstFirst())
                .toList();
        return new TreasuryPage(
                known.block(),
                totals(view, plan, venues, feeds),
                Ladder.of(plan.rungs(), names),
                Ladder.of(plan.rungs(Party.TREASURY), names),
                Ladder.of(plan.rungs(Party.POOLS), names),
                venues,
                feeds,
                outflows(view, plan),
                view.pools().stream().map(ReadTreasury::solvency).toList(),
                view.pools().stream()
                        .flatMap(pool -> largest(view, pool).stream())
                        .toList(),
                history(known));
    }

    private static Comparator<FeedRow> worstFirst() {
        return Comparator.comparing((FeedRow row) -> row.peg().isEmpty())
                .thenComparing(FeedRow::over, Comparator.reverseOrder());
    }

    private TreasuryPage.Totals totals(
            ProtocolView view, LiquidityPlan plan, List<VenueRow> venues, List<FeedRow> feeds) {
        var treasury = view.treasury();
        var sums = TreasuryTotals.of(treasury);
        var coverage = sums.coverageBps();
        var selfReported = venues.stream()
                .filter(row -> row.word() == VenueRow.Word.SELF_REPORTED)
                .toList();
        return new TreasuryPage.Totals(
                SettlementAsset.amount(sums.assets()),
                SettlementAsset.amount(sums.liquid()),
                BasisPoints.of(sums.liquidBps()),
                new BasisPoints(view.parameterBook().get(ParameterKey.LIQUID_FLOOR, ParameterScope.GLOBAL)),
                SettlementAsset.amount(plan.due(Horizon.MONTH)),
                venues.stream()
                        .filter(row -> row.venue().isPresent())
                        .max(Comparator.comparing(row -> row.share().value())),
                BasisPoints.of(treasury.assets().stream()
                        .mapToLong(asset -> asset.health().selfReportedBps())
                        .max()
                        .orElse(0)),
                selfReported.isEmpty()
                        ? "no venue values itself"
                        : selfReported.stream().map(VenueRow::name).collect(Collectors.joining(" and ")),
                SettlementAsset.amount(sums.liabilities()),
                coverage == Solvency.UNBOUNDED ? Optional.empty() : Optional.of(BasisPoints.of(coverage)),
                SettlementAsset.amount(treasury.councilSpent()),
                SettlementAsset.amount(treasury.councilLimit()),
                feeds.stream().filter(FeedRow::late).count());
    }

    private static BasisPoints ratio(BigInteger part, BigInteger whole) {
        return BasisPoints.of(whole.signum() == 0 ? 0 : Solvency.ratio(part, whole));
    }

    private List<VenueRow> venues(ProtocolView view) {
        var rows = new ArrayList<VenueRow>();
        for (var asset : view.treasury().assets()) {
            var whole = asset.health().liquid().add(asset.health().deployed());
            rows.add(new VenueRow(
                    SettlementAsset.SYMBOL + " at hand",
                    Optional.empty(),
                    SettlementAsset.amount(asset.health().liquid()),
                    SettlementAsset.amount(asset.health().liquid()),
                    ratio(asset.health().liquid(), whole),
                    Optional.empty(),
                    "at once",
                    false,
                    "",
                    VenueRow.Word.CHAIN,
                    false));
            view.treasury().venues().stream()
                    .filter(venue -> venue.state().asset().equals(asset.asset()))
                    .sorted(Comparator.comparing(VenueView::value).reversed())
                    .forEach(venue -> rows.add(venue(view, venue, whole)));
        }
        return rows;
    }

    private VenueRow venue(ProtocolView view, VenueView venue, BigInteger whole) {
        var state = venue.state();
        var delay = Duration.ofSeconds(state.exitDelay());
        return new VenueRow(
                names.apply(venue.venue()),
                Optional.of(venue.venue()),
                SettlementAsset.amount(venue.value()),
                SettlementAsset.amount(state.principal()),
                ratio(venue.value(), whole),
                Optional.of(BasisPoints.of(state.capBps())),
                delay.isZero() ? "at once" : Times.duration(delay),
                !delay.isZero(),
                view.exitNotices().stream()
                        .filter(notice -> notice.venue().equals(venue.venue()))
                        .findFirst()
                        .map(ReadTreasury::notice)
                        .orElse(""),
                state.selfReported() ? VenueRow.Word.SELF_REPORTED : VenueRow.Word.VENUE,
                state.closed());
    }

    private static String notice(ExitNotice notice) {
        return Numbers.amountWithUnit(SettlementAsset.amount(notice.amount()), Rounding.HELD) + " under notice, ready "
                + Times.dateAndTime(Instant.ofEpochSecond(notice.readyAt()));
    }

    private FeedRow feed(ProtocolView view, FeedView feed, EventNames named) {
        return new FeedRow(
                switch (feed.use()) {
                    case FeedView.Use.Peg(var asset) -> names.apply(asset);
                    case FeedView.Use.Trigger trigger ->
                        named.subject(trigger.subjectId()) + (trigger.second() ? ", second" : "");
                },
                feed.feed(),
                feed.price8().map(price -> new BigDecimal(price, PRICE_DECIMALS)),
                peg(view, feed.use()),
                feed.age().map(Duration::ofSeconds),
                Duration.ofSeconds(feed.maxAge()),
                feed.isLate());
    }

    private static Optional<PegState> peg(ProtocolView view, FeedView.Use use) {
        return switch (use) {
            case FeedView.Use.Peg(var asset) ->
                view.treasury().assets().stream()
                        .filter(each -> each.asset().equals(asset))
                        .map(each -> each.health().worstPeg())
                        .findFirst();
            case FeedView.Use.Trigger _ -> Optional.empty();
        };
    }

    private List<OutflowRow> outflows(ProtocolView view, LiquidityPlan plan) {
        var rows = new ArrayList<OutflowRow>();
        for (var outflow : plan.outflows()) {
            rows.add(new OutflowRow(
                    rows.size() + 1,
                    Instant.ofEpochSecond(outflow.at()),
                    outflow.at() <= plan.now(),
                    what(view, outflow),
                    outflow.reason().party(),
                    SettlementAsset.amount(outflow.amount()),
                    where(outflow.reason())));
        }
        return rows;
    }

    private String what(ProtocolView view, Outflow outflow) {
        return switch (outflow.reason()) {
            case Reason.Uncollected(var pool) -> "Filled redemptions to collect, " + name(view, pool);
            case Reason.Redemption(var pool, var request) -> "Redemption " + request + ", " + name(view, pool);
            case Reason.ClaimGranted(var claim, var incident) -> "Claim " + claim + ", granted, incident " + incident;
            case Reason.IncidentReserve(var incident, var _) -> "Incident " + incident + ", rest of reserve";
            case Reason.SeriesUnits(var series, var _) -> "Series " + series + ", units to redeem";
            case Reason.Spending(var to, var byCouncil) ->
                "Payment to " + names.apply(to) + ", decided by the " + (byCouncil ? "council" : "DAO");
            case Reason.Backstop(var _, var incident, var byCouncil) ->
                "Backstop of incident " + incident + ", decided by the " + (byCouncil ? "council" : "DAO");
        };
    }

    private static Optional<Place> where(Reason reason) {
        return switch (reason) {
            case Reason.Uncollected(var pool) -> Optional.of(new Place.Pool(pool, PoolPart.REDEMPTIONS));
            case Reason.Redemption(var pool, var _) -> Optional.of(new Place.Pool(pool, PoolPart.REDEMPTIONS));
            case Reason.ClaimGranted(var claim, var _) -> Optional.of(new Place.Claim(claim));
            case Reason.IncidentReserve(var incident, var _) -> Optional.of(new Place.Incident(incident));
            case Reason.Backstop(var _, var incident, var _) -> Optional.of(new Place.Incident(incident));
            case Reason.SeriesUnits _ -> Optional.of(new Place.Policies(Place.PolicyList.SERIES));
            case Reason.Spending(var to, var _) -> Optional.of(new Place.KnownAddress(to));
        };
    }

    private static String name(ProtocolView view, long poolId) {
        return view.pool(poolId).map(pool -> PoolName.inRow(pool.name())).orElse("pool " + poolId);
    }

    private static SolvencyRow solvency(PoolView pool) {
        var capital = pool.capital();
        return new SolvencyRow(
                pool.poolId(),
                pool.name(),
                capital.solvencyBps() == Solvency.UNBOUNDED
                        ? Optional.empty()
                        : Optional.of(BasisPoints.of(capital.solvencyBps())),
                SettlementAsset.amount(capital.totalAssets()),
                SettlementAsset.amount(capital.minCapital()),
                SettlementAsset.amount(pool.payoutsUsed()),
                SettlementAsset.amount(pool.redemptionsUsed()),
                SettlementAsset.amount(pool.redemptionsLimit()));
    }

    private static Optional<ConcentrationRow> largest(ProtocolView view, PoolView pool) {
        var limit = view.parameterBook().get(ParameterKey.SUBJECT_CONCENTRATION, ParameterScope.pool(pool.poolId()));
        return LongStream.rangeClosed(1, view.head().subjects())
                .boxed()
                .flatMap(subject -> view
                        .cover(pool.poolId(), subject)
                        .filter(cover -> cover.amount().signum() > 0)
                        .map(cover -> new ConcentrationRow(
                                pool.poolId(),
                                pool.name(),
                                subject,
                                SettlementAsset.amount(cover.amount()),
                                SettlementAsset.amount(cover.limit()),
                                ratio(cover.amount(), pool.capital().totalAssets()),
                                new BasisPoints(limit)))
                        .stream())
                .max(Comparator.comparing((ConcentrationRow row) -> row.cover().units()));
    }

    private static TreasuryPage.History history(Known known) {
        var days = known.history().days();
        var time = known.block().time();
        var pools = known.view().pools();
        var net = pools.stream().map(pool -> pool.capital().totalAssets()).reduce(BigInteger.ZERO, BigInteger::add);
        var least = pools.stream().map(pool -> pool.capital().minCapital()).reduce(BigInteger.ZERO, BigInteger::add);
        var assets = new ArrayList<Series.Point>();
        var treasury = new ArrayList<Series.Point>();
        var solvency = new ArrayList<Series.Point>();
        for (var day : days) {
            var at = day.block().time();
            var held = sum(day, PoolHistory.Point::totalAssets);
            assets.add(new Series.Point(at, whole(held)));
            treasury.add(new Series.Point(at, whole(day.treasury().total())));
            percent(held, sum(day, PoolHistory.Point::minCapital))
                    .ifPresent(value -> solvency.add(new Series.Point(at, value)));
        }
        assets.add(new Series.Point(time, whole(net)));
        treasury.add(new Series.Point(
                time, whole(TreasuryTotals.of(known.view().treasury()).assets())));
        percent(net, least).ifPresent(value -> solvency.add(new Series.Point(time, value)));
        return new TreasuryPage.History(assets, treasury, solvency);
    }

    private static BigInteger sum(PoolHistory.Day day, Function<PoolHistory.Point, BigInteger> part) {
        return day.pools().values().stream().map(part).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Optional<BigDecimal> percent(BigInteger held, BigInteger least) {
        var bps = Solvency.ratio(held, least);
        return bps == Solvency.UNBOUNDED ? Optional.empty() : Optional.of(BigDecimal.valueOf(bps, 2));
    }

    private static BigDecimal whole(BigInteger units) {
        TokenAmount amount = SettlementAsset.amount(units);
        return amount.whole();
    }
}
