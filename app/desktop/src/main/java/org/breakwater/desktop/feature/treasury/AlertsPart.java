package org.breakwater.desktop.feature.treasury;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.ActivityPart;
import org.breakwater.desktop.place.AlertRow;
import org.breakwater.desktop.place.Surroundings;

/// What of the money calls for attention, worst first, since when, and whether somebody has seen it. The whole list
/// stands in Activity.
final class AlertsPart {

    private static final int MOST = 6;

    private AlertsPart() {}

    static Node of(Surroundings around) {
        var alerting = around.alerting();
        var count = Words.secondary("");
        count.setId("treasury-alert-count");
        Shown.following(count, alerting.standing(), standing -> count.setText(counted(standing)));
        var rows = new Redrawn<>(alerting.standing(), standing -> rows(around, standing));
        return TreasurySection.of(new VBox(2, Boxes.row(8, Words.strong("Alerts"), count), rows));
    }

    private static String counted(List<StandingAlert> all) {
        var standing =
                all.stream().filter(alert -> isOfMoney(alert.said().about())).toList();
        var unseen = standing.stream().filter(alert -> !alert.isAcknowledged()).count();
        return standing.isEmpty()
                ? "none open"
                : standing.size() + " open" + (unseen == 0 ? ", all seen" : ", " + unseen + " not seen");
    }

    /// Whether it is about what the protocol has, or what prices it.
    static boolean isOfMoney(Subject about) {
        return switch (about) {
            case Subject.Pool _,
                    Subject.Feed _,
                    Subject.Adapter _,
                    Subject.Asset _,
                    Subject.Venue _,
                    Subject.InsuredSubject _,
                    Subject.Integrator _,
                    Subject.Treasury _,
                    Subject.Protocol _,
                    Subject.Incident _ -> true;
            case Subject.Registry _,
                    Subject.Pause _,
                    Subject.Claim _,
                    Subject.Case _,
                    Subject.Safe _,
                    Subject.Proposal _,
                    Subject.ParameterChange _,
                    Subject.Contract _,
                    Subject.Endpoint _,
                    Subject.Store _,
                    Subject.Target _,
                    Subject.Machine _ -> false;
        };
    }

    private static Node rows(Surroundings around, List<StandingAlert> all) {
        var rows = new VBox();
        var standing =
                all.stream().filter(alert -> isOfMoney(alert.said().about())).toList();
        standing.stream()
                .limit(MOST)
                .forEach(alert -> rows.getChildren()
                        .add(AlertRow.standing(
                                alert, new Place.Treasury(), around.router(), around.alerting()::acknowledge, false)));
        if (standing.isEmpty()) {
            rows.getChildren().add(Words.secondary("Nothing of the money is late, thin, stopped or over a limit."));
        }
        if (all.size() > Math.min(MOST, standing.size())) {
            rows.getChildren()
                    .add(new Link(
                            "All " + all.size() + " alerts, in Activity",
                            () -> around.router().go(new Place.Activity(ActivityPart.ALERTS))));
        }
        return rows;
    }
}
