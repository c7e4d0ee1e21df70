package org.breakwater.desktop.feature.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.text.CheckedText;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What was checked, what was filed, before and after the cut-off, and what happened.
final class DossierEvidence {

    private final Surroundings around;
    private final DossierViewModel model;
    private final ObservableValue<Dossier> dossier;
    private final EventsPane events;

    DossierEvidence(Surroundings around, DossierViewModel model, ObservableValue<Dossier> dossier, EventsPane events) {
        this.around = around;
        this.model = model;
        this.dossier = dossier;
        this.events = events;
    }

    Node root() {
        var checks = new Redrawn<>(
                dossier.map(Dossier::findings),
                findings -> findings.isEmpty()
                        ? Words.secondary("Nothing was checked: the claim has no evidence of its own.")
                        : new CheckList(findings));
        var filed = new Redrawn<>(dossier.map(Evidence::of), this::evidence);
        var timeline = events.timeline(this::cutOff, model.revealed());
        return new VBox(
                Boxes.padded(new VBox(checks), 14, 20, 4, 20), filed, Boxes.padded(new VBox(timeline), 14, 20, 20, 20));
    }

    private Optional<EventsPane.CutOff> cutOff() {
        return dossier.getValue().latestCase().map(latest -> {
            var at = latest.case_().evidenceEnds();
            return new EventsPane.CutOff(evidenceWords(at), at);
        });
    }

    private String evidenceWords(long at) {
        var over = !Instant.ofEpochSecond(at).isAfter(around.now().getValue());
        return (over ? "Evidence closed " : "Evidence closes ") + Times.dateAndTime(Instant.ofEpochSecond(at)) + " UTC";
    }

    record Evidence(List<Dossier.Filed> filed, Optional<Long> ends) {

        static Evidence of(Dossier dossier) {
            return new Evidence(
                    dossier.evidence(),
                    dossier.latestCase().map(latest -> latest.case_().evidenceEnds()));
        }
    }

    private Node evidence(Evidence evidence) {
        var late = evidence.filed().stream()
                .filter(filed -> filed.evidence().afterDeadline())
                .toList();
        var onTime = evidence.filed().stream()
                .filter(filed -> !filed.evidence().afterDeadline())
                .toList();
        var pane = new VBox(Boxes.padded(
                Boxes.row(
                        8,
                        Words.strong("Evidence"),
                        Words.secondary(
                                onTime.size() + " in time" + (late.isEmpty() ? "" : ", " + late.size() + " late"))),
                12,
                20,
                4,
                20));
        onTime.forEach(filed -> pane.getChildren().add(filed(filed)));
        evidence.ends().ifPresent(at -> pane.getChildren().add(Parts.cutOff(evidenceWords(at))));
        late.forEach(filed -> pane.getChildren().add(filed(filed)));
        return pane;
    }

    private Node filed(Dossier.Filed filed) {
        var evidence = filed.evidence();
        var tag = Parts.textTag(filed.text());
        tag.setId("evidence-" + evidence.index());
        var head = Boxes.row(
                8,
                Icon.FILE_TEXT.at(Icon.Size.ROW, Tone.MUTED),
                Words.secondary("Filed by"),
                around.chip(evidence.by()),
                Boxes.spacer(),
                Words.secondary(Times.dateAndTime(Instant.ofEpochSecond(evidence.at()))));
        if (evidence.afterDeadline()) {
            head.getChildren().add(new Tag(Tag.Look.DASHED, Icon.CLOCK, "After cut-off"));
        }
        head.getChildren().add(tag);
        var pane = Boxes.styled(new VBox(head), "evidence");
        switch (filed.text()) {
            case CheckedText.Verified(var _, var content) -> pane.getChildren().add(new QuotedWords(content));
            case CheckedText.Different(var hash, var content, var actual) -> {
                pane.getStyleClass().add("differs");
                pane.getChildren()
                        .addAll(
                                Words.wrapped(
                                        Words.name("The text served today is not the one that was filed. Its words are"
                                                + " not evidence.")),
                                FactGrid.of(90)
                                        .add("On chain", Parts.hash(hash))
                                        .add("This text", Parts.hash(actual)),
                                Boxes.styled(
                                        new QuotedWords(content, Words.caption("served today, by whom is not known")),
                                        "differs"));
            }
            case CheckedText.Missing(var hash) ->
                pane.getChildren()
                        .addAll(
                                Words.wrapped(Words.secondary("The text could not be had. On the chain is its hash.")),
                                Parts.hash(hash));
        }
        return pane;
    }
}
