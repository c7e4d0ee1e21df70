package org.breakwater.desktop.feature.treasury;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.AlertRow;
import org.breakwater.desktop.place.Surroundings;

/// What calls for attention, worst first, since when, and whether somebody has seen it.
final class AlertsPart {

    private AlertsPart() {}

    static Node of(Surroundings around) {
        var alerting = around.alerting();
        var count = Words.secondary("");
        count.setId("treasury-alert-count");
        Shown.following(count, alerting.standing(), standing -> count.setText(counted(standing)));
        var rows = new Redrawn<>(alerting.standing(), standing -> rows(around, standing));
        return TreasurySection.of(new VBox(2, Boxes.row(8, Words.strong("Alerts"), count), rows));
    }

    private static String counted(List<StandingAlert> standing) {
        var unseen = standing.stream().filter(alert -> !alert.isAcknowledged()).count();
        return standing.isEmpty()
                ? "none open"
                : standing.size() + " open" + (unseen == 0 ? ", all seen" : ", " + unseen + " not seen");
    }

    private static Node rows(Surroundings around, List<StandingAlert> standing) {
        var rows = new VBox();
        standing.forEach(alert -> rows.getChildren()
                .add(AlertRow.standing(
                        alert,
                        new Place.Treasury(),
                        around.router(),
                        around.alerting()::acknowledge,
                        false)));
        if (standing.isEmpty()) {
            rows.getChildren().add(Words.secondary("Nothing is late, thin, stopped or over a limit."));
        }
        return rows;
    }
}
