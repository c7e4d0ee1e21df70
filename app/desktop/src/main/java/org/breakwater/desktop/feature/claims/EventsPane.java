package org.breakwater.desktop.feature.claims;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.claims.EventText.Topic;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Timeline;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What happened: as a timeline of sentences, and as a table down to the bytes.
final class EventsPane {

    private static final int AT_FIRST = 24;
    private static final int DIGITS_A_LINE = 64;

    private final Surroundings around;
    private final ObservableValue<Loadable<List<HistoryEntry>>> history;
    private final Supplier<EventText> text;

    /// @param text how events are put into words now
    EventsPane(Surroundings around, ObservableValue<Loadable<List<HistoryEntry>>> history, Supplier<EventText> text) {
        this.around = around;
        this.history = history;
        this.text = text;
    }

    /// The line after which evidence counts as late.
    ///
    /// @param at seconds since 1970
    record CutOff(String words, long at) {}

    /// @param cutOff asked each time it is drawn
    /// @param again draws it anew on each change
    Node timeline(Supplier<Optional<CutOff>> cutOff, ObservableValue<?> again) {
        var topic = new ReadOnlyObjectWrapper<Optional<Topic>>(Optional.empty());
        var whole = new ReadOnlyObjectWrapper<>(false);
        return new StatePane<>(history, around.now(), entries -> {
            // The segments stay while one of them is chosen, so that the focus does.
            var segments = new Redrawn<>(entries, value -> head(value, topic));
            var rows = new VBox();
            Runnable draw = () -> rows.getChildren().setAll(rows(entries.getValue(), topic.get(), cutOff.get(), whole));
            Shown.following(rows, entries, _ -> draw.run());
            Shown.following(rows, topic, _ -> draw.run());
            Shown.following(rows, whole, _ -> draw.run());
            Shown.following(rows, again, _ -> draw.run());
            return new VBox(10, segments, rows);
        });
    }

    private static Node head(List<HistoryEntry> entries, ReadOnlyObjectWrapper<Optional<Topic>> topic) {
        var choices = new ArrayList<Choice<Optional<Topic>>>();
        choices.add(new Choice<>(Optional.empty(), "All " + entries.size()));
        Arrays.stream(Topic.values()).forEach(each -> {
            var count = of(entries, Optional.of(each)).size();
            if (count > 0) {
                choices.add(new Choice<>(Optional.of(each), word(each) + " " + count));
            }
        });
        return Boxes.row(
                8,
                Words.strong("Timeline"),
                Boxes.spacer(),
                Choices.segments("Events about", choices, topic.get(), topic::set));
    }

    private static String word(Topic topic) {
        var word = topic.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static List<HistoryEntry> of(List<HistoryEntry> entries, Optional<Topic> topic) {
        return entries.stream()
                .filter(entry -> topic.map(
                                wanted -> EventText.topic(entry.fact().fact()) == wanted)
                        .orElse(true))
                .toList();
    }

    private List<Node> rows(
            List<HistoryEntry> entries,
            Optional<Topic> topic,
            Optional<CutOff> cutOff,
            ReadOnlyObjectWrapper<Boolean> whole) {
        var wanted = of(entries, topic);
        var shown = whole.get() ? wanted : wanted.stream().limit(AT_FIRST).toList();
        var words = text.get();
        var line = cutOff.map(cut -> new Timeline.CutOff(cut.words(), (int) shown.stream()
                        .filter(entry -> entry.fact().time() > cut.at())
                        .count()))
                .filter(cut -> shown.size() == wanted.size() || cut.newer() < shown.size());
        var nodes = new ArrayList<Node>();
        nodes.add(new Timeline(shown.stream().map(words::event).toList(), line));
        if (shown.size() < wanted.size()) {
            nodes.add(new Link("Show " + (wanted.size() - shown.size()) + " earlier events", () -> whole.set(true)));
        }
        return nodes;
    }

    /// Every event as a row, and the bytes of the chosen one under them.
    Node bytes(ObservableValue<?> again) {
        return new StatePane<>(history, around.now(), entries -> {
            ObservableList<HistoryEntry> rows = FXCollections.observableArrayList();
            var table = table(rows);
            var detail = new VBox();
            Runnable draw = () -> detail.getChildren()
                    .setAll(table.selected()
                            .getValue()
                            .map(this::raw)
                            .orElseGet(() -> Words.secondary("Choose an event to see its topics and data.")));
            Shown.following(table, entries, value -> {
                if (!rows.equals(value)) {
                    rows.setAll(value);
                }
            });
            Shown.following(detail, table.selected(), _ -> draw.run());
            Shown.following(detail, again, _ -> draw.run());
            var export = ExportLink.csv(
                    "the events",
                    () -> around.saving().save("events.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
            return new VBox(
                    Boxes.padded(
                            Boxes.row(
                                    8,
                                    Words.secondary("Each event with its topics and data, newest first."),
                                    Boxes.spacer(),
                                    export),
                            8,
                            20,
                            8,
                            20),
                    Boxes.growing(table),
                    Boxes.padded(new VBox(detail), 10, 20, 14, 20));
        });
    }

    private DataTable<HistoryEntry> table(ObservableList<HistoryEntry> rows) {
        return new DataTable<>(
                "Events",
                Density.LOG,
                List.of(
                        Column.muted(
                                "Time",
                                104,
                                entry -> Times.dateAndTime(entry.fact().block().time())),
                        Column.words(
                                "Event",
                                150,
                                entry -> EventText.eventName(entry.fact().fact())),
                        Column.muted(
                                "Contract",
                                110,
                                entry -> around.name(entry.fact().contract())),
                        Column.<HistoryEntry>muted(
                                        "Block",
                                        76,
                                        entry -> Numbers.count(
                                                entry.fact().block().number()))
                                .growing()),
                rows);
    }

    private Node raw(HistoryEntry entry) {
        var log = entry.log();
        var lines = new VBox(2);
        lines.getChildren().add(Words.name(text.get().sentence(entry.fact().fact())));
        lines.getChildren().add(mono("transaction", log.transaction().toString()));
        if (text.get().hidden() && entry.fact().fact() instanceof CaseFact.VoteCast) {
            lines.getChildren().add(Words.secondary("The bytes of a ballot are hidden until you vote."));
            return lines;
        }
        for (int i = 0; i < log.topics().size(); i++) {
            lines.getChildren().add(mono("topic " + i, log.topics().get(i).toString()));
        }
        var data = log.data().toHex().substring(2);
        for (int from = 0; from < data.length(); from += DIGITS_A_LINE) {
            lines.getChildren()
                    .add(mono(
                            "data " + String.format(Locale.ROOT, "%04x", from / 2),
                            data.substring(from, Math.min(data.length(), from + DIGITS_A_LINE))));
        }
        var scrolled = Parts.scrolling(lines);
        scrolled.setPrefHeight(200);
        scrolled.setMinHeight(120);
        return scrolled;
    }

    private static Node mono(String name, String hex) {
        var key = Words.caption(name);
        key.setMinWidth(72);
        return Boxes.row(8, key, Words.mono(hex));
    }
}
