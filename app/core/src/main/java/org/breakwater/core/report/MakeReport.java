package org.breakwater.core.report;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.alert.Alerts;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PastProtocol;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.report.MonthlyReport.Flow;
import org.breakwater.core.report.MonthlyReport.Losses;
import org.breakwater.core.report.MonthlyReport.PoolLine;
import org.breakwater.core.report.MonthlyReport.SolvencyDay;
import org.breakwater.core.report.MonthlyReport.Truth;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.stress.Assumed;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.StressFault;
import org.breakwater.core.stress.StressRun;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.treasury.LiquidityPlan;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.value.Address;
import org.breakwater.core.watch.AlertChanges;

/// Use case: the report of a month. Blocking, and long: it goes through the whole history and many simulated years.
public final class MakeReport {

    /// Enough for a figure of one year in 200.
    public static final int YEARS = 100_000;

    /// Recorded with the figures; the same for every month, so that months can be compared.
    public static final long SEED = 2_026;

    private static final int PAGE = 2_000;
    private static final int MONTHS = 12;
    private static final Duration PLOTTED = Duration.ofDays(366);

    private final PastProtocol past;
    private final EventLog events;
    private final Deployment deployment;
    private final Supplier<Assumptions> assumptions;
    private final AlertChanges told;

    /// @param told what the monitor of this machine told
    public MakeReport(
            PastProtocol past,
            EventLog events,
            Deployment deployment,
            Supplier<Assumptions> assumptions,
            AlertChanges told) {
        this.past = past;
        this.events = events;
        this.deployment = deployment;
        this.assumptions = assumptions;
        this.told = told;
    }

    /// How the simulated years are gone through.
    ///
    /// @param executor for all threads but the calling one
    public record Work(StressSize size, Executor executor, StressWatch watch) {}

    /// Months of which something is known, newest first.
    public static List<YearMonth> months(Known known) {
        var last = month(known.block().time());
        var first = known.history().days().stream()
                .findFirst()
                .map(day -> month(day.block().time()))
                .orElse(last);
        var months = new ArrayList<YearMonth>();
        for (var month = last; !month.isBefore(first); month = month.minusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// @param now what is known, of which the month that runs is told
    /// @param names what things are called
    /// @throws ProblemException where nothing is known of the month, or it could not be gone through
    public MonthlyReport of(YearMonth month, Known now, AlertNames names, Work work) throws ProblemException {
        var running = month(now.block().time());
        if (month.isAfter(running)) {
            throw new ProblemException(Problem.of(
                    "The month " + month + " has not begun on this chain.",
                    "Choose " + running + " or an earlier month."));
        }
        var isRunning = month.equals(running);
        var times = isRunning ? List.of(begin(month)) : List.of(begin(month), begin(month.plusMonths(1)));
        var known = past.before(times);
        var at = isRunning ? Optional.of(now) : known.getLast();
        if (at.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "Nothing of this protocol is known of " + month + ".",
                    "Choose " + months(now).getLast() + " or a later month."));
        }
        try {
            return of(month, isRunning, known.getFirst(), at.get(), names, work);
        } catch (StressException refused) {
            throw new ProblemException(refused.fault().problem(), refused);
        }
    }

    private MonthlyReport of(
            YearMonth month, boolean isRunning, Optional<Known> before, Known at, AlertNames names, Work work)
            throws ProblemException, StressException {
        var treasury = facts("Treasury", Instant.EPOCH, at);
        var moved = TreasuryPast.of(treasury, assets(at.view()), at.block().time());
        var within = treasury.stream()
                .filter(fact -> !fact.block().time().isBefore(begin(month)))
                .toList();
        var metrics = new ArrayList<Metric>(Metrics.of(at, assumptions.get()));
        metrics.addAll(Metrics.of(at, moved));
        metrics.removeIf(metric -> !isRunning && metric.kind() == MetricKind.ORACLE_AGE);
        var months = moved.months();
        return new MonthlyReport(
                month,
                new Truth(at.block(), isRunning),
                metrics,
                at.view().pools().stream().map(MakeReport::line).toList(),
                LiquidityPlan.of(at).rungs(),
                losses(at.view(), work),
                flow(month, before, at),
                months.subList(Math.max(0, months.size() - MONTHS), months.size()),
                new Movements(assets(at.view()), names).of(within),
                Alerts.of(at, names).stream()
                        .filter(alert -> isRunning || !isOfPrices(alert.about()))
                        .toList(),
                ToldAlerts.of(told, month),
                solvency(at));
    }

    /// How old prices were is not known of the past: feeds need not say when they confirm one.
    private static boolean isOfPrices(Alert.Subject about) {
        return about instanceof Alert.Subject.Feed || about instanceof Alert.Subject.Adapter;
    }

    private static Set<Address> assets(ProtocolView view) {
        return view.treasury().assets().stream().map(asset -> asset.asset()).collect(Collectors.toSet());
    }

    /// What a contract said since some time, up to the block, oldest first.
    private List<LoggedFact> facts(String contract, Instant since, Known upTo) throws ProblemException {
        var query = new LogQuery(
                Set.of(deployment.address(contract)), Optional.empty(), Math.max(0, since.getEpochSecond()));
        var facts = new LinkedHashSet<LoggedFact>(); // what comes in meanwhile moves what was read to the next page
        var all = events.count(query);
        for (int offset = 0; offset < all; offset += PAGE) {
            facts.addAll(events.page(query, offset, PAGE));
        }
        return facts.stream()
                .filter(fact -> fact.block().number() <= upTo.block().number())
                .sorted(Comparator.comparingLong(
                                (LoggedFact fact) -> fact.block().number())
                        .thenComparingInt(LoggedFact::index))
                .toList();
    }

    private static PoolLine line(PoolView pool) {
        var capital = pool.capital();
        return new PoolLine(
                pool.poolId(),
                pool.name(),
                capital.totalAssets(),
                capital.minCapital(),
                Optional.of(capital.solvencyBps()).filter(bps -> bps != Solvency.UNBOUNDED),
                capital.activeCover(),
                capital.utilisationBps(),
                pool.sharePrice());
    }

    private Optional<Losses> losses(ProtocolView view, Work work) throws StressException {
        var assumed = assumptions.get();
        var risks = ProtocolRisks.of(List.of(view), assumed);
        var book = ProtocolBook.of(view, risks, assumed);
        try {
            var result = StressRun.of(risks.model(), book, work.size(), work.executor(), work.watch());
            return Optional.of(new Losses(result, Assumed.sentence(assumed, risks.model(), work.size())));
        } catch (StressException refused) {
            if (refused.fault() instanceof StressFault.NothingAtRisk) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Flow flow(YearMonth month, Optional<Known> before, Known at) throws ProblemException {
        var payments = facts("Claims", begin(month), at).stream()
                .filter(fact -> fact.fact() instanceof ClaimFact.ClaimPaid)
                .count();
        return new Flow(since(before, at, Metrics::earned), since(before, at, Metrics::paid), payments);
    }

    private static BigInteger since(Optional<Known> before, Known at, Function<ProtocolView, BigInteger> sum) {
        var then = before.map(Known::view).map(sum).orElse(BigInteger.ZERO);
        return Unsigned.saturatingSub(sum.apply(at.view()), then);
    }

    private static List<SolvencyDay> solvency(Known at) {
        var from = at.block().time().minus(PLOTTED);
        var days = new ArrayList<SolvencyDay>();
        for (var day : at.history().days()) {
            if (!day.block().time().isBefore(from)) {
                add(
                        days,
                        day.block().time(),
                        sum(day.pools().values(), PoolHistory.Point::totalAssets),
                        sum(day.pools().values(), PoolHistory.Point::minCapital));
            }
        }
        var pools = at.view().pools();
        add(
                days,
                at.block().time(),
                sum(pools, pool -> pool.capital().totalAssets()),
                sum(pools, pool -> pool.capital().minCapital()));
        return days;
    }

    private static <T> BigInteger sum(Collection<T> parts, Function<T, BigInteger> part) {
        return parts.stream().map(part).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void add(List<SolvencyDay> days, Instant at, BigInteger held, BigInteger least) {
        var bps = Solvency.ratio(held, least);
        if (bps != Solvency.UNBOUNDED) {
            days.add(new SolvencyDay(at, bps));
        }
    }
}
