package org.breakwater.core.report;

import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.stress.StressResult;
import org.breakwater.core.treasury.Rung;
import org.breakwater.core.treasury.TreasuryPast.Month;
import org.breakwater.core.value.BlockRef;

/// A month of the protocol's money. Exact: amounts are units of the settlement assets.
///
/// @param truth what it is true of
/// @param metrics own funds, solvency, runway, concentration and all others, as of the block
/// @param pools in the order of their numbers
/// @param ladder what can be liquid, against what falls due
/// @param losses of a year, from the block on; empty where nothing could be lost
/// @param flow what happened within the month
/// @param months of the treasury up to this one, oldest first, a year at most
/// @param movements of the treasury within the month, oldest first
/// @param alerts that were so at the block, worst first
/// @param told what the monitor of this machine told within the month
/// @param solvency of all pools together, by day, basis points; oldest first, a year at most
public record MonthlyReport(
        YearMonth month,
        Truth truth,
        List<Metric> metrics,
        List<PoolLine> pools,
        List<Rung> ladder,
        Optional<Losses> losses,
        Flow flow,
        List<Month> months,
        List<Movement> movements,
        List<Alert> alerts,
        ToldAlerts told,
        List<SolvencyDay> solvency) {

    public MonthlyReport {
        metrics = List.copyOf(metrics);
        pools = List.copyOf(pools);
        ladder = List.copyOf(ladder);
        months = List.copyOf(months);
        movements = List.copyOf(movements);
        alerts = List.copyOf(alerts);
        solvency = List.copyOf(solvency);
    }

    /// @param block the last one with events of the month, or the newest of the month that runs
    /// @param isRunning whether the month is not over
    public record Truth(BlockRef block, boolean isRunning) {}

    /// A pool at the block.
    ///
    /// @param solvencyBps empty where it covers nothing
    /// @param sharePrice assets for a whole share
    public record PoolLine(
            long poolId,
            String name,
            BigInteger netAssets,
            BigInteger minCapital,
            Optional<Long> solvencyBps,
            BigInteger activeCover,
            long utilisationBps,
            BigInteger sharePrice) {}

    /// @param assumed in a sentence, with the seed
    public record Losses(StressResult result, String assumed) {}

    /// Within the month.
    ///
    /// @param premium earned
    /// @param claimsPaid paid to holders
    /// @param payments how many payments of claims there were
    public record Flow(BigInteger premium, BigInteger claimsPaid, long payments) {}

    /// Money of the treasury that moved.
    ///
    /// @param what in words
    /// @param in empty where nothing came in
    /// @param out empty where nothing went out
    public record Movement(BlockRef block, String what, Optional<BigInteger> in, Optional<BigInteger> out) {}

    public record SolvencyDay(Instant at, long bps) {}

    /// The figure of a kind that is of everything, or of the treasury; empty where there is none.
    public Optional<Metric> metric(MetricKind kind) {
        return metrics.stream()
                .filter(each -> each.kind() == kind)
                .filter(each ->
                        each.scope() instanceof Metric.Scope.Protocol || each.scope() instanceof Metric.Scope.Treasury)
                .findFirst();
    }

    /// The treasury's own month.
    public Optional<Month> own() {
        return months.stream().filter(each -> each.month().equals(month)).findFirst();
    }
}
