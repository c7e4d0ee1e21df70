package org.breakwater.desktop.feature.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.breakwater.core.evidence.EvidenceSource;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;

/// The places that may be asked for evidence: none at first.
final class EvidencePart {

    private final EvidenceViewModel model;

    EvidencePart(EvidenceViewModel model) {
        this.model = model;
    }

    Region root() {
        var words = Words.wrapped(Words.secondary("Nothing is asked by itself. When you press Fetch beside a piece of"
            + " evidence, these places are asked in their order, and learn your network address and what you want to"
            + " read. At most " + (EvidenceSource.MOST_BYTES >> 20)
                + " MiB are taken, from no other host, and nothing is shown before its hash is right."));
        return Card.flush(
                "Places for evidence",
                new VBox(
                        Boxes.padded(new VBox(words), 12, 14, 10, 14),
                        new Redrawn<>(model.places(), this::rows),
                        adding()),
                Words.secondary("a file can be opened by hand in any case"));
    }

    private Node rows(List<EvidencePlace> places) {
        var rows = new VBox();
        if (places.isEmpty()) {
            rows.getChildren()
                    .add(Boxes.styled(
                            new HBox(Words.secondary("None: no evidence is fetched over the network.")), "setting"));
        }
        for (var place : places) {
            var remove = Buttons.small(Buttons.icon(Icon.X, "Take " + place + " out", () -> model.forbid(place)));
            remove.setId("evidence-place-" + rows.getChildren().size() + "-remove");
            rows.getChildren()
                    .add(Boxes.styled(
                            Boxes.row(
                                    12,
                                    Boxes.growing(new VBox(
                                            2, Words.mono(place.origin()), Words.secondary(words(place.kind())))),
                                    remove),
                            "setting"));
        }
        return rows;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case GATEWAY -> "IPFS gateway: asked for whatever has an ipfs:// address";
            case HOST -> "Host: asked for what was filed with an address there";
        };
    }

    private Node adding() {
        var kinds = Choices.segments(
                "Kind of place",
                List.of(new Choice<>(Kind.GATEWAY, "IPFS gateway"), new Choice<>(Kind.HOST, "Host")),
                model.kind().get(),
                model.kind()::set);
        var field = new Field("Allow a place", "", model.result().map(result -> result.flatMap(NetworkPart::hint)));
        field.input().setId("evidence-place");
        field.input().textProperty().bindBidirectional(model.typed());
        field.input().setPromptText("https://ipfs.io");
        field.input().setOnAction(_ -> model.allow());
        var add = Buttons.plain("Allow", model::allow);
        add.setId("evidence-place-allow");
        Shown.following(add, model.typed().map(String::isBlank), add::setDisable);
        return Boxes.padded(
                new VBox(
                        8,
                        new HBox(
                                8,
                                Boxes.padded(new VBox(kinds), 19, 0, 0, 0),
                                Boxes.growing(field),
                                Boxes.padded(new VBox(add), 19, 0, 0, 0)),
                        NetworkPart.done(model.result())),
                10,
                14,
                14,
                14);
    }
}
