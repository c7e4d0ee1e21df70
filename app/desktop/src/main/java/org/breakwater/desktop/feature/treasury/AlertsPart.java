package org.breakwater.desktop.feature.treasury;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.AlertRow;
import org.breakwater.desktop.place.Surroundings;

/// What calls for attention, worst first.
final class AlertsPart {

    private AlertsPart() {}

    static Node of(Surroundings around, ObservableValue<TreasuryPage> page) {
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
        return TreasurySection.of(new VBox(2, Boxes.row(8, Words.strong("Alerts"), count), rows));
    }
}
