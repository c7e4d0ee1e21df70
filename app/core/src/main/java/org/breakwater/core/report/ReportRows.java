package org.breakwater.core.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.report.ToldAlerts.ToldAlert;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.stress.Confidence;
import org.breakwater.core.text.CsvText;

/// A report as one table for spreadsheets and programs: every figure exact, nothing left out.
public final class ReportRows {

    private static final List<String> HEADS =
            List.of("section", "figure", "of", "value", "unit", "block", "time (UTC)", "note");

    private final MonthlyReport report;
    private final StringBuilder text = new StringBuilder();

    private ReportRows(MonthlyReport report) {
        this.report = report;
    }

    /// CSV, UTF-8 without a mark.
    public static String csv(MonthlyReport report) {
        var rows = new ReportRows(report);
        rows.write();
        return rows.text.toString();
    }

    private void write() {
        text.append(CsvText.line(HEADS));
        row("report", "month", "", report.month().toString(), "", report.truth().isRunning() ? "not over" : "over");
        for (var metric : report.metrics()) {
            row(
                    "measures",
                    metric.kind().name().toLowerCase(Locale.ROOT),
                    of(metric.scope()),
                    value(metric),
                    unit(metric),
                    metric.missing().isEmpty() ? metric.kind().formula() : metric.missing());
        }
        pools();
        ladder();
        losses();
        flow();
        report.alerts()
                .forEach(alert -> row(
                        "alerts",
                        alert.severity().name().toLowerCase(Locale.ROOT),
                        "",
                        alert.sentence(),
                        "",
                        alert.detail()));
        told();
    }

    /// What is not known of the month stands first. The time is when it was written down on this machine.
    private void told() {
        report.told().gap(report.month()).ifPresent(gap -> row("told", "not known", "", gap, "", ""));
        for (var alert : report.told().alerts()) {
            alert.raised().ifPresent(at -> told(alert, alert.hasStood() ? "stood already" : "raised", at));
            alert.cleared().ifPresent(at -> told(alert, "cleared", at));
        }
    }

    private void told(ToldAlert alert, String what, Instant at) {
        var severity = alert.said().severity().name().toLowerCase(Locale.ROOT);
        row(
                "told",
                what,
                alert.rule(),
                alert.said().sentence(),
                severity,
                "",
                at.toString(),
                alert.isSeen() ? "seen" : "not seen");
    }

    private void row(String section, String figure, String of, String value, String unit, String note) {
        var block = report.truth().block();
        row(
                section,
                figure,
                of,
                value,
                unit,
                Long.toString(block.number()),
                block.time().toString(),
                note);
    }

    private void row(String... cells) {
        text.append(CsvText.line(List.of(cells)));
    }

    private static String of(Scope scope) {
        return switch (scope) {
            case Scope.Protocol() -> "protocol";
            case Scope.Treasury() -> "treasury";
            case Scope.Pool(var id) -> "pool " + id;
            case Scope.Asset(var asset) -> asset.toString();
            case Scope.Feed(var feed) -> feed.toString();
            case Scope.Within(var horizon) -> horizon.days() + " days";
            case Scope.Fallen(var asset, var bps) -> asset + " by " + bps + " basis points";
            case Scope.Span(var span) -> span.toHours() + " hours";
        };
    }

    private static String value(Metric metric) {
        return metric.value()
                .map(value -> switch (metric.kind().unit()) {
                    case ASSETS -> assets(value);
                    case BASIS_POINTS -> new BigDecimal(value, 4).toPlainString();
                    case SECONDS, DAYS, INDEX, COUNT -> value.toString();
                })
                .orElse("");
    }

    private static String unit(Metric metric) {
        return switch (metric.kind().unit()) {
            case ASSETS -> SettlementAsset.SYMBOL;
            case BASIS_POINTS -> "ratio";
            case SECONDS -> "s";
            case DAYS -> "days";
            case INDEX -> "of 10000";
            case COUNT -> "count";
        };
    }

    private static String assets(BigInteger units) {
        return new BigDecimal(units, SettlementAsset.DECIMALS).toPlainString();
    }

    private void pools() {
        for (var pool : report.pools()) {
            var of = "pool " + pool.poolId();
            amount("pools", "net assets", of, pool.netAssets(), pool.name());
            amount("pools", "minimum capital", of, pool.minCapital(), pool.name());
            amount("pools", "cover in force", of, pool.activeCover(), pool.name());
            amount("pools", "share price", of, pool.sharePrice(), pool.name());
        }
        for (var day : report.solvency()) {
            row(
                    "solvency",
                    "all pools",
                    day.at().toString(),
                    BigDecimal.valueOf(day.bps(), 4).toPlainString(),
                    "ratio",
                    "");
        }
    }

    private void amount(String section, String figure, String of, BigInteger units, String note) {
        row(section, figure, of, assets(units), SettlementAsset.SYMBOL, note);
    }

    private void ladder() {
        for (var rung : report.ladder()) {
            var of = rung.within().days() + " days";
            amount("ladder", "liquid", of, rung.total(), "");
            amount("ladder", "due", of, rung.due(), "");
        }
    }

    private void losses() {
        var losses = report.losses();
        if (losses.isEmpty()) {
            return;
        }
        var result = losses.get().result();
        row("losses", "assumed", "", losses.get().assumed(), "", "");
        row("losses", "seed", "", Long.toString(result.size().seed()), "", "");
        row("losses", "years", "", Integer.toString(result.size().years()), "count", "");
        row("losses", "years of ruin", "", Long.toString(result.ruin().years()), "count", "");
        row("losses", "years with a cut", "", Long.toString(result.anyCut().years()), "count", "");
        amount("losses", "available", "protocol", result.available(), "");
        amount("losses", "expected", "protocol", result.expected(), "");
        for (var confidence : Confidence.values()) {
            var level = confidence.name().replace("P", "");
            amount(
                    "losses",
                    "VaR " + level,
                    "protocol",
                    result.loss().valueAtRisk(confidence).value(),
                    "");
            amount(
                    "losses",
                    "TVaR " + level,
                    "protocol",
                    result.loss().tailValueAtRisk(confidence).value(),
                    "");
        }
        for (var pool : result.pools()) {
            var of = "pool " + pool.poolId();
            amount("losses", "expected", of, pool.claims(), pool.name());
            amount(
                    "losses",
                    "VaR 995",
                    of,
                    pool.loss().valueAtRisk(Confidence.P995).value(),
                    pool.name());
            amount(
                    "losses",
                    "TVaR 995",
                    of,
                    pool.loss().tailValueAtRisk(Confidence.P995).value(),
                    pool.name());
        }
    }

    private void flow() {
        amount("month", "premium earned", "protocol", report.flow().premium(), "");
        amount("month", "claims paid", "protocol", report.flow().claimsPaid(), "");
        row(
                "month",
                "payments of claims",
                "protocol",
                Long.toString(report.flow().payments()),
                "count",
                "");
        for (var month : report.months()) {
            var of = month.month().toString();
            amount("treasury", "fees", of, month.fees(), "");
            amount("treasury", "returned", of, month.returned(), "");
            amount("treasury", "earned", of, month.earned(), "");
            amount("treasury", "spent", of, month.spent(), "");
            amount("treasury", "backstop", of, month.backstop(), "");
            amount("treasury", "lost", of, month.lost(), "");
            amount("treasury", "written off", of, month.writtenOff(), "");
        }
        for (var movement : report.movements()) {
            moved(movement, "in", movement.in());
            moved(movement, "out", movement.out());
        }
    }

    private void moved(MonthlyReport.Movement movement, String way, Optional<BigInteger> units) {
        units.ifPresent(amount -> row(
                "movements",
                way,
                "treasury",
                assets(amount),
                SettlementAsset.SYMBOL,
                Long.toString(movement.block().number()),
                movement.block().time().toString(),
                movement.what()));
    }
}
