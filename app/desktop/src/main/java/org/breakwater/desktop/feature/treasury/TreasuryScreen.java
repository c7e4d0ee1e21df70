package org.breakwater.desktop.feature.treasury;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.treasury.TreasuryPage.Totals;
import org.breakwater.desktop.feature.treasury.TreasuryViewModel.Side;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.LimitBar;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.HistoryChart;
import org.breakwater.desktop.kit.chart.Series;
import org.breakwater.desktop.kit.chart.ShareBar;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.AlertRow;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// The treasury.
public final class TreasuryScreen implements Screen {

    private static final double SIDE = 484;
    private static final double LISTED = 9 * 28 + 31;

    private final Surroundings around;
    private final TreasuryViewModel model;

    public TreasuryScreen(Surroundings around) {
        this.around = around;
        this.model = new TreasuryViewModel(
                new ReadTreasury(around::name, around.texts()), around.background(), around.router());
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Treasury"));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known()));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    private Node content(ObservableValue<TreasuryPage> page) {
        var columns = new HBox(Boxes.growing(left(page)), right(page));
        var scrolled = new ScrollPane(columns);
        scrolled.setFitToWidth(true);
        return new VBox(heading(page), hero(page.map(TreasuryPage::totals)), Boxes.growing(scrolled));
    }

    private Node left(ObservableValue<TreasuryPage> page) {
        var left = new VBox(ladder(page), venues(page), solvency(page), history(page));
        left.setMinWidth(0);
        return left;
    }

    private Node right(ObservableValue<TreasuryPage> page) {
        var right = new VBox(alerts(page), feeds(page), outflows(page), concentration(page), council(page));
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        return Boxes.styled(right, "side-column");
    }

    // ── heading ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node heading(ObservableValue<TreasuryPage> page) {
        var sentence = Words.muted("");
        sentence.setId("treasury-sentence");
        var late = Words.caption("");
        late.setMinWidth(Region.USE_PREF_SIZE);
        Shown.following(sentence, page, read -> {
            sentence.setText(sentence(read));
            var count = read.totals().lateFeeds();
            late.setText(count == 0 ? "" : count == 1 ? "1 price is late" : count + " prices are late");
            late.setGraphic(count == 0 ? null : Icon.CLOCK.at(Icon.Size.TAG, Tone.WARNING));
            (count == 0 ? Tone.MUTED : Tone.WARNING).on(late);
        });
        var heading = new HBox(
                Words.title("Treasury"),
                sentence,
                Boxes.spacer(),
                late,
                BlockBadge.of(page.map(TreasuryPage::block), around.now()));
        return Boxes.styled(heading, "page-heading");
    }

    private static String sentence(TreasuryPage page) {
        return page.both()
                .within(Horizon.MONTH)
                .times()
                .map(times -> "What can be liquid in 30 days covers what falls due " + times + " times")
                .orElse("Nothing falls due in 30 days");
    }

    private Node hero(ObservableValue<Totals> totals) {
        var strip = new HBox(
                figure(totals, "All assets", "treasury-assets", read -> held(read.assets()), TreasuryScreen::shortfall),
                figure(totals, "At hand", "treasury-liquid", read -> held(read.liquid()), TreasuryScreen::floor),
                figure(
                        totals,
                        "Due in 30 days, at most",
                        "treasury-due",
                        read -> new Figure(
                                Numbers.amount(read.dueSoon(), Rounding.DUE),
                                read.dueSoon().symbol(),
                                Tone.DEFAULT),
                        _ -> "by the treasury and the pools"),
                figure(totals, "Largest venue", "treasury-largest", TreasuryScreen::largest, TreasuryScreen::cap),
                figure(
                        totals,
                        "Self-reported",
                        "treasury-self-reported",
                        read -> new Figure(percent(read.selfReported()), "%", Tone.DEFAULT),
                        Totals::selfReporters));
        return Boxes.styled(strip, "hero-strip");
    }

    /// A number with its unit.
    private record Figure(String number, String unit, Tone tone) {}

    private static Node figure(
            ObservableValue<Totals> totals,
            String name,
            String id,
            Function<Totals, Figure> figure,
            Function<Totals, String> note) {
        var number = Words.hero("");
        number.setId(id);
        number.setMinWidth(Region.USE_PREF_SIZE);
        var unit = Words.muted("");
        var words = Words.secondary("");
        var cell = new VBox(Words.secondary(name), new HBox(6, number, unit), words);
        ((HBox) cell.getChildren().get(1)).setAlignment(Pos.BASELINE_LEFT);
        Shown.following(cell, totals, read -> {
            var shown = figure.apply(read);
            number.setText(shown.number());
            shown.tone().on(number);
            unit.setText(shown.unit());
            words.setText(note.apply(read));
        });
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setPrefWidth(100);
        return Boxes.styled(cell, "hero-figure");
    }

    private static Figure held(TokenAmount amount) {
        return new Figure(Numbers.amount(amount, Rounding.HELD), amount.symbol(), Tone.DEFAULT);
    }

    private static String percent(BasisPoints value) {
        return Numbers.ratio(value).replace("\u00A0%", "");
    }

    private static String shortfall(Totals totals) {
        return totals.shortfall().units().signum() == 0
                ? "no pool is short of its minimum"
                : Numbers.amountWithUnit(totals.shortfall(), Rounding.DUE) + " short in the pools";
    }

    private static String floor(Totals totals) {
        return Numbers.ratio(totals.liquidShare()) + " of assets, floor " + Numbers.ratio(totals.floor());
    }

    private static Figure largest(Totals totals) {
        return totals.largest()
                .map(row -> new Figure(
                        percent(row.share()),
                        "%",
                        row.isOverCap() ? Tone.DANGER : row.isNearCap() ? Tone.WARNING : Tone.DEFAULT))
                .orElseGet(() -> new Figure(Numbers.MISSING, "", Tone.DEFAULT));
    }

    private static String cap(Totals totals) {
        return totals.largest()
                .flatMap(VenueRow::cap)
                .map(cap -> "cap " + Numbers.ratio(cap))
                .orElse("there is no venue");
    }

    // ── left ───────────────────────────────────────────────────────────────────────────────────────────────────

    private Node ladder(ObservableValue<TreasuryPage> page) {
        var sides = Choices.segments(
                "Whose money",
                List.of(
                        new Choice<>(Side.BOTH, "All"),
                        new Choice<>(Side.TREASURY, "Treasury"),
                        new Choice<>(Side.POOLS, "Pools")),
                Side.BOTH,
                model::show);
        var holder = new VBox();
        ObservableValue<Ladder> ladder = Bindings.createObjectBinding(
                () -> TreasuryViewModel.ladder(page.getValue(), model.side().get()), page, model.side());
        Shown.following(holder, ladder, shown -> {
            var card = new LadderCard(shown);
            var chart = card.chart();
            var table = card.table();
            holder.getChildren()
                    .setAll(new ChartCard(
                            "What can be liquid, against what falls due",
                            "cumulative, USDC",
                            card.sentence(),
                            chart,
                            table));
        });
        var exports = Boxes.row(
                2,
                sides,
                Boxes.spacer(),
                ExportLink.png("the ladder of liquidity", () -> picture("liquidity.png", holder)),
                ExportLink.csv(
                        "the ladder of liquidity",
                        () -> around.saving()
                                .save(
                                        "liquidity.csv",
                                        () -> bytes(new LadderCard(ladder.getValue())
                                                .table()
                                                .csv()))));
        return section(new VBox(8, holder, exports));
    }

    private void picture(String name, Node part) {
        around.saving().save(name, () -> Picture.of(part).png());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Node section(Node content) {
        return Boxes.styled(new VBox(content), "page-section");
    }

    /// A table that follows a part of the page, with its heading and its export.
    private <R> Node table(
            String title,
            String note,
            DataTable<R> table,
            ObservableValue<List<R>> rows,
            Function<R, ?> key,
            BiConsumer<DataTable<R>, List<R>> also) {
        Shown.following(table, rows, read -> {
            table.renew(read, key);
            also.accept(table, read);
        });
        var name = title.toLowerCase(Locale.ROOT);
        var heading = Boxes.row(
                8,
                Words.strong(title),
                Words.secondary(note),
                Boxes.spacer(),
                ExportLink.csv(
                        name, () -> around.saving().save(name.replace(' ', '-') + ".csv", () -> bytes(table.csv()))));
        return section(new VBox(6, heading, table));
    }

    private Node venues(ObservableValue<TreasuryPage> page) {
        var table = table(
                "Assets and venues",
                "| marks the cap",
                TreasuryTables.venues(around::chip),
                page.map(TreasuryPage::venues),
                VenueRow::id,
                (shown, rows) -> shown.showTotals(List.of("", total(rows), "", "", "", "")));
        var shares = new VBox(6);
        Shown.following(
                shares,
                page.map(TreasuryPage::venues),
                rows -> shares.getChildren()
                        .setAll(
                                Words.strong("Allocation"),
                                new ShareBar(rows.stream()
                                        .map(row -> new ShareBar.Share(
                                                row.name(), row.value().units(), row.notice()))
                                        .toList())));
        return new VBox(
                table,
                section(new VBox(
                        6,
                        shares,
                        Boxes.row(
                                2,
                                Boxes.spacer(),
                                ExportLink.png("the allocation", () -> picture("allocation.png", shares))))));
    }

    private static String total(List<VenueRow> rows) {
        return rows.stream()
                .map(VenueRow::value)
                .reduce((one, other) -> new TokenAmount(one.units().add(other.units()), one.decimals(), one.symbol()))
                .map(sum -> Numbers.amount(sum, Rounding.HELD))
                .orElse(Numbers.MISSING);
    }

    private Node solvency(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.solvency();
        table.onOpen(row -> model.open(new Place.Pool(row.poolId(), PoolPart.OVERVIEW)));
        return table(
                "Solvency per pool",
                "| marks 100\u00A0%, worst first",
                table,
                page.map(TreasuryPage::solvency),
                SolvencyRow::poolId,
                (_, _) -> {});
    }

    private Node history(ObservableValue<TreasuryPage> page) {
        var holder = new VBox();
        Shown.following(holder, page.map(TreasuryPage::history), points -> {
            if (points.isEmpty()) {
                holder.getChildren().setAll(Words.secondary("No day of the past is known yet."));
            } else {
                holder.getChildren().setAll(historyCard(points));
            }
        });
        return section(new VBox(
                4,
                holder,
                Boxes.row(
                        2,
                        Boxes.spacer(),
                        ExportLink.png("the history of the pools' assets", () -> picture("history.png", holder)))));
    }

    private static Node historyCard(List<Series.Point> points) {
        var series = new Series(points, value -> Numbers.millions(value, Rounding.HELD), Optional.empty(), List.of());
        List<Column<Series.Point>> columns = List.of(
                Column.words("Day", 140, point -> Times.date(point.at())),
                Column.<Series.Point>drawn(
                                "Net assets of all pools, USDC",
                                220,
                                point -> Numbers.decimal(point.value(), 2, RoundingMode.DOWN),
                                point -> Words.body(Numbers.decimal(point.value(), 2, RoundingMode.DOWN)))
                        .alignedRight());
        var twin = new DataTable<>(
                "Net assets of all pools by day",
                Density.CARD,
                columns,
                FXCollections.observableArrayList(points.reversed()));
        twin.setPrefHeight(LISTED);
        return new ChartCard(
                "Net assets of all pools",
                "by day, USDC",
                HistoryChart.sentence(series),
                new HistoryChart(series),
                twin);
    }

    // ── right ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node alerts(ObservableValue<TreasuryPage> page) {
        var count = Words.secondary("");
        count.setId("treasury-alert-count");
        var rows = new VBox();
        Shown.following(rows, page.map(TreasuryPage::alerts), alerts -> {
            count.setText(alerts.isEmpty() ? "none open" : alerts.size() + " open");
            rows.getChildren()
                    .setAll(alerts.stream()
                            .map(alert -> new AlertRow(alert, new Place.Treasury(), around.router()))
                            .toList());
            if (alerts.isEmpty()) {
                rows.getChildren().add(Words.secondary("Nothing is late, thin, stopped or over a limit."));
            }
        });
        return section(new VBox(2, Boxes.row(8, Words.strong("Alerts"), count), rows));
    }

    private Node feeds(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.feeds();
        limitHeight(table);
        table.onOpen(row -> model.open(new Place.KnownAddress(row.feed())));
        return table(
                "Pegs and price feeds",
                "age against its limit",
                table,
                page.map(TreasuryPage::feeds),
                row -> row.id() + row.name(),
                (_, _) -> {});
    }

    private static void limitHeight(DataTable<?> table) {
        table.setMinHeight(LISTED);
        table.setPrefHeight(LISTED);
        table.setMaxHeight(LISTED);
    }

    private Node outflows(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.outflows();
        limitHeight(table);
        table.onOpen(row -> row.where().ifPresent(model::open));
        return table(
                "Pending outflows",
                "in order of time",
                table,
                page.map(TreasuryPage::outflows),
                OutflowRow::number,
                (shown, rows) -> shown.showTotals(List.of("", rows.size() + " outflows", totalDue(rows))));
    }

    private static String totalDue(List<OutflowRow> rows) {
        return rows.stream()
                .map(OutflowRow::amount)
                .reduce((one, other) -> new TokenAmount(one.units().add(other.units()), one.decimals(), one.symbol()))
                .map(sum -> Numbers.amount(sum, Rounding.DUE))
                .orElse(Numbers.MISSING);
    }

    private Node concentration(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.concentration();
        table.onOpen(row -> model.open(new Place.Subject(row.subjectId())));
        return table(
                "Concentration",
                "largest subject of each pool, | marks its limit",
                table,
                page.map(TreasuryPage::concentration),
                ConcentrationRow::poolId,
                (_, _) -> {});
    }

    private Node council(ObservableValue<TreasuryPage> page) {
        var holder = new VBox(4);
        Shown.following(
                holder,
                page.map(TreasuryPage::totals),
                totals -> holder.getChildren().setAll(spending(totals)));
        return section(new VBox(6, Words.strong("Council spending in 30 days"), holder));
    }

    private static List<Node> spending(Totals totals) {
        Label spent = Words.body(Numbers.amountWithUnit(totals.spent(), Rounding.DUE));
        spent.setId("treasury-council-spent");
        var limit = Words.muted("of " + Numbers.amountWithUnit(totals.spendLimit(), Rounding.HELD));
        limit.setId("treasury-council-limit");
        var whole = BasisPoints.of(10_000);
        var used = new BasisPoints(totals.spent()
                .units()
                .multiply(whole.value())
                .divide(totals.spendLimit().units().max(BigInteger.ONE)));
        return List.of(Boxes.row(6, spent, limit), new LimitBar(used, whole, BasisPoints.of(12_000), Tone.ACCENT));
    }
}
