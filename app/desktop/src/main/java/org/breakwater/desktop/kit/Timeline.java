package org.breakwater.desktop.kit;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What happened, newest first, with the line after which nothing counts any more.
public final class Timeline extends VBox {

    /// @param detail who and how; may be empty
    /// @param when already written
    public record Event(Icon icon, Tone tone, String sentence, String detail, String when) {}

    /// @param words what ended when
    /// @param newer how many events stand above it
    public record CutOff(String words, int newer) {}

    public Timeline(List<Event> events, Optional<CutOff> cutOff) {
        for (int i = 0; i < events.size(); i++) {
            cutOff(cutOff, i).ifPresent(getChildren()::add);
            getChildren().add(row(events.get(i), i == events.size() - 1));
        }
        cutOff(cutOff, events.size()).ifPresent(getChildren()::add);
        getStyleClass().add("timeline");
    }

    private static Node row(Event event, boolean last) {
        var knot = new StackPane(event.icon().at(Icon.Size.TAG, event.tone()));
        knot.getStyleClass().addAll("timeline-knot", event.tone().styleClass());
        var thread = new VBox(knot);
        if (!last) {
            thread.getChildren().add(Boxes.growing(Boxes.styled(new Region(), "timeline-thread")));
        }
        var words = new VBox(Words.body(event.sentence()));
        if (!event.detail().isEmpty()) {
            words.getChildren().add(Words.secondary(event.detail()));
        }
        var when = Words.secondary(event.when());
        when.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(
                10, thread, Boxes.styled(Boxes.growing(words), "timeline-words"), Boxes.styled(when, "timeline-when"));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(event.when() + ": " + event.sentence() + " " + event.detail());
        return row;
    }

    private static Optional<Node> cutOff(Optional<CutOff> cutOff, int index) {
        return cutOff.filter(line -> line.newer() == index).map(line -> {
            var words = Boxes.styled(Words.caption(line.words()), "strong");
            words.setGraphic(Icon.SCISSORS.at(Icon.Size.TAG));
            words.setMinWidth(USE_PREF_SIZE);
            var row = Boxes.row(8, dashes(false), Tone.DEFAULT.on(words), dashes(true));
            return Boxes.styled(row, "cut-off");
        });
    }

    private static Region dashes(boolean growing) {
        var dashes = Boxes.styled(new Region(), "dashes");
        dashes.setMinWidth(22);
        return growing ? Boxes.growing(dashes) : dashes;
    }
}
