package org.breakwater.core.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.report.MonthlyReport.Losses;
import org.breakwater.core.report.MonthlyReport.Movement;
import org.breakwater.core.report.MonthlyReport.PoolLine;
import org.breakwater.core.report.ReportDocument.Page;
import org.breakwater.core.report.ReportDocument.Part;
import org.breakwater.core.report.ReportDocument.Part.Bar;
import org.breakwater.core.report.ReportDocument.Part.Figure;
import org.breakwater.core.report.ReportDocument.Part.Head;
import org.breakwater.core.report.ReportDocument.Part.Mark;
import org.breakwater.core.report.ReportDocument.Part.Step;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.stress.Chances;
import org.breakwater.core.stress.Confidence;
import org.breakwater.core.stress.LossDistribution;
import org.breakwater.core.stress.StressResult.PoolResult;
import org.breakwater.core.treasury.Rung;
import org.breakwater.core.treasury.Source;
import org.breakwater.core.treasury.TreasuryPast.Month;

/// Puts a report into words: five pages, of which each has what fits on it. What does not fit is in the CSV.
public final class WriteReport {

    private static final int MOST_ALERTS = 10;
    private static final int MOST_POOLS = 12;
    private static final int MOST_MOVEMENTS = 18;
    private static final int BARS = 44;

    /// Columns of the months from the left in which money comes in.
    private static final int INCOMING = 2;

    private static final BigDecimal LITTLE = BigDecimal.valueOf(100_000);
    private static final BigInteger MANY = BigInteger.valueOf(1_000);
    private static final BigDecimal ONE_HAND = BigDecimal.valueOf(10_000);
    private static final List<MetricKind> CONCENTRATION = List.of(
            MetricKind.BY_VENUE,
            MetricKind.BY_ISSUER,
            MetricKind.BY_ORACLE,
            MetricKind.BY_SUBJECT,
            MetricKind.BY_VOTER);

    private final MonthlyReport report;
    private final AlertNames names;

    private WriteReport(MonthlyReport report, AlertNames names) {
        this.report = report;
        this.names = names;
    }

    /// @param names what venues are called
    public static ReportDocument document(MonthlyReport report, AlertNames names) {
        return new WriteReport(report, names).write();
    }

    private ReportDocument write() {
        return new ReportDocument(
                "Treasury report, " + Written.month(report.month()),
                truth(),
                report.truth().block().time(),
                List.of(summary(), pools(), risks(), movements(), WriteAlerts.page(report.told(), report.month())));
    }

    private String truth() {
        var block = report.truth().block();
        var at = "block " + Written.count(block.number()) + ", " + Written.time(block.time());
        return report.truth().isRunning()
                ? "The month is not over. All of this is true of " + at + "."
                : "All of this is true of " + at + ", the last block with events of the month.";
    }

    // ── summary ────────────────────────────────────────────────────────────────────────────────────────────────

    private Page summary() {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Figures(List.of(
                metric(MetricKind.OWN_FUNDS),
                metric(MetricKind.SOLVENCY),
                new Figure(
                        "Treasury",
                        Written.amount(treasury()),
                        SettlementAsset.SYMBOL,
                        metric(MetricKind.SELF_REPORTED).value() + " of it self-reported"),
                metric(MetricKind.RUNWAY),
                flow("Premium earned", report.flow().premium(), "within the month"),
                flow(
                        "Claims paid",
                        report.flow().claimsPaid(),
                        report.flow().payments() + (report.flow().payments() == 1 ? " payment" : " payments")),
                flow("Fees to the treasury", own(Month::fees), "its part of premiums"),
                flow("Left the treasury", own(Month::out), "spent, backstop, lost"),
                metric(MetricKind.COVERAGE),
                metric(MetricKind.LOSS_RATIO),
                metric(MetricKind.COMBINED_RATIO),
                metric(MetricKind.DRAWDOWN))));
        parts.add(ladder());
        parts.add(alerts());
        return new Page("Summary", "", parts);
    }

    private interface OfMonth {
        BigInteger of(Month month);
    }

    private BigInteger own(OfMonth part) {
        return report.own().map(part::of).orElse(BigInteger.ZERO);
    }

    private BigInteger treasury() {
        return report.ladder().getLast().liquid().entrySet().stream()
                .filter(entry -> !(entry.getKey() instanceof Source.InPools))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Figure flow(String name, BigInteger units, String note) {
        return new Figure(name, Written.amount(units), SettlementAsset.SYMBOL, note);
    }

    private Figure metric(MetricKind kind) {
        var metric = report.metric(kind);
        return metric.flatMap(each -> each.value())
                .map(value -> written(kind, value))
                .orElseGet(() -> new Figure(
                        kind.title(),
                        Written.MISSING,
                        "",
                        metric.map(each -> each.missing()).orElse(kind.formula())));
    }

    private static Figure written(MetricKind kind, BigInteger value) {
        return switch (kind.unit()) {
            case ASSETS -> new Figure(kind.title(), Written.amount(value), SettlementAsset.SYMBOL, kind.formula());
            case BASIS_POINTS -> new Figure(kind.title(), Written.ratio(value), "", kind.formula());
            case DAYS -> new Figure(kind.title(), Written.count(value.longValueExact()), "days", kind.formula());
            case SECONDS -> new Figure(kind.title(), Written.count(value.longValueExact()), "s", kind.formula());
            case INDEX, COUNT -> new Figure(kind.title(), Written.count(value.longValueExact()), "", kind.formula());
        };
    }

    private Part ladder() {
        var sources = report.ladder().getLast().liquid().keySet().stream().toList();
        var keys = sources.stream().map(this::name).toList();
        var steps = report.ladder().stream()
                .map(rung -> new Step(
                        within(rung),
                        sources.stream()
                                .map(source -> whole(rung.liquid().getOrDefault(source, BigInteger.ZERO)))
                                .toList(),
                        whole(rung.due()),
                        Written.millions(whole(rung.total())),
                        dueWords(whole(rung.due())),
                        ratio(rung)))
                .toList();
        return new Part.Ladder("What can be liquid, against what falls due", "cumulative, USDC", keys, steps);
    }

    private String name(Source source) {
        return switch (source) {
            case Source.AtHand() -> SettlementAsset.SYMBOL + " at hand";
            case Source.AtVenue(var venue) -> names.addresses().apply(venue);
            case Source.InPools() -> "Pools, within their daily limits";
        };
    }

    private static String within(Rung rung) {
        return switch (rung.within().days()) {
            case 0 -> "Now";
            case 1 -> "1 day";
            default -> rung.within().days() + " days";
        };
    }

    /// In millions, unless hardly anything would be left of it.
    private static String dueWords(BigDecimal due) {
        return due.signum() == 0 || due.compareTo(LITTLE) >= 0
                ? Written.millions(due)
                : Written.decimal(due, 0, RoundingMode.CEILING);
    }

    private static String ratio(Rung rung) {
        if (rung.due().signum() == 0) {
            return "nothing due";
        }
        if (rung.total().compareTo(rung.due().multiply(MANY)) > 0) {
            return "over " + Written.count(MANY.longValueExact()) + " times";
        }
        var tenths = rung.total().multiply(BigInteger.TEN).divide(rung.due());
        return Written.decimal(new BigDecimal(tenths, 1), 1, RoundingMode.DOWN) + " times";
    }

    private static BigDecimal whole(BigInteger units) {
        return Written.whole(units, SettlementAsset.DECIMALS);
    }

    private Part alerts() {
        var alerts = report.alerts();
        if (alerts.isEmpty()) {
            return new Part.Text("Alerts", "Nothing was thin, stopped or over a limit at this block.");
        }
        var rows = alerts.stream()
                .limit(MOST_ALERTS)
                .map(alert -> List.of(WriteAlerts.word(alert.severity()), alert.sentence(), alert.detail()))
                .toList();
        return new Part.Table(
                "Alerts",
                counted(
                        alerts.size(),
                        MOST_ALERTS,
                        "at this block, worst first"
                                + (report.truth().isRunning() ? "" : "; how old prices were is not known of the past")),
                List.of(
                        new Head("Severity", 10, false),
                        new Head("What is so", 45, false),
                        new Head("What follows", 45, false)),
                rows,
                List.of());
    }

    private static String counted(int all, int most, String otherwise) {
        return all <= most ? otherwise : otherwise + ", first " + most + " of " + all;
    }

    // ── pools ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Page pools() {
        var shown = report.pools().stream().limit(MOST_POOLS).toList();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Table(
                "Pools",
                counted(report.pools().size(), MOST_POOLS, SettlementAsset.SYMBOL),
                List.of(
                        new Head("Pool", 26, false),
                        new Head("Net assets", 17, true),
                        new Head("Minimum", 17, true),
                        new Head("Solvency", 12, true),
                        new Head("Cover in force", 17, true),
                        new Head("Share price", 11, true)),
                shown.stream().map(WriteReport::row).toList(),
                List.of(
                        "All pools",
                        Written.amount(sum(PoolLine::netAssets)),
                        Written.due(sum(PoolLine::minCapital)),
                        metric(MetricKind.SOLVENCY).value(),
                        Written.due(sum(PoolLine::activeCover)),
                        "")));
        parts.add(new Part.Curve(
                "Solvency of all pools",
                "net assets by minimum capital, by day, a year at most",
                report.solvency().stream()
                        .map(day -> new Part.Point(day.at(), BigDecimal.valueOf(day.bps(), 2)))
                        .toList(),
                BigDecimal.valueOf(100),
                "minimum capital"));
        report.losses().ifPresent(losses -> parts.add(poolLosses(losses)));
        return new Page("Pools", poolsSentence(), parts);
    }

    private interface OfPool {
        BigInteger of(PoolLine line);
    }

    private BigInteger sum(OfPool part) {
        return report.pools().stream().map(part::of).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<String> row(PoolLine line) {
        return List.of(
                line.name(),
                Written.amount(line.netAssets()),
                Written.due(line.minCapital()),
                line.solvencyBps()
                        .map(bps -> Written.ratio(BigInteger.valueOf(bps)))
                        .orElse(Written.MISSING),
                Written.due(line.activeCover()),
                Written.price(line.sharePrice()));
    }

    private String poolsSentence() {
        var thin = report.pools().stream()
                .filter(line -> line.netAssets().compareTo(line.minCapital()) < 0)
                .map(PoolLine::name)
                .toList();
        return thin.isEmpty()
                ? "Every pool has its minimum capital."
                : "Under their minimum capital: " + String.join(", ", thin) + ".";
    }

    private static Part poolLosses(Losses losses) {
        return new Part.Table(
                "Claims within a year from this block",
                Written.count(losses.result().size().years()) + " simulated years, USDC",
                List.of(
                        new Head("Pool", 28, false),
                        new Head("Expected", 15, true),
                        new Head("VaR 99.5" + Written.NO_BREAK + "%", 16, true),
                        new Head("TVaR 99.5" + Written.NO_BREAK + "%", 16, true),
                        new Head("Claim is cut", 13, true),
                        new Head("Ends short", 12, true)),
                losses.result().pools().stream()
                        .limit(MOST_POOLS)
                        .map(WriteReport::row)
                        .toList(),
                List.of());
    }

    private static List<String> row(PoolResult pool) {
        return List.of(
                pool.name(),
                Written.whole(pool.claims()),
                Written.whole(pool.loss().valueAtRisk(Confidence.P995).value()),
                Written.whole(pool.loss().tailValueAtRisk(Confidence.P995).value()),
                Chances.percent(pool.cut().value()),
                Chances.percent(pool.underMinimum().value()));
    }

    // ── risks ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Page risks() {
        var parts = new ArrayList<Part>();
        report.losses().ifPresent(losses -> {
            parts.add(figures(losses));
            distribution(losses).ifPresent(parts::add);
            parts.add(new Part.Text("Assumed", losses.assumed()));
        });
        parts.add(new Part.Bars(
                "In few hands",
                "Herfindahl and Hirschman's index: 10,000 is a single one",
                CONCENTRATION.stream().map(this::bar).toList(),
                ONE_HAND));
        parts.add(new Part.Figures(List.of(
                metric(MetricKind.REVERSE_STRESS),
                metric(MetricKind.UTILISATION),
                metric(MetricKind.LEVERAGE),
                metric(MetricKind.SELF_REPORTED))));
        return new Page("Risks", risksSentence(), parts);
    }

    private String risksSentence() {
        return report.losses()
                .map(losses -> losses.result().ruin().years() == 0
                        ? "In none of " + Written.count(losses.result().ruin().of())
                                + " simulated years more is lost than the pools and the treasury have."
                        : "In " + Chances.percent(losses.result().ruin().value())
                                + " of all simulated years more is lost than the pools and the treasury have.")
                .orElse("Nothing is covered and nothing is held: nothing can be lost.");
    }

    private static Part figures(Losses losses) {
        var result = losses.result();
        var loss = result.loss();
        return new Part.Figures(List.of(
                new Figure("Expected loss", Written.whole(result.expected()), "USDC", "mean of a year"),
                new Figure(
                        "Value at risk, 99.5" + Written.NO_BREAK + "%",
                        Written.whole(loss.valueAtRisk(Confidence.P995).value()),
                        "USDC",
                        range(loss.valueAtRisk(Confidence.P995))),
                new Figure(
                        "Mean beyond 99.5" + Written.NO_BREAK + "%",
                        Written.whole(loss.tailValueAtRisk(Confidence.P995).value()),
                        "USDC",
                        range(loss.tailValueAtRisk(Confidence.P995))),
                new Figure("Can be paid, at most", Written.whole(result.available()), "USDC", "pools and treasury"),
                new Figure(
                        "Probability of ruin",
                        Chances.percent(result.ruin().value()),
                        "",
                        Chances.range(result.ruin())),
                new Figure(
                        "Some claim is cut",
                        Chances.percent(result.anyCut().value()),
                        "",
                        Chances.range(result.anyCut())),
                new Figure("Venues and pegs lose", Written.whole(result.assets()), "USDC", "mean of a year"),
                new Figure(
                        "Capital for 1 year in 200",
                        Written.whole(result.requiredCapital()),
                        "USDC",
                        "value at risk beyond the mean")));
    }

    private static String range(LossDistribution.Estimate estimate) {
        return Written.whole(estimate.low()) + " to " + Written.whole(estimate.high());
    }

    private static Optional<Part> distribution(Losses losses) {
        var result = losses.result();
        var loss = result.loss();
        if (loss.largest().signum() == 0) {
            return Optional.empty();
        }
        var end = loss.valueAtRisk(Confidence.P999).value().max(result.available());
        var width = end.multiply(BigInteger.valueOf(11))
                .divide(BigInteger.valueOf(10L * BARS))
                .add(BigInteger.ONE);
        var atRisk = loss.valueAtRisk(Confidence.P995).value();
        return Optional.of(new Part.Distribution(
                "How much is lost in how many years",
                "share of years, logarithmic, USDC",
                LongStream.of(loss.bars(width, BARS)).boxed().toList(),
                whole(width),
                atRisk.divide(width).intValueExact(),
                List.of(
                        mark(result.expected(), "Expected", false),
                        mark(atRisk, "99.5" + Written.NO_BREAK + "%", false),
                        mark(loss.tailValueAtRisk(Confidence.P995).value(), "Mean beyond", false),
                        mark(result.available(), "Can be paid", true))));
    }

    private static Mark mark(BigInteger units, String words, boolean isLimit) {
        return new Mark(whole(units), words + " " + Written.millions(whole(units)), isLimit);
    }

    private Bar bar(MetricKind kind) {
        var value = report.metric(kind).flatMap(each -> each.value());
        return new Bar(
                kind.title().replace("Concentration by", "By"),
                value.map(BigDecimal::new),
                value.map(index -> Written.count(index.longValueExact())).orElse(Written.MISSING));
    }

    // ── movements ──────────────────────────────────────────────────────────────────────────────────────────────

    private Page movements() {
        var parts = new ArrayList<Part>();
        parts.add(months());
        var all = report.movements();
        var shown = all.subList(Math.max(0, all.size() - MOST_MOVEMENTS), all.size());
        parts.add(
                all.isEmpty()
                        ? new Part.Text("Movements", "Nothing moved the treasury's money within the month.")
                        : new Part.Table(
                                "Movements within the month",
                                all.size() == shown.size()
                                        ? "oldest first, USDC"
                                        : "oldest first, USDC, last " + shown.size() + " of " + all.size(),
                                List.of(
                                        new Head("When", 14, false),
                                        new Head("Block", 9, true),
                                        new Head("What", 49, false),
                                        new Head("In", 14, true),
                                        new Head("Out", 14, true)),
                                shown.stream().map(WriteReport::row).toList(),
                                List.of()));
        return new Page("Movements", movementsSentence(), parts);
    }

    private String movementsSentence() {
        return report.own()
                .map(month -> Written.amount(month.in()) + " USDC came into the treasury and "
                        + Written.due(month.out()) + " USDC left it within the month.")
                .orElse("No money came into the treasury or left it within the month.");
    }

    private Part months() {
        var rows = report.months().stream()
                .map(month -> List.of(
                        Written.shortMonth(month.month()),
                        Written.amount(month.fees()),
                        Written.amount(month.returned().add(month.earned())),
                        Written.due(month.spent()),
                        Written.due(month.backstop()),
                        Written.due(month.lost().add(month.writtenOff()))))
                .toList();
        return new Part.Table(
                "The treasury by month",
                "USDC, by its own events",
                List.of(
                        new Head("Month", 15, false),
                        new Head("Fees", 17, true),
                        new Head("Returned, earned", 17, true),
                        new Head("Spent", 17, true),
                        new Head("Backstop", 17, true),
                        new Head("Lost", 17, true)),
                rows,
                rows.isEmpty() ? List.of() : total());
    }

    private List<String> total() {
        var sums = new LinkedHashMap<Integer, BigInteger>();
        for (var month : report.months()) {
            var parts = List.of(
                    month.fees(),
                    month.returned().add(month.earned()),
                    month.spent(),
                    month.backstop(),
                    month.lost().add(month.writtenOff()));
            IntStream.range(0, parts.size()).forEach(i -> sums.merge(i, parts.get(i), BigInteger::add));
        }
        var total = new ArrayList<String>(List.of("Together"));
        sums.forEach((place, sum) -> total.add(place < INCOMING ? Written.amount(sum) : Written.due(sum)));
        return total;
    }

    private static List<String> row(Movement movement) {
        return List.of(
                Written.day(movement.block().time()),
                Written.count(movement.block().number()),
                movement.what(),
                movement.in().map(Written::amount).orElse(""),
                movement.out().map(Written::due).orElse(""));
    }
}
