package org.breakwater.desktop.feature.claims;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.text.CheckedText;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What was filed about a claim or an incident, before and after the cut-off. Only what has the hash that the chain has
/// is shown, and only what the person asks for is fetched.
final class EvidenceList {

    private final Surroundings around;
    private final EvidenceDesk desk;

    EvidenceList(Surroundings around, EvidenceDesk desk) {
        this.around = around;
        this.desk = desk;
    }

    /// @param filed in the order in which it came
    /// @param ends of the evidence period, seconds since 1970; empty where no case was opened
    /// @param ballot when whoever acts voted last, seconds since 1970; empty where they did not
    record Listed(List<Dossier.Filed> filed, Optional<Long> ends, Optional<Long> ballot) {

        private boolean isNew(Dossier.Filed each) {
            return ballot.filter(at -> each.evidence().at() >= at).isPresent();
        }
    }

    Node root(ObservableValue<Listed> shown) {
        return new Redrawn<>(shown, this::list);
    }

    private Node list(Listed shown) {
        var late = shown.filed().stream()
                .filter(filed -> filed.evidence().afterDeadline())
                .toList();
        var onTime = shown.filed().stream()
                .filter(filed -> !filed.evidence().afterDeadline())
                .toList();
        var count = Words.secondary(onTime.size() + " in time" + (late.isEmpty() ? "" : ", " + late.size() + " late"));
        count.setId("evidence-count");
        var pane = new VBox(Boxes.padded(Boxes.row(8, Words.strong("Evidence"), count), 12, 20, 4, 20));
        onTime.forEach(filed -> pane.getChildren().add(filed(filed, shown.isNew(filed))));
        shown.ends().ifPresent(at -> pane.getChildren().add(Parts.cutOff(cutOffWords(at))));
        late.forEach(filed -> pane.getChildren().add(filed(filed, shown.isNew(filed))));
        return pane;
    }

    String cutOffWords(long at) {
        var over = !Instant.ofEpochSecond(at).isAfter(around.now().getValue());
        return (over ? "Evidence closed " : "Evidence closes ") + Times.dateAndTime(Instant.ofEpochSecond(at)) + " UTC";
    }

    private Node filed(Dossier.Filed filed, boolean isNew) {
        var evidence = filed.evidence();
        var head = Boxes.row(
                8,
                Icon.FILE_TEXT.at(Icon.Size.ROW, Tone.MUTED),
                Words.secondary("Filed by"),
                around.chip(evidence.by()),
                Boxes.spacer(),
                Words.secondary(Times.dateAndTime(Instant.ofEpochSecond(evidence.at()))),
                standing(filed));
        var pane = Boxes.styled(new VBox(head, address(evidence, isNew)), "evidence");
        text(pane, filed.text());
        if (!(filed.text() instanceof CheckedText.Verified)) {
            pane.getChildren().add(new EvidencePane(around, desk, evidence));
        }
        return pane;
    }

    /// Whether what can be seen of it is what was filed.
    private Node standing(Dossier.Filed filed) {
        var pane = new StackPane();
        Shown.following(pane, desk.of(filed.evidence()), looking -> {
            var tag = switch (looking) {
                case EvidenceDesk.Looking.Shown _ -> new SeverityTag(Severity.PASSED, "Verified");
                case EvidenceDesk.Looking.Unasked _, EvidenceDesk.Looking.Asking _, EvidenceDesk.Looking.Refused _ ->
                    filed.text() instanceof CheckedText.Missing
                            ? new SeverityTag(Severity.COULD_NOT_RUN, "Not at hand")
                            : Parts.textTag(filed.text());
            };
            tag.setId("evidence-" + filed.evidence().index());
            pane.getChildren().setAll(tag);
        });
        return pane;
    }

    private static Node address(EvidenceView evidence, boolean isNew) {
        var plain = Quotation.plain(evidence.uri());
        var address = Words.mono(plain.isEmpty() ? "Filed without an address" : plain);
        address.setAccessibleText(plain.isEmpty() ? address.getText() : "Filed with the address " + plain);
        address.setMinWidth(0);
        var row = Boxes.row(8, Boxes.styled(address, "muted"), Boxes.spacer());
        if (isNew) {
            var fresh = new Tag(Tag.Look.ACCENT, Icon.BELL, "New since your ballot");
            fresh.setId("evidence-" + evidence.index() + "-new");
            row.getChildren().add(fresh);
        }
        if (evidence.afterDeadline()) {
            row.getChildren().add(new Tag(Tag.Look.DASHED, Icon.CLOCK, "After cut-off"));
        }
        return row;
    }

    private static void text(VBox pane, CheckedText text) {
        switch (text) {
            case CheckedText.Verified(var _, var content) ->
                pane.getChildren()
                        .addAll(
                                Words.secondary("Text, "
                                        + Numbers.count(content.getBytes(StandardCharsets.UTF_8).length)
                                        + " bytes, kept on this machine"),
                                new QuotedWords(content));
            case CheckedText.Different(var hash, var _, var actual) -> {
                pane.getStyleClass().add("differs");
                pane.getChildren()
                        .addAll(
                                Words.wrapped(
                                        Words.name("The text served today is not the one that was filed. Its words are"
                                                + " not evidence, and are not shown.")),
                                FactGrid.of(90)
                                        .add("On chain", Parts.hash(hash))
                                        .add("This text", Parts.hash(actual)));
            }
            case CheckedText.Missing(var hash) -> pane.getChildren().add(Parts.hash(hash));
        }
    }
}
