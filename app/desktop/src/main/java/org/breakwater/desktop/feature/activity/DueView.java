package org.breakwater.desktop.feature.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.Due.Standing;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.event.DueWords;
import org.breakwater.desktop.feature.activity.ActivityViewModel.Facts;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.DeadlineChip;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.ActArea;
import org.breakwater.desktop.place.Surroundings;

/// What is due: closing first, then what can be done now, then what comes.
final class DueView {

    private static final double CHIPS = 150;

    private final Surroundings around;
    private final ActivityViewModel model;

    DueView(Surroundings around, ActivityViewModel model) {
        this.around = around;
        this.model = model;
    }

    /// @param seen what a look at the covered contracts found
    Node root(ObservableValue<Facts> facts, ObservableValue<Loadable<Seen>> seen) {
        var rows = new VBox();
        var scroll = new ScrollPane(new VBox(detections(seen), rows));
        scroll.setFitToWidth(true);
        var areas = areas();
        var shown = Bindings.createObjectBinding(
                () -> facts.getValue().due(model.area().get()), facts, model.area());
        Shown.following(rows, shown, due -> show(rows, due, facts.getValue()));
        Shown.following(
                areas,
                facts,
                read -> Stream.concat(
                                Stream.of(Optional.<Area>empty()),
                                Arrays.stream(Area.values()).map(Optional::of))
                        .forEach(area -> areas.rename(
                                area,
                                area.map(ActivityWords::of).orElse("All") + " "
                                        + Numbers.count(read.due(area).size()))));
        return new VBox(
                Boxes.styled(Boxes.styled(Boxes.row(8, areas), "filter-row"), "list-filters"),
                Boxes.growing(Boxes.styled(scroll, "plain-scroll")),
                new ActArea(around, model.act(), DueView::noForm, new ReadOnlyObjectWrapper<>(Optional.empty())));
    }

    /// Nothing is filled in: what is due is known to the last byte.
    private static Node noForm(String form) {
        throw new IllegalArgumentException(form);
    }

    private Choices<Optional<Area>> areas() {
        var choices = Stream.concat(
                        Stream.of(new Choice<>(Optional.<Area>empty(), "All")),
                        Arrays.stream(Area.values())
                                .map(area -> new Choice<>(Optional.of(area), ActivityWords.of(area))))
                .toList();
        return Choices.segments("What it is about", choices, Optional.<Area>empty(), area -> model.show(area));
    }

    /// What only a look at the chain tells: first, since it waits for nobody.
    private Node detections(ObservableValue<Loadable<Seen>> seen) {
        var found = Bindings.createObjectBinding(
                () -> seen.getValue()
                        .read()
                        .filter(_ -> model.area()
                                .get()
                                .filter(area -> area != Area.CLAIMS)
                                .isEmpty()),
                seen,
                model.area());
        return new Redrawn<>(found, read -> read.map(this::detections).orElseGet(VBox::new));
    }

    private VBox detections(Seen seen) {
        var rows = new VBox();
        seen.unread()
                .ifPresent(why -> rows.getChildren()
                        .add(Boxes.padded(
                                new VBox(new Banner(
                                        Severity.COULD_NOT_RUN,
                                        Icon.QUESTION,
                                        "Whether something that is covered was lost is not known.",
                                        why.toString())),
                                12,
                                20,
                                12,
                                20)));
        if (!seen.detections().isEmpty()) {
            rows.getChildren()
                    .add(Boxes.styled(
                            Boxes.row(
                                    8,
                                    Words.strong("Seen on the chain"),
                                    Words.muted(Numbers.count(seen.detections().size()))),
                            "group-row"));
            seen.detections().forEach(each -> rows.getChildren().add(detection(each)));
        }
        return rows;
    }

    private Node detection(Seen.Detection detection) {
        var action = detection.action();
        var due = action.due();
        var title = Words.name(detection.title());
        title.setId("seen-" + due.number());
        var words = new VBox(2, title, Words.wrapped(Words.secondary(action.why())));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        var button = Buttons.small(Buttons.plain("Do it now…", () -> model.doNow(action)));
        button.setId("do-now-seen-" + due.number());
        button.setAccessibleText("Do it now: " + action.what());
        var open = new Link("Open", () -> around.router().go(DueWords.place(due)));
        open.setAccessibleText("Open " + title.getText());
        var when = new VBox(new Tag(Tag.Look.WARNING, Icon.CLOCK, "now"));
        when.setAlignment(Pos.CENTER_LEFT);
        when.setMinWidth(CHIPS);
        when.setMaxWidth(CHIPS);
        return Boxes.styled(
                Boxes.row(12, Icon.ALERT.at(Icon.Size.ROW, Tone.WARNING), Boxes.growing(words), button, when, open),
                "due-row");
    }

    private void show(VBox rows, List<Due> due, Facts facts) {
        rows.getChildren().clear();
        var time = facts.time().getEpochSecond();
        for (var standing : Standing.values()) {
            var group = due.stream().filter(each -> each.at(time) == standing).toList();
            if (!group.isEmpty()) {
                rows.getChildren()
                        .add(Boxes.styled(
                                Boxes.row(
                                        8,
                                        Words.strong(ActivityWords.of(standing)),
                                        Words.muted(Numbers.count(group.size()))),
                                "group-row"));
                group.stream().map(each -> row(each, facts)).forEach(rows.getChildren()::add);
            }
        }
        var note = due.isEmpty()
                ? "Nothing is due within a month."
                : "Computed from block time. What anyone may do can be done from here, by whoever acts; nobody is paid"
                        + " for it, and it costs the network's fee.";
        rows.getChildren().add(Boxes.padded(new VBox(Words.secondary(note)), 12, 20, 12, 20));
    }

    private Node row(Due due, Facts facts) {
        var title = Words.name(DueWords.title(due, facts.names()));
        title.setId("due-" + due.task().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + due.number());
        var words = new VBox(2, title, Words.secondary(DueWords.detail(due)));
        words.setAlignment(Pos.CENTER_LEFT);
        var when = new VBox(3, chip(due, facts.time()), Words.caption(date(due, facts.time())));
        when.setAlignment(Pos.CENTER_LEFT);
        when.setMinWidth(CHIPS);
        when.setMaxWidth(CHIPS);
        var open = new Link("Open", () -> around.router().go(DueWords.place(due)));
        open.setAccessibleText("Open " + title.getText());
        var row = Boxes.row(
                12,
                DueWords.icon(due.area()).at(Icon.Size.ROW, Tone.MUTED),
                Boxes.growing(words),
                doNow(due, facts, title.getText()),
                when,
                open);
        return Boxes.styled(row, "due-row");
    }

    /// What anyone may do now; the first call where it takes several, and the next ones after it.
    private Node doNow(Due due, Facts facts, String title) {
        var actions = facts.actions(due);
        if (actions.isEmpty()) {
            return new Region();
        }
        var first = actions.getFirst();
        var words = actions.size() == 1 ? "Do it now…" : "Do the first of " + Numbers.count(actions.size()) + " now…";
        var button = Buttons.small(Buttons.plain(words, () -> model.doNow(first)));
        button.setAccessibleText(words.replace("…", "") + ": " + title);
        button.setId("do-now-" + due.task().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + due.number());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(first.why()));
        return button;
    }

    /// The time left where there is a limit; else since when, or in how long, it can be done.
    private Node chip(Due due, Instant time) {
        return switch (due.at(time.getEpochSecond())) {
            case SOON -> new Tag(Tag.Look.NEUTRAL, Icon.CLOCK, "in " + Times.duration(between(time, due.from())));
            case CLOSING -> left(due);
            case NOW ->
                due.until().isPresent()
                        ? left(due)
                        : new Tag(
                                Tag.Look.NEUTRAL,
                                Icon.CLOCK,
                                due.from() == 0 ? "any time" : Times.duration(since(time, due.from())) + " ago");
        };
    }

    private Node left(Due due) {
        var end = Instant.ofEpochSecond(due.until().orElse(0L));
        return new DeadlineChip(around.now().map(now -> Duration.between(now, end)));
    }

    private static String date(Due due, Instant time) {
        return switch (due.at(time.getEpochSecond())) {
            case SOON -> Times.dateAndTime(Instant.ofEpochSecond(due.from()));
            case CLOSING, NOW ->
                due.until()
                        .map(end -> "until " + Times.dateAndTime(Instant.ofEpochSecond(end)))
                        .orElse("no limit");
        };
    }

    private static Duration between(Instant from, long to) {
        return Duration.between(from, Instant.ofEpochSecond(to));
    }

    private static Duration since(Instant now, long from) {
        return Duration.between(Instant.ofEpochSecond(from), now);
    }
}
