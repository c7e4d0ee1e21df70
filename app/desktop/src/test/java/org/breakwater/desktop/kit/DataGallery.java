package org.breakwater.desktop.kit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.BoundsTrack.Bounds;
import org.breakwater.desktop.kit.FlowStrip.Stop;
import org.breakwater.desktop.kit.FlowStrip.Way;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.WindowBar.Window;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.ColumnChart;
import org.breakwater.desktop.kit.chart.ColumnChart.Period;
import org.breakwater.desktop.kit.chart.HistoryChart;
import org.breakwater.desktop.kit.chart.LiquidityLadder;
import org.breakwater.desktop.kit.chart.Series;
import org.breakwater.desktop.kit.chart.ShareBar;
import org.breakwater.desktop.kit.chart.ShareBar.Share;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;

/// Tables, charts and bars with invented figures, on one page of 1440 × 900.
final class DataGallery {

    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");

    /// A row of the sample tables.
    private record Sample(String name, long capital, long cover, int solvency, int score, Address owner) {}

    private static final List<Sample> SAMPLES = List.of(
            sample("Bridge", 12_406_880_10L, 24_081_200_00L, 10_300, 1_390, 1),
            sample("Oracle and liquidity", 9_318_600_00L, 16_773_480_00L, 11_200, 4_210, 2),
            sample("Custody", 14_210_044_72L, 22_736_000_00L, 12_500, 5_765, 3),
            sample("Smart contract", 17_842_310_55L, 36_918_400_00L, 13_810, 6_780, 4),
            sample("Stablecoin depeg", 11_052_790_33L, 26_526_696_00L, 16_670, 7_600, 5),
            sample("Parametric", 1_204_915_40L, 2_536_664_00L, 19_000, 9_400, 6));

    private static Sample sample(String name, long capital, long cover, int solvency, int score, int seed) {
        var digits = new StringBuilder("0x");
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            digits.append(Character.forDigit(random.nextInt(16), 16));
        }
        return new Sample(name, capital, cover, solvency, score, Address.parse(digits.toString()));
    }

    Parent root() {
        var table = table();
        var left = new VBox(12, Boxes.padded(new VBox(filters()), 0, 20, 0, 20), table, charts());
        left.setPrefWidth(1000);
        var right = new VBox(14, flow(), stacked(), windows(), scores(), bounds());
        right.setPrefWidth(440);
        Boxes.padded(right, 14, 20, 14, 20);
        right.setStyle(
                "-fx-border-color: transparent transparent transparent -color-border-subtle; -fx-border-width: 0 0 0"
                        + " 1;");
        return new HBox(left, right);
    }

    private static Node filters() {
        return new FilterRow(
                new SearchBox(Icon.SEARCH, "Number, holder, subject", "/", _ -> {}),
                () -> {},
                "6 of 1,940",
                new FilterChip<>("Pool", List.of(), Optional.of(new FilterChip.Value<>(1, "Bridge, Custody")), _ -> {}),
                new FilterChip<Integer>("Kind", List.of(), Optional.empty(), _ -> {}));
    }

    private static DataTable<Sample> table() {
        List<Column<Sample>> columns = List.of(
                Column.<Sample>name("Pool", 190, Sample::name).withTotal("All 6 pools"),
                Column.<Sample>amount("Capital, USDC", 130, Rounding.HELD, row -> usdc(row.capital()))
                        .withTotal("66,035,541.10"),
                Column.<Sample>amount("Active cover", 130, Rounding.HELD, row -> usdc(row.cover()))
                        .withTotal("129,572,440.00"),
                Column.<Sample>drawn(
                                "Solvency",
                                190,
                                row -> Numbers.ratio(BasisPoints.of(row.solvency())),
                                DataGallery::solvency)
                        .alignedRight()
                        .sortedBy(Comparator.comparingInt(Sample::solvency))
                        .withTotal("127.2 %"),
                Column.<Sample>percent("Rate / yr", 90, row -> Optional.of(BasisPoints.of(row.score() / 20))),
                Column.<Sample>address("Owner", 140, row -> AddressLabel.unknown(row.owner())),
                Column.<Sample>drawn("Peg", 120, row -> "Normal", DataGallery::peg));
        var table = new DataTable<>("Pools", Density.MASTER, columns, FXCollections.observableArrayList(SAMPLES));
        table.sorted(3, false).fitted().select(SAMPLES.getFirst());
        return table;
    }

    private static Node solvency(Sample row) {
        var thin = row.solvency() < 11_000;
        var ratio = Numbers.ratio(BasisPoints.of(row.solvency()));
        var words = thin ? Tone.WARNING.on(Words.strong(ratio)) : Words.body(ratio);
        words.setMinWidth(54);
        words.setAlignment(Pos.CENTER_RIGHT);
        var bar = new LimitBar(
                BasisPoints.of(row.solvency()),
                BasisPoints.of(10_000),
                BasisPoints.of(20_000),
                thin ? Tone.WARNING : Tone.SUCCESS);
        bar.setMinWidth(56);
        bar.setMaxWidth(56);
        var cell = Boxes.row(8, bar, words);
        cell.setAlignment(Pos.CENTER_RIGHT);
        if (thin) {
            cell.getChildren().addFirst(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
        }
        return cell;
    }

    private static Node peg(Sample row) {
        return row.name().startsWith("Stable") ? new Tag(Tag.Look.WARNING, Icon.ALERT, "Watch") : Words.muted("Normal");
    }

    private static Node charts() {
        var ladder = LiquidityLadder.detailed(KitGallery.rungs());
        var left = new VBox(
                8,
                new ChartCard(
                        "Solvency, 24 months",
                        "capital ÷ minimum capital",
                        HistoryChart.sentence(series()),
                        new HistoryChart(series()),
                        Words.muted("table")),
                new ShareBar(List.of(
                        new Share("Guarded", BigInteger.valueOf(61), "61"),
                        new Share("Elevated", BigInteger.valueOf(227), "227"),
                        new Share("High", BigInteger.valueOf(30), "30"))));
        left.setPrefWidth(480);
        var right = new VBox(8, Words.strong("What can be liquid, against what falls due"), ladder, claims());
        right.setPrefWidth(500);
        return Boxes.padded(new HBox(20, left, right), 4, 20, 0, 20);
    }

    private static Node claims() {
        var random = new Random(5);
        var periods = new ArrayList<Period>();
        for (int i = 0; i < 24; i++) {
            periods.add(new Period(
                    i % 12 + 1 + "/2" + (5 + i / 12),
                    List.of(BigDecimal.valueOf(random.nextInt(4)), BigDecimal.valueOf(random.nextInt(2)))));
        }
        return new VBox(
                6,
                Words.strong("Claims per month"),
                new ColumnChart(periods, value -> Numbers.count(value.longValueExact())));
    }

    private static Series series() {
        var random = new Random(11);
        var points = new ArrayList<Series.Point>();
        double value = 168;
        for (int week = 104; week >= 0; week--) {
            points.add(new Series.Point(
                    NOW.minus(Duration.ofDays(7L * week)), new BigDecimal(value).setScale(1, RoundingMode.DOWN)));
            value = Math.max(103, value - 0.62 + random.nextGaussian() * 1.6);
        }
        return new Series(
                points,
                value2 -> Numbers.decimal(value2, 0, RoundingMode.DOWN) + "\u00A0%",
                Optional.of(new Series.Limit(BigDecimal.valueOf(100), "Below this, sales stop")),
                List.of(
                        new Series.Event(NOW.minus(Duration.ofDays(300)), "Claim 22 paid"),
                        new Series.Event(NOW.minus(Duration.ofDays(84)), "Incident 17")));
    }

    private static Node flow() {
        var strip = new FlowStrip(
                List.of(
                        List.of(new Stop("Council")),
                        List.of(new Stop("MultiSend")),
                        List.of(new Stop("Treasury"), new Stop("USDC")),
                        List.of(
                                new Stop("Payroll", "18,400.00", Tone.DEFAULT),
                                new Stop("0x9e2E…5352", "24,000.00", Tone.HOLD),
                                new Stop("Slipway", "600,000.00", Tone.DEFAULT))),
                List.of(
                        new Way(0, 0, 0, false, Tone.DEFAULT),
                        new Way(1, 0, 0, false, Tone.DEFAULT),
                        new Way(1, 0, 1, false, Tone.DEFAULT),
                        new Way(2, 0, 0, false, Tone.DEFAULT),
                        new Way(2, 0, 1, false, Tone.HOLD),
                        new Way(2, 0, 2, false, Tone.DEFAULT),
                        new Way(2, 1, 2, true, Tone.DEFAULT)));
        return new VBox(6, Words.strong("What it does, from the bytes"), strip);
    }

    private static Node stacked() {
        return new VBox(
                8,
                Words.section("Covers 240,000.00 USDC on Meridian bridge until 5 Jun 2027"),
                StateStepper.stacked(List.of(
                        new Step("Bought", "2 Jun 2026", Progress.DONE),
                        new Step("Waited", "72 h", Progress.DONE),
                        new Step("Active", "since 5 Jun", Progress.NOW),
                        new Step("Ends", "5 Jun 2027", Progress.AHEAD),
                        new Step("Closed", "5 Jul 2027", Progress.AHEAD))));
    }

    private static Node windows() {
        var window = new Window(
                Instant.parse("2026-06-02T00:00:00Z"),
                Instant.parse("2026-06-05T00:00:00Z"),
                Instant.parse("2027-06-05T00:00:00Z"),
                Instant.parse("2027-07-05T00:00:00Z"));
        return new VBox(
                6,
                Boxes.row(
                        8,
                        Words.strong("Cover window"),
                        Boxes.spacer(),
                        Words.secondary("195 d left, then 30 d for claims")),
                WindowBar.inDetail(window, NOW),
                Boxes.row(
                        8,
                        Words.caption(Times.date(window.bought())),
                        Boxes.spacer(),
                        WindowBar.inRow(window, NOW),
                        Boxes.spacer(),
                        Words.caption(Times.date(window.graceEnd()))));
    }

    private static Node scores() {
        return new VBox(
                6,
                Boxes.row(
                        8,
                        Words.strong("Score 1,390, Critical"),
                        Boxes.spacer(),
                        ScoreBar.inRow(1_390),
                        ScoreBar.inRow(5_765),
                        ScoreBar.inRow(9_400)),
                ScoreBar.inDetail(List.of(1_000, 1_400, 800, 500, 1_650), 1_500),
                Words.caption("18 Nov, 5,350 less 1,500"));
    }

    private static Node bounds() {
        return new VBox(
                2,
                Words.strong("Parameters in force"),
                bound("Minimum capital", "50.00 %", 1_500, 10_000, 500, 5_000, Optional.empty()),
                bound("Incident cap", "40.00 %", 1_000, 6_000, 400, 4_000, Optional.of(3_600)),
                bound("Pool floor", "10.00 %", 500, 3_000, 100, 1_000, Optional.empty()));
    }

    private static Node bound(
            String name, String value, int least, int most, int step, int inForce, Optional<Integer> proposed) {
        var words = Words.name(name);
        words.setMinWidth(130);
        var written = Words.strong(value);
        written.setMinWidth(70);
        var bounds = new Bounds(BigInteger.valueOf(least), BigInteger.valueOf(most), BigInteger.valueOf(step));
        return Boxes.row(
                8,
                words,
                written,
                Words.caption(Numbers.percent(BasisPoints.of(least))),
                Boxes.growing(new BoundsTrack(bounds, BigInteger.valueOf(inForce), proposed.map(BigInteger::valueOf))),
                Words.caption(Numbers.percent(BasisPoints.of(most))));
    }

    private static Optional<TokenAmount> usdc(long cents) {
        return Optional.of(new TokenAmount(BigInteger.valueOf(cents).multiply(BigInteger.valueOf(10_000)), 6, "USDC"));
    }
}
