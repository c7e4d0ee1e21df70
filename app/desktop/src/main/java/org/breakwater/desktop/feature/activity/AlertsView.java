package org.breakwater.desktop.feature.activity;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.activity.Alert;
import org.breakwater.core.activity.Alert.Level;
import org.breakwater.desktop.feature.activity.ActivityViewModel.Facts;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;

/// What is not as it should be, worst first, each beside its limit.
final class AlertsView {

    private final Surroundings around;

    AlertsView(Surroundings around) {
        this.around = around;
    }

    Node root(ObservableValue<Facts> facts) {
        var rows = new VBox();
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        Shown.following(rows, facts, read -> {
            rows.getChildren().clear();
            read.alerts().stream().map(alert -> row(alert, read)).forEach(rows.getChildren()::add);
            var note = read.alerts().isEmpty()
                    ? "Nothing is past its limit."
                    : "Each is computed here, from the newest block, with the protocol's own limits.";
            rows.getChildren().add(Boxes.padded(new VBox(Words.secondary(note)), 12, 20, 12, 20));
        });
        return Boxes.styled(scroll, "plain-scroll");
    }

    private Node row(Alert alert, Facts facts) {
        var sentence = Words.name(ActivityWords.sentence(alert, facts.names()));
        sentence.setId(
                "alert-" + alert.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + alert.subject());
        var words = new VBox(2, sentence, Words.secondary(ActivityWords.limit(alert)));
        words.setAlignment(Pos.CENTER_LEFT);
        var critical = alert.level() == Level.CRITICAL;
        var tag = critical
                ? new Tag(Tag.Look.DANGER, Icon.PROBLEM, "Critical")
                : new Tag(Tag.Look.WARNING, Icon.ALERT, "Warning");
        var open = new Link("Open", () -> around.router().go(ActivityWords.place(alert)));
        open.setAccessibleText("Open " + sentence.getText());
        return Boxes.styled(
                Boxes.row(
                        12,
                        ActivityWords.icon(alert.area()).at(Icon.Size.ROW, Tone.MUTED),
                        Boxes.growing(words),
                        tag,
                        open),
                "due-row");
    }
}
