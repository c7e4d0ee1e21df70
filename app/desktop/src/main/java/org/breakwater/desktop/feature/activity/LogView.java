package org.breakwater.desktop.feature.activity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.FactFields;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FilterChip;
import org.breakwater.desktop.kit.FilterRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SideDetail;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.Csv;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// The log: filters, events as sentences, and the fields of one at the side.
final class LogView {

    private static final List<Column<LogEntry>> COLUMNS = List.of(
            unsorted(Column.muted("Time, UTC", 128, entry -> Times.dateAndTime(entry.time()))),
            unsorted(Column.<LogEntry>name("What happened", 420, LogEntry::sentence)
                            .identified(LogEntry::id))
                    .growing(),
            unsorted(Column.muted("Contract", 168, LogEntry::where)),
            unsorted(Column.muted(
                    "Block", 82, entry -> Numbers.count(entry.log().block().number()))));

    /// What stands in the file beside these.
    private static final List<Column<LogEntry>> MORE = List.of(
            Column.muted("Address", 0, entry -> entry.log().address().toString()),
            Column.muted("Transaction", 0, entry -> entry.log().transaction().toString()),
            Column.muted("Log index", 0, entry -> String.valueOf(entry.log().index())));

    private final Surroundings around;
    private final LogViewModel model;
    private final SearchBox search;
    private final FilterRow filters;
    private final SideDetail detail = new SideDetail();

    LogView(Surroundings around, LogViewModel model) {
        this.around = around;
        this.model = model;
        this.search = new SearchBox(Icon.SEARCH, "Address, name, number", "/", model::search);
        this.filters = new FilterRow(search, this::clear);
    }

    SearchBox search() {
        return search;
    }

    private void clear() {
        search.input().clear();
        model.clear();
    }

    Node root() {
        Shown.following(filters, model.area(), _ -> showFilters());
        Shown.following(filters, model.span(), _ -> showFilters());
        var table = new DataTable<>("Events", Density.LOG, COLUMNS, model.rows().forTable());
        table.selected().subscribe(entry -> entry.ifPresent(model::choose));
        var main = new VBox(Boxes.styled(new VBox(filters), "list-filters"), notices(), Boxes.growing(table), foot());
        Shown.following(detail, model.chosen(), this::show);
        HBox.setHgrow(main, Priority.ALWAYS);
        return new HBox(main, detail);
    }

    private static Column<LogEntry> unsorted(Column<LogEntry> column) {
        return new Column<>(
                column.head(),
                column.width(),
                column.numeric(),
                column.grows(),
                column.text(),
                column.draw(),
                Optional.<Comparator<LogEntry>>empty(),
                column.total());
    }

    private void showFilters() {
        filters.show(
                "",
                chip("About", Area.values(), ActivityWords::of, model.area().get(), model::show),
                chip("When", Span.values(), Span::words, model.span().get(), model::showSpan));
    }

    private static <T> FilterChip<T> chip(
            String name, T[] all, Function<T, String> words, Optional<T> set, Consumer<Optional<T>> choose) {
        var values = Arrays.stream(all)
                .map(each -> new FilterChip.Value<>(each, words.apply(each)))
                .toList();
        return new FilterChip<>(
                name,
                values,
                values.stream()
                        .filter(each -> set.filter(each.value()::equals).isPresent())
                        .findFirst(),
                choose);
    }

    private Node notices() {
        var notices = new VBox();
        Shown.following(notices, model.problem(), problem -> {
            notices.getChildren().clear();
            problem.ifPresent(said -> notices.getChildren()
                    .add(new Banner(Severity.WARNING, Icon.PROBLEM, said.happened(), said.remedy())));
        });
        return notices;
    }

    private Node foot() {
        var count = Words.strong("");
        count.setId("activity-count");
        var words = Words.muted("");
        var newer = new Link("", model::showNewer);
        var foot = Boxes.styled(Boxes.row(6, count, words, Boxes.spacer(), newer), "list-foot");
        Shown.following(
                foot,
                model.count(),
                listed -> count.setText(listed.map(Numbers::count).orElse(Numbers.MISSING)));
        Shown.following(
                foot,
                model.search(),
                looked -> words.setText(
                        looked.isUnknown()
                                ? "events: “" + looked.typed() + "” is no address, no name in the book and no number"
                                : "events, newest first"));
        Shown.following(foot, model.newer(), since -> {
            newer.setText("Show " + Numbers.count(since) + " newer");
            newer.setVisible(since > 0);
        });
        return foot;
    }

    Button export() {
        return ExportLink.csv("the events", this::save);
    }

    private void save() {
        var columns = new ArrayList<>(COLUMNS);
        columns.addAll(MORE);
        model.readAll(entries -> around.saving()
                .save("activity.csv", () -> Csv.of(columns, entries).getBytes(StandardCharsets.UTF_8)));
    }

    private void show(Optional<LogEntry> entry) {
        detail.setVisible(entry.isPresent());
        detail.setManaged(entry.isPresent());
        entry.ifPresent(this::show);
    }

    private void show(LogEntry entry) {
        var event = entry.log();
        var tags = Boxes.row(
                8,
                new Tag(
                        Tag.Look.NEUTRAL,
                        Icon.BLOCK,
                        "Block " + Numbers.count(event.block().number())),
                new Tag(Tag.Look.NEUTRAL, Icon.TABLE, "log " + event.index()));
        detail.show(
                new SideDetail.Head(
                        Icon.BLOCK,
                        around.times().getValue().full(entry.time()),
                        entry.sentence(),
                        "event-title",
                        model::leave),
                List.of(
                        Boxes.padded(new VBox(tags), 0, 18, 10, 18),
                        SideDetail.section(
                                SideDetail.fact("Contract", around.chip(event.address())),
                                SideDetail.fact(
                                        "Transaction",
                                        copied(event.transaction().toString())),
                                SideDetail.fact(
                                        "Block hash",
                                        copied(event.block().hash().toString()))),
                        fields(entry)),
                List.of());
    }

    private Node fields(LogEntry entry) {
        var said = entry.event().isPresent() ? "decoded here with the published interface" : "as they are on the chain";
        var section = SideDetail.section("Fields", Words.secondary(said));
        entry.event()
                .map(event -> event.fact().getClass().getSimpleName())
                .ifPresent(name -> section.getChildren().add(SideDetail.fact("Event", Words.mono(name))));
        var open = new Link("Show the raw fields", () -> {});
        open.setOnAction(_ -> {
            section.getChildren().remove(open);
            raw(entry).forEach(field -> section.getChildren().add(field(field)));
        });
        section.getChildren().add(open);
        return section;
    }

    private static List<FactFields.Field> raw(LogEntry entry) {
        return entry.event().map(event -> FactFields.of(event.fact())).orElseGet(() -> {
            var words = new ArrayList<FactFields.Field>();
            for (int i = 0; i < entry.log().topics().size(); i++) {
                words.add(
                        new FactFields.Field("topic " + i, entry.log().topics().get(i)));
            }
            words.add(new FactFields.Field("data", entry.log().data().toHex()));
            return words;
        });
    }

    private Node field(FactFields.Field field) {
        var name = Words.wrapped(Words.muted(field.name()));
        name.setMinWidth(132);
        name.setMaxWidth(132);
        return switch (field.value()) {
            case Address address -> Boxes.row(8, name, around.chip(address));
            default -> Boxes.row(8, name, Boxes.growing(Words.wrapped(Words.mono(written(field.value())))));
        };
    }

    private static String written(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }

    /// A hash shortened, with a button that copies all of it.
    private static Node copied(String hash) {
        Label words = Words.mono(hash.substring(0, 12) + "…" + hash.substring(hash.length() - 8));
        words.setAccessibleText(hash);
        return Boxes.row(6, words, new Link("Copy", () -> {
            var content = new ClipboardContent();
            content.putString(hash);
            Clipboard.getSystemClipboard().setContent(content);
        }));
    }
}
