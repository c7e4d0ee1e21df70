package org.breakwater.desktop.feature.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.StateStepper;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;

/// What stands above a dossier: the question, how the claim stands, how far it has come, and why people decide.
final class DossierHeading {

    private final Surroundings around;
    private final ObservableValue<Dossier> dossier;

    DossierHeading(Surroundings around, ObservableValue<Dossier> dossier) {
        this.around = around;
        this.dossier = dossier;
    }

    Node root() {
        return new Redrawn<>(dossier.map(Head::of), head -> {
            var first = Boxes.row(10, Words.title(head.title()), Parts.state(head.state()));
            head.worst()
                    .ifPresent(worst -> first.getChildren().add(new SeverityTag(worst.severity(), worst.sentence())));
            first.getChildren().add(Boxes.spacer());
            head.deadline().ifPresent(at -> first.getChildren().add(Parts.deadline(around, at)));
            var reason = Words.secondary(head.reason() + closes(head.deadline()));
            return Boxes.styled(
                    new VBox(
                            first,
                            StateStepper.inLine(head.steps()),
                            Boxes.row(8, reason, Boxes.spacer(), Parts.blockBadge(around))),
                    "dossier-heading");
        });
    }

    private String closes(Optional<Instant> deadline) {
        return deadline.map(at -> " Until " + around.times().getValue().full(at) + ".")
                .orElse("");
    }

    /// What stands above everything else.
    record Head(
            String title,
            ClaimState state,
            Optional<Check> worst,
            Optional<Instant> deadline,
            List<Step> steps,
            String reason) {

        static Head of(Dossier dossier) {
            var over = Stage.of(dossier.view().claim().state()).isOver();
            return new Head(
                    "Claim " + dossier.claimId()
                            + (over
                                    ? ": the loss at " + dossier.subject()
                                    : ": pay for the loss at " + dossier.subject() + "?"),
                    dossier.view().claim().state(),
                    dossier.findings().stream()
                            .filter(finding -> finding.severity().compareTo(Severity.NOTE) < 0)
                            .findFirst(),
                    dossier.deadline(),
                    Lifecycle.steps(dossier),
                    Lifecycle.reason(dossier));
        }
    }
}
