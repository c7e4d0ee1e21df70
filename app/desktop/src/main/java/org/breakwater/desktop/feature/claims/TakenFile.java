package org.breakwater.desktop.feature.claims;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.breakwater.core.evidence.EvidenceContent;
import org.breakwater.core.evidence.EvidenceSource;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Opening.OpenedBytes;
import org.breakwater.desktop.place.Surroundings;

/// A file that is filed as it is, to the byte, in place of a text that is typed: a field for text would change the ends
/// of its lines, and with them its hash.
final class TakenFile extends VBox {

    private final Surroundings around;
    private final TextArea typed;
    private Optional<Bytes> content = Optional.empty();

    /// @param typed is out of the way while a file is taken
    TakenFile(Surroundings around, TextArea typed) {
        super(6);
        this.around = around;
        this.typed = typed;
        show(Optional.empty());
    }

    Optional<Bytes> content() {
        return content;
    }

    Button button() {
        var take = Buttons.plain(
                "Take a file…",
                () -> around.opening()
                        .openBytes("Take a file", EvidenceSource.MOST_BYTES, opened -> show(Optional.of(opened))));
        take.setId("evidence-take");
        return take;
    }

    private void show(Optional<OpenedBytes> opened) {
        content = opened.map(OpenedBytes::content);
        typed.setVisible(opened.isEmpty());
        typed.setManaged(opened.isEmpty());
        setVisible(opened.isPresent());
        setManaged(opened.isPresent());
        getChildren().clear();
        opened.ifPresent(this::draw);
    }

    private void draw(OpenedBytes opened) {
        var name = Words.name(Quotation.of(opened.name()));
        name.setId("evidence-taken");
        name.setGraphic(Icon.FILE.at(Icon.Size.ROW, Tone.MUTED));
        getChildren()
                .addAll(
                        Boxes.row(8, name, new Link("Type a text instead", () -> show(Optional.empty()))),
                        FactGrid.of(90)
                                .add(
                                        "It is",
                                        kind(EvidenceContent.of(opened.content())) + ", "
                                                + Numbers.count(opened.content().length())
                                                + " bytes")
                                .add("Keccak-256", Parts.hash(Keccak.hash(opened.content()))));
    }

    private static String kind(EvidenceContent content) {
        return switch (content) {
            case EvidenceContent.Text _ -> "Text, which voters see here";
            case EvidenceContent.Picture(var format, var width, var height) ->
                "A " + format + " picture, " + Numbers.count(width) + " × " + Numbers.count(height)
                        + ", which voters see here";
            case EvidenceContent.Other(var what, var _) -> what + ", which voters can only save: it is not shown";
        };
    }
}
