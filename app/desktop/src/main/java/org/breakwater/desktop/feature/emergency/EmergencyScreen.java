package org.breakwater.desktop.feature.emergency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.emergency.PauseLift;
import org.breakwater.desktop.feature.emergency.EmergencyPage.Budget;
import org.breakwater.desktop.feature.emergency.EmergencyPage.Limits;
import org.breakwater.desktop.feature.emergency.EmergencyPage.Power;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.Csv;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.Surroundings;

/// What can be stopped, and what is.
public final class EmergencyScreen implements Screen {

    private static final double SIDE = 420;
    private static final double NAME = 250;
    private static final double NARROW = 1_100;

    private final Surroundings around;
    private final EmergencyViewModel model;

    public EmergencyScreen(Surroundings around) {
        this.around = around;
        this.model = new EmergencyViewModel(
                new ReadEmergency(around.deployment()),
                around.acting(),
                around.composing(),
                around.background(),
                around.router());
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Emergency"));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known()));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    private Node content(ObservableValue<EmergencyPage> page) {
        var left = Boxes.growing(left(page));
        var right = right(page);
        var columns = new StackPane();
        var scrolled = new ScrollPane(columns);
        scrolled.setFitToWidth(true);
        scrolled.widthProperty().subscribe(width -> arrange(columns, left, right, width.doubleValue() < NARROW));
        return new VBox(heading(page), problem(), Boxes.growing(scrolled));
    }

    private Node problem() {
        var place = new VBox();
        Shown.following(
                place,
                model.problem(),
                problem -> place.getChildren()
                        .setAll(problem.stream()
                                .map(one -> new Banner(Severity.BLOCK, Icon.PROBLEM, one.happened(), one.remedy()))
                                .toList()));
        return place;
    }

    /// Side by side, or with what is stopped now above the map where there is no room.
    private static void arrange(StackPane columns, Node left, Region right, boolean narrow) {
        right.setMaxWidth(narrow ? Double.MAX_VALUE : SIDE);
        columns.getChildren().clear();
        columns.getChildren().add(narrow ? new VBox(right, left) : new HBox(left, right));
    }

    private Node heading(ObservableValue<EmergencyPage> page) {
        var sentence = Words.muted("");
        sentence.setId("emergency-sentence");
        Shown.following(sentence, page, read -> sentence.setText(sentence(read)));
        return Boxes.styled(
                new HBox(
                        Words.title("Emergency"),
                        sentence,
                        Boxes.spacer(),
                        pause(),
                        BlockBadge.of(page.map(EmergencyPage::block), around.now())),
                "page-heading",
                "ruled");
    }

    private Node pause() {
        var pause = Buttons.danger(Icon.PAUSE, "Pause…", model::pause);
        pause.setId("emergency-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        return pause;
    }

    private static String sentence(EmergencyPage page) {
        var running = page.running().size();
        return switch (running) {
                    case 0 -> "Nothing is stopped.";
                    case 1 -> "1 stop runs.";
                    default -> running + " stops run.";
                }
                + " A stop moves no funds and changes no setting.";
    }

    private Region left(ObservableValue<EmergencyPage> page) {
        var left = new VBox(map(page), history(page));
        left.setMinWidth(0);
        return left;
    }

    private Region right(ObservableValue<EmergencyPage> page) {
        var right = new VBox(running(page), measures().root(), budget(page), powers(page), untouched());
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        return Boxes.styled(right, "side-column");
    }

    private MeasuresSection measures() {
        return new MeasuresSection(around, model);
    }

    private static Node section(Node content) {
        return Boxes.styled(new VBox(content), "page-section");
    }

    // ── the map ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node map(ObservableValue<EmergencyPage> page) {
        var grid = new GridPane();
        grid.setId("emergency-map");
        Shown.following(grid, page, read -> fill(grid, read));
        var heading = Boxes.row(
                8,
                Words.strong("What can be stopped"),
                Words.secondary("each for one pool or for every pool"),
                Boxes.spacer(),
                ExportLink.csv(
                        "what can be stopped",
                        () -> around.saving().save("stops.csv", () -> mapTable(page.getValue()))));
        return section(new VBox(8, heading, grid));
    }

    private static void fill(GridPane grid, EmergencyPage page) {
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(columns(page.pools().size() + 1));
        grid.add(Boxes.styled(new Region(), "map-head"), 0, 0);
        grid.add(head("Every pool"), 1, 0);
        for (int i = 0; i < page.pools().size(); i++) {
            grid.add(head(page.pools().get(i).kind()), i + 2, 0);
        }
        for (int i = 0; i < page.rows().size(); i++) {
            var row = page.rows().get(i);
            grid.add(scope(row), 0, i + 1);
            for (int j = 0; j < row.cells().size(); j++) {
                grid.add(cell(row.cells().get(j), page.block().time()), j + 1, i + 1);
            }
        }
    }

    private static List<ColumnConstraints> columns(int cells) {
        var columns = new ArrayList<ColumnConstraints>();
        columns.add(new ColumnConstraints(NAME));
        for (int i = 0; i < cells; i++) {
            var column = new ColumnConstraints(60, 80, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            columns.add(column);
        }
        return columns;
    }

    private static Node head(String words) {
        var label = Words.wrapped(Words.caption(words));
        label.getStyleClass().add("medium");
        return Boxes.styled(new VBox(label), "map-head");
    }

    private static Node scope(MapRow row) {
        return Boxes.styled(
                new VBox(
                        Words.name(row.name()),
                        Words.wrapped(Tone.DEFAULT.on(Words.secondary(row.stops()))),
                        Words.wrapped(Words.secondary(row.goesOn()))),
                "map-scope");
    }

    private static Node cell(MapCell cell, Instant at) {
        var label = Words.secondary(words(cell, at));
        label.setId(cell.id());
        label.setWrapText(true);
        switch (cell.state()) {
            case STOPPED -> {
                Tone.DANGER.on(label).getStyleClass().add("medium");
                label.getStyleClass().remove("muted");
                label.setGraphic(Icon.PAUSE.at(Icon.Size.TAG, Tone.DANGER));
            }
            case COOLING -> label.setGraphic(Icon.CLOCK.at(Icon.Size.TAG, Tone.MUTED));
            case RUNNING -> label.setGraphic(Icon.CHECK.at(Icon.Size.TAG, Tone.MUTED));
        }
        label.setTooltip(new Tooltip(ScopeWords.name(cell.scope()) + ": " + explained(cell)));
        return Boxes.styled(new VBox(label), "map-cell");
    }

    private static String words(MapCell cell, Instant at) {
        return switch (cell.state()) {
            case STOPPED -> "stopped " + left(cell.stoppedUntil().orElse(at), at);
            case COOLING -> "cools " + left(cell.coolingUntil().orElse(at), at);
            case RUNNING -> "runs";
        };
    }

    private static String left(Instant until, Instant at) {
        return Times.duration(Duration.between(at, until));
    }

    private static String explained(MapCell cell) {
        return switch (cell.state()) {
            case STOPPED ->
                "stopped until " + until(cell.stoppedUntil()) + ", can be stopped again from "
                        + until(cell.coolingUntil());
            case COOLING -> "runs, can be stopped again from " + until(cell.coolingUntil());
            case RUNNING -> "runs, can be stopped now";
        };
    }

    private static String until(Optional<Instant> moment) {
        return moment.map(at -> Times.dateAndTime(at) + " UTC").orElse("now");
    }

    /// The map as a table: its twin for files.
    private static byte[] mapTable(EmergencyPage page) {
        var columns = new ArrayList<Column<MapRow>>();
        columns.add(Column.words("Scope", 0, MapRow::name));
        columns.add(Column.words("Stops", 0, MapRow::stops));
        columns.add(Column.words("Goes on", 0, MapRow::goesOn));
        columns.add(Column.words("Every pool", 0, row -> explained(row.cells().getFirst())));
        for (int i = 0; i < page.pools().size(); i++) {
            var place = i + 1;
            columns.add(Column.words(
                    page.pools().get(i).name(), 0, row -> explained(row.cells().get(place))));
        }
        return Csv.of(columns, page.rows()).getBytes(StandardCharsets.UTF_8);
    }

    // ── what runs ──────────────────────────────────────────────────────────────────────────────────────────────

    private Node running(ObservableValue<EmergencyPage> page) {
        var rows = new VBox(8);
        Shown.following(
                rows,
                page,
                read -> rows.getChildren()
                        .setAll(
                                read.running().isEmpty()
                                        ? List.of(calm())
                                        : read.running().stream()
                                                .map(stop -> stopped(
                                                        stop, read.block().time()))
                                                .toList()));
        return section(new VBox(8, Words.section("Stopped now"), rows));
    }

    private static Node calm() {
        var words = Words.body("Nothing is stopped.");
        words.setGraphic(Icon.PASSED.at(Icon.Size.BUTTON, Tone.SUCCESS));
        return words;
    }

    private Node stopped(Stop stop, Instant at) {
        var title = Words.wrapped(Words.name(scopes(stop) + ", " + stop.where()));
        title.setId("stop-" + stop.number());
        var ends = Words.wrapped(Words.secondary(
                "Ends by itself " + Times.dateAndTime(stop.until()) + " UTC, in " + left(stop.until(), at)));
        var goesOn = Words.wrapped(Words.secondary(
                "Goes on: " + stop.scopes().stream().map(ScopeWords::goesOn).collect(Collectors.joining("; "))));
        return new HBox(
                8,
                Icon.PAUSE.at(Icon.Size.BUTTON, Tone.DANGER),
                Boxes.growing(new VBox(
                        2,
                        Boxes.row(8, Boxes.growing(title), new Tag(Tag.Look.DANGER, Icon.PAUSE, "Stopped")),
                        ends,
                        goesOn,
                        Boxes.row(6, Words.secondary("by"), around.chip(stop.by()), Boxes.spacer(), lift(stop)))));
    }

    /// Who can end it is asked when somebody wants to.
    private Node lift(Stop stop) {
        var lift = new MenuButton("Lift…");
        lift.setId("lift-" + stop.number());
        lift.getStyleClass().addAll("face", "small");
        lift.setAccessibleText("Lift the stop of " + stop.where() + " before its time");
        lift.setMinWidth(Region.USE_PREF_SIZE);
        lift.getItems().setAll(new MenuItem("Nobody here can"));
        lift.setOnShowing(_ -> lift.getItems().setAll(lifts(stop)));
        return lift;
    }

    private List<MenuItem> lifts(Stop stop) {
        var lifts =
                model.lifts(stop, around.known().getValue(), around.council().getValue());
        if (lifts.isEmpty()) {
            var nobody = new MenuItem("None of the Safes that are watched here may");
            nobody.setDisable(true);
            return List.of(nobody);
        }
        return lifts.stream()
                .flatMap(lift -> lift.turns().stream())
                .map(this::item)
                .toList();
    }

    private MenuItem item(PauseLift.Turn turn) {
        var item = new MenuItem("As the " + turn.lift().safe().name() + " Safe, " + place(turn) + "…");
        item.setOnAction(_ -> model.lift(turn));
        return item;
    }

    private static String place(PauseLift.Turn turn) {
        var soonest = turn.equals(turn.lift().turns().getFirst());
        if (!soonest) {
            return "after everything that waits, nonce " + turn.nonce();
        }
        return "as soon as it can be, nonce " + turn.nonce()
                + switch (turn.displaced()) {
                    case 0 -> "";
                    case 1 -> ", in place of one that lacks signatures";
                    default -> ", in place of " + turn.displaced() + " that lack signatures";
                };
    }

    private static String scopes(Stop stop) {
        return stop.scopes().stream().map(ScopeWords::name).collect(Collectors.joining(", "));
    }

    private static Node budget(ObservableValue<EmergencyPage> page) {
        var rows = new VBox(6);
        Shown.following(
                rows,
                page,
                read -> rows.getChildren()
                        .setAll(
                                fact("Pauses made in 90 days", "pauses-used", used(read.budget())),
                                fact("The oldest leaves them", "pauses-window", frees(read.budget())),
                                fact("A pause lasts at most", "pause-max", longest(read.limits())),
                                fact(
                                        "Cool-down after it",
                                        "pause-cooldown",
                                        Times.duration(read.limits().coolDown()))));
        return section(new VBox(8, Words.section("How much is left"), rows));
    }

    private static String used(Budget budget) {
        return budget.used() + " of " + budget.max();
    }

    private static String frees(Budget budget) {
        return budget.freesAt()
                .map(Times::dateAndTime)
                .map(words -> words + " UTC")
                .orElse("none is in them");
    }

    private static String longest(Limits limits) {
        return Times.duration(limits.longest());
    }

    private static Node fact(String name, String id, String value) {
        var words = Words.name(value);
        words.setId(id);
        words.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row(8, Words.muted(name), Boxes.spacer(), words);
    }

    private Node powers(ObservableValue<EmergencyPage> page) {
        var rows = new VBox(8);
        Shown.following(
                rows,
                page.map(EmergencyPage::powers),
                powers -> rows.getChildren()
                        .setAll(powers.stream().map(this::power).toList()));
        var reads = Words.wrapped(Words.secondary(""));
        reads.setId("emergency-who");
        Shown.following(reads, page.map(EmergencyPage::powers), powers -> reads.setText(whoPauses(powers)));
        return section(new VBox(8, Words.section("Who can act"), rows, reads));
    }

    private String whoPauses(List<Power> powers) {
        var who = powers.getFirst().holders().stream()
                .map(holder -> around.name(holder.account()))
                .collect(Collectors.joining(" or "));
        return who.isEmpty() ? "Nobody can pause now." : who + " can pause, with a transaction of its Safe.";
    }

    private Node power(Power power) {
        var holders = new VBox(2);
        power.holders()
                .forEach(holder -> holders.getChildren()
                        .add(Boxes.row(
                                6,
                                around.chip(holder.account()),
                                Words.secondary(
                                        holder.delay().isZero() ? "" : "after " + Times.duration(holder.delay())))));
        if (power.holders().isEmpty()) {
            holders.getChildren().add(Words.secondary("nobody now"));
        }
        var what = Words.name(power.what());
        what.setMinWidth(78);
        var role = Words.caption(power.role());
        role.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(8, what, Boxes.growing(holders), role);
    }

    private static Node untouched() {
        var words = Words.wrapped(Words.secondary(
                "Votes, cancelling and refunds have no switch. A stop of one pool leaves the others as they are."
                        + " Only the DAO can make a running stop longer."));
        words.setGraphic(Icon.PLAY.at(Icon.Size.BUTTON, Tone.SUCCESS));
        return section(new VBox(6, Words.strong("What nothing stops"), words));
    }

    // ── history ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node history(ObservableValue<EmergencyPage> page) {
        List<Column<Stop>> columns = List.of(
                Column.<Stop>drawn("No.", 40, stop -> Long.toString(stop.number()), stop -> {
                            var words = Words.body(Long.toString(stop.number()));
                            words.setId("pause-" + stop.number());
                            return words;
                        })
                        .alignedRight()
                        .sortedBy(Comparator.comparingLong(Stop::number)),
                Column.<Stop>words("What", 190, EmergencyScreen::scopes).growing(),
                Column.<Stop>words("Where", 100, stop -> PoolName.inRow(stop.where())),
                moment("From", "from", Stop::from),
                moment("Ended, ends", "end", Stop::end),
                Column.<Stop>words("How", 92, EmergencyScreen::ending),
                Column.drawn(
                        "By", 116, stop -> stop.by().toString(), stop -> AddressChip.byName(around.label(stop.by()))));
        var table = new DataTable<>("Stops", Density.CARD, columns, FXCollections.observableArrayList())
                .fitted()
                .keepWhole(0, 3, 4, 5, 6)
                .onOpen(model::open);
        Shown.following(table, page.map(EmergencyPage::stops), stops -> table.renew(stops, Stop::number));
        var heading = Boxes.row(
                8,
                Words.strong("Stops so far"),
                Words.secondary("newest first"),
                Boxes.spacer(),
                ExportLink.csv(
                        "the stops so far",
                        () -> around.saving()
                                .save("pauses.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8))));
        return section(new VBox(6, heading, table));
    }

    private static Column<Stop> moment(String head, String id, Function<Stop, Instant> moment) {
        return Column.<Stop>drawn(head, 104, stop -> Times.dateAndTime(moment.apply(stop)), stop -> {
                    var words = Words.body(Times.dateAndTime(moment.apply(stop)));
                    words.setId("pause-" + stop.number() + "-" + id);
                    words.setTooltip(new Tooltip(moment.apply(stop).toString()));
                    return words;
                })
                .sortedBy(Comparator.comparing(moment));
    }

    private static String ending(Stop stop) {
        if (stop.running()) {
            return "runs";
        }
        return stop.lifted().isPresent() ? "lifted early" : "ran out";
    }
}
