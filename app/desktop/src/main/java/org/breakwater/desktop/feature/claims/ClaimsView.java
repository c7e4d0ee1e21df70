package org.breakwater.desktop.feature.claims;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.feature.claims.ClaimsViewModel.Filter;
import org.breakwater.desktop.feature.claims.ClaimsViewModel.Listing;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FilterChip;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.ColumnChart;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;

/// All claims: how many stand where, each with the worst thing about it; their incidents; and how they came.
public final class ClaimsView implements Screen {

    private static final double CHART = 176;
    private static final double ROOM_FOR_ALL = 1_200;
    private static final int[] CLAIM_WHOLE = {0, 2, 4, 5, 6, 7, 9};
    private static final List<Integer> CLAIM_LESS = List.of(3, 5, 8);
    private static final int[] INCIDENT_WHOLE = {0, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final List<Integer> INCIDENT_LESS = List.of(2);

    private final Surroundings around;
    private final ClaimsViewModel model;
    private final SearchBox search;
    private final DataTable<ClaimRow> claims;
    private final DataTable<IncidentRow> incidents;

    public ClaimsView(Surroundings around) {
        this.around = around;
        this.model = new ClaimsViewModel(around.texts(), around.background());
        this.search = new SearchBox(Icon.FILTER, "Claim, policy, subject", "/", model::search);
        search.input().setId("claims-search");
        this.claims = claimTable();
        this.incidents = incidentTable();
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Claims"));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.overview(), around.now(), this::content);
    }

    @Override
    public void shown(Subscriptions until) {
        model.follow(around.known(), until);
        until.add(around.commands()
                .add(Command.always(
                                "claims.search",
                                Group.LIST,
                                Icon.SEARCH,
                                "Search the claims",
                                () -> search.input().requestFocus())
                        .on(Chord.typing("/"))));
        until.add(around.commands()
                .add(Command.always(
                        "claims.clear", Group.LIST, Icon.X, "Clear the filters of the claims", this::clear)));
    }

    private void clear() {
        search.input().clear();
        model.clear();
    }

    private Node content(ObservableValue<ClaimsOverview> overview) {
        return new VBox(
                heading(overview),
                new Redrawn<>(overview.map(ClaimsOverview::counts), counts -> pipeline(overview.getValue())),
                tabs(overview),
                filters(overview),
                Boxes.growing(lists()),
                new Redrawn<>(overview.map(ClaimsOverview::months), this::chart));
    }

    // ── heading and pipeline ───────────────────────────────────────────────────────────────────────────────────

    private Node heading(ObservableValue<ClaimsOverview> overview) {
        var open = Words.secondary("");
        open.setId("claims-open");
        Shown.following(open, overview, value -> open.setText(Numbers.count(value.open()) + " open"));
        return Boxes.styled(
                new HBox(Words.title("Claims"), open, Boxes.spacer(), Parts.blockBadge(around)), "page-heading");
    }

    private Node pipeline(ClaimsOverview overview) {
        var row = Boxes.styled(new HBox(), "pipeline");
        for (var stage : Stage.values()) {
            row.getChildren().add(stage(stage, overview.counts().getOrDefault(stage, 0L)));
        }
        return row;
    }

    private Node stage(Stage stage, long count) {
        var number = Boxes.styled(Words.body(Numbers.count(count)), "count");
        number.setId("claims-" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var words = Words.secondary(stage.title());
        words.setGraphic(stage.icon().at(Icon.Size.TAG, stage.tone()));
        var button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "stage");
        button.setGraphic(new VBox(number, words));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        button.setMinWidth(0);
        button.setAccessibleText(stage.title() + ": " + Numbers.count(count) + ". Show only these");
        button.setOnAction(_ -> model.only(button.isSelected() ? Optional.of(stage) : Optional.empty()));
        Shown.following(
                button,
                model.filter(),
                filter -> button.setSelected(filter.stage().equals(Optional.of(stage))));
        return Boxes.growing(button);
    }

    // ── lists ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node tabs(ObservableValue<ClaimsOverview> overview) {
        return new Redrawn<>(
                overview.map(value ->
                        List.of(value.claims().size(), value.incidents().size())),
                counts -> {
                    var tabs = Choices.tabs(
                            "Claims or incidents",
                            List.of(
                                    new Choice<>(Listing.CLAIMS, "Claims " + counts.getFirst()),
                                    new Choice<>(Listing.INCIDENTS, "Incidents " + counts.getLast())),
                            model.shown().get(),
                            model::show);
                    return Boxes.styled(tabs, "dossier-tabs");
                });
    }

    /// The search stays where it is while everything beside it is drawn anew.
    private Node filters(ObservableValue<ClaimsOverview> overview) {
        var chips = new StackPane();
        var count = Words.secondary("");
        count.setId("claims-shown");
        var export = new StackPane();
        Runnable draw = () -> {
            var listing = model.shown().get();
            chips.getChildren().setAll(chips(listing));
            count.setText(count(listing, overview.getValue()));
            export.getChildren().setAll(export(listing));
        };
        Shown.following(chips, model.filter(), _ -> draw.run());
        Shown.following(chips, model.shown(), _ -> draw.run());
        Shown.following(chips, overview, _ -> draw.run());
        var row = Boxes.styled(Boxes.row(6, search, chips, Boxes.spacer(), count, export), "filter-row");
        row.setFillHeight(false);
        return Boxes.padded(row, 0, 20, 0, 20);
    }

    private Node chips(Listing listing) {
        var filter = model.filter().get();
        var row = Boxes.row(6);
        if (listing == Listing.CLAIMS) {
            row.getChildren().add(stageChip(filter));
        }
        row.getChildren().add(poolChip(filter));
        if (filter.isSet()) {
            row.getChildren().add(new Link("Clear", this::clear));
        }
        return row;
    }

    private String count(Listing listing, ClaimsOverview overview) {
        return switch (listing) {
            case CLAIMS -> count(model.claims().size(), overview.claims().size());
            case INCIDENTS ->
                count(model.incidents().size(), overview.incidents().size());
        };
    }

    private static String count(int shown, int all) {
        return shown == all ? Numbers.count(all) : Numbers.count(shown) + " of " + Numbers.count(all);
    }

    private FilterChip<Stage> stageChip(Filter filter) {
        var values = Arrays.stream(Stage.values())
                .map(stage -> new FilterChip.Value<>(stage, stage.title()))
                .toList();
        return new FilterChip<>("State", values, set(values, filter.stage()), model::only);
    }

    private FilterChip<RiskKind> poolChip(Filter filter) {
        var values = Arrays.stream(RiskKind.values())
                .map(kind -> new FilterChip.Value<>(kind, Terms.of(kind)))
                .toList();
        return new FilterChip<>("Pool", values, set(values, filter.pool()), model::onlyPool);
    }

    private static <T> Optional<FilterChip.Value<T>> set(List<FilterChip.Value<T>> values, Optional<T> chosen) {
        return values.stream()
                .filter(value -> Optional.of(value.value()).equals(chosen))
                .findFirst();
    }

    private Node export(Listing listing) {
        return switch (listing) {
            case CLAIMS -> ExportLink.csv("the claims", () -> around.saving().save("claims.csv", () -> bytes(claims)));
            case INCIDENTS ->
                ExportLink.csv("the incidents", () -> around.saving().save("incidents.csv", () -> bytes(incidents)));
        };
    }

    private static byte[] bytes(DataTable<?> table) {
        return table.csv().getBytes(StandardCharsets.UTF_8);
    }

    private Node lists() {
        var pane = new StackPane();
        pane.widthProperty().map(width -> width.doubleValue() >= ROOM_FOR_ALL).subscribe(room -> {
            CLAIM_LESS.forEach(column -> claims.show(column, room));
            INCIDENT_LESS.forEach(column -> incidents.show(column, room));
        });
        Shown.following(
                pane,
                model.shown(),
                listing -> pane.getChildren().setAll(listing == Listing.CLAIMS ? claims : incidents));
        return pane;
    }

    private DataTable<ClaimRow> claimTable() {
        var columns = List.<Column<ClaimRow>>of(
                Column.<ClaimRow>name("Claim", 56, row -> Numbers.count(row.claimId()))
                        .sortedBy(Comparator.comparingLong(ClaimRow::claimId)),
                Column.words("Subject", 138, ClaimRow::subject),
                Column.<ClaimRow>muted("Policy", 64, ClaimRow::policy)
                        .sortedBy(Comparator.comparing(ClaimRow::coverId)),
                Column.muted("Pool", 122, ClaimRow::pool),
                Column.<ClaimRow>amount("Asked USDC", 98, Rounding.HELD, row -> Optional.of(row.requested()))
                        .identified(row -> "claims-" + row.claimId() + "-requested"),
                Column.amount("Due USDC", 78, Rounding.HELD, ClaimRow::due),
                Column.<ClaimRow>amount("Paid USDC", 94, Rounding.HELD, row -> Optional.of(row.paid()))
                        .identified(row -> "claims-" + row.claimId() + "-paid"),
                Column.<ClaimRow>drawn("State", 134, row -> Terms.of(row.state()), row -> Parts.state(row.state()))
                        .sortedBy(Comparator.comparing(ClaimRow::state)),
                Column.muted("Decided by", 86, ClaimRow::route),
                Column.<ClaimRow>drawn("Deadline", 88, row -> deadlineText(row.deadline()), row -> chip(row.deadline()))
                        .sortedBy(Comparator.comparing(row -> row.deadline().orElse(Instant.MAX))),
                Column.<ClaimRow>drawn("Worst", 250, ClaimsView::worstText, ClaimsView::worst)
                        .sortedBy(ClaimRow.WORST)
                        .growing());
        return new DataTable<>("Claims", Density.LIST, columns, model.claims())
                .sortedElsewhere(order -> model.sortClaims(
                        order.flatMap(chosen -> comparator(columns, chosen)).orElse(ClaimRow.WORST)))
                .sorted(columns.size() - 1, false)
                .keepWhole(CLAIM_WHOLE)
                .onOpen(row -> around.router().go(new Place.Claim(row.claimId())));
    }

    private DataTable<IncidentRow> incidentTable() {
        var columns = List.<Column<IncidentRow>>of(
                Column.<IncidentRow>name("Incident", 76, row -> Numbers.count(row.incidentId()))
                        .sortedBy(Comparator.comparingLong(IncidentRow::incidentId)),
                Column.words("Subject", 190, IncidentRow::subject),
                Column.muted("Pool", 140, IncidentRow::pool),
                Column.<IncidentRow>drawn("State", 140, row -> Terms.of(row.state()), row -> Parts.state(row.state()))
                        .sortedBy(Comparator.comparing(IncidentRow::state)),
                Column.percent("Severity", 92, IncidentRow::severity),
                Column.amount("Set aside USDC", 130, Rounding.HELD, row -> Optional.of(row.reserve())),
                Column.amount("Paid USDC", 120, Rounding.HELD, row -> Optional.of(row.paid())),
                Column.count("Claims", 74, row -> Optional.of(row.claims())),
                Column.count("Open", 64, row -> Optional.of(row.open())),
                Column.<IncidentRow>muted("Detected", 110, row -> Times.date(row.detected()))
                        .sortedBy(Comparator.comparing(IncidentRow::detected)),
                Column.<IncidentRow>drawn(
                                "Deadline", 110, row -> deadlineText(row.deadline()), row -> chip(row.deadline()))
                        .sortedBy(IncidentRow.WORST)
                        .growing());
        return new DataTable<>("Incidents", Density.LIST, columns, model.incidents())
                .sortedElsewhere(order -> model.sortIncidents(
                        order.flatMap(chosen -> comparator(columns, chosen)).orElse(IncidentRow.WORST)))
                .sorted(columns.size() - 1, false)
                .keepWhole(INCIDENT_WHOLE)
                .onOpen(row -> around.router().go(new Place.Incident(row.incidentId())));
    }

    private static <R> Optional<Comparator<R>> comparator(List<Column<R>> columns, DataTable.Order order) {
        return columns.get(order.column()).order().map(each -> order.descending() ? each.reversed() : each);
    }

    private static String deadlineText(Optional<Instant> deadline) {
        return deadline.map(Instant::toString).orElse(Numbers.MISSING);
    }

    private Node chip(Optional<Instant> deadline) {
        return deadline.<Node>map(at -> Parts.deadline(around, at)).orElseGet(() -> Words.muted(Numbers.MISSING));
    }

    private static String worstText(ClaimRow row) {
        return row.worst()
                .map(worst -> worst.severity().word() + ": " + worst.sentence() + more(row))
                .orElse(Numbers.MISSING);
    }

    private static Node worst(ClaimRow row) {
        return row.worst()
                .<Node>map(worst -> {
                    var words = Words.body(worst.sentence());
                    words.setGraphic(worst.severity()
                            .icon()
                            .at(Icon.Size.BUTTON, worst.severity().tone()));
                    words.setTooltip(new Tooltip(worstText(row)));
                    words.setMinWidth(0);
                    var more = Words.muted(row.more() == 0 ? "" : "+" + row.more());
                    more.setMinWidth(Label.USE_PREF_SIZE);
                    return Boxes.row(6, words, more);
                })
                .orElseGet(() -> Words.muted(Numbers.MISSING));
    }

    private static String more(ClaimRow row) {
        return row.more() == 0 ? "" : ", " + row.more() + " more";
    }

    // ── chart ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node chart(List<ClaimsOverview.Month> months) {
        var periods = months.stream()
                .map(month -> new ColumnChart.Period(
                        month.name(),
                        Stream.of(month.paid(), month.other(), month.open())
                                .map(BigDecimal::valueOf)
                                .toList()))
                .toList();
        var chart = new ColumnChart(periods, value -> Numbers.count(value.longValue()));
        var card = new ChartCard(
                "Claims per month",
                "by how they ended",
                sentence(months),
                new VBox(4, legend(), Boxes.growing(chart)),
                monthTable(months));
        card.setPrefHeight(CHART);
        card.setMinHeight(CHART);
        var export = ExportLink.png(
                "the chart of claims per month",
                () -> around.saving()
                        .save("claims-per-month.png", () -> Picture.of(chart).png()));
        return Boxes.styled(new HBox(8, Boxes.growing(card), export), "incident-chart");
    }

    private static String sentence(List<ClaimsOverview.Month> months) {
        var all = months.stream().mapToLong(ClaimsOverview.Month::total).sum();
        var paid = months.stream().mapToLong(ClaimsOverview.Month::paid).sum();
        var open = months.stream().mapToLong(ClaimsOverview.Month::open).sum();
        return Numbers.count(all) + " claims in " + Numbers.count(months.size()) + " months: " + Numbers.count(paid)
                + " paid, " + Numbers.count(all - paid - open) + " denied or ended, " + Numbers.count(open) + " open.";
    }

    private static Node legend() {
        return Boxes.row(12, key("chart-1", "Paid"), key("chart-2", "Denied or ended"), key("chart-3", "Open"));
    }

    private static Node key(String colour, String words) {
        return Boxes.row(6, Boxes.styled(new Region(), "legend-key", colour), Words.caption(words));
    }

    private static Node monthTable(List<ClaimsOverview.Month> months) {
        return new DataTable<>(
                "Claims per month",
                Density.CARD,
                List.of(
                        Column.name("Month", 140, ClaimsOverview.Month::name),
                        number("Paid", ClaimsOverview.Month::paid),
                        number("Denied or ended", ClaimsOverview.Month::other),
                        number("Open", ClaimsOverview.Month::open),
                        number("All", ClaimsOverview.Month::total)),
                FXCollections.observableArrayList(months.reversed()));
    }

    private static Column<ClaimsOverview.Month> number(String head, ToLongFunction<ClaimsOverview.Month> value) {
        return Column.count(head, 120, month -> Optional.of(BigInteger.valueOf(value.applyAsLong(month))));
    }
}
