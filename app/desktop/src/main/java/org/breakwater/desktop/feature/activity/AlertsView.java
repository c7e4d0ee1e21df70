package org.breakwater.desktop.feature.activity;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.activity.ActivityViewModel.Facts;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.AlertRow;
import org.breakwater.desktop.place.Surroundings;

/// What is not as it should be, worst first, each beside its limit.
final class AlertsView {

    private final Surroundings around;

    AlertsView(Surroundings around) {
        this.around = around;
    }

    Node root(ObservableValue<Facts> facts) {
        var rows = Boxes.styled(new VBox(), "wide-alerts");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        Shown.following(rows, facts, read -> {
            rows.getChildren().clear();
            read.alerts().stream()
                    .map(alert -> new AlertRow(alert, new Place.Activity(), around.router()))
                    .forEach(rows.getChildren()::add);
            var note = read.alerts().isEmpty()
                    ? "Nothing is late, thin, stopped or over a limit."
                    : "Each is computed here, from the newest block, with the protocol's own limits.";
            rows.getChildren().add(Boxes.padded(new VBox(Words.secondary(note)), 12, 20, 12, 20));
        });
        return Boxes.styled(scroll, "plain-scroll");
    }
}
