package org.breakwater.desktop.feature.review;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.check.Imitation;
import org.breakwater.desktop.feature.review.ReviewPage.Line;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.FlowStrip;
import org.breakwater.desktop.kit.HexGroups;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// What a transaction does: as a picture, and call by call.
record CallCard(Surroundings around, Reviewed reviewed) {

    Node root() {
        var rows = new VBox();
        reviewed.flow().ifPresent(flow -> rows.getChildren().add(picture(flow)));
        reviewed.lines().forEach(line -> rows.getChildren().add(call(line)));
        return Card.flush("What it does, from the bytes", rows, Words.secondary(count()));
    }

    private static Node picture(FlowPicture flow) {
        var strip = new FlowStrip(flow.stages(), flow.ways());
        return Boxes.styled(new VBox(strip), "call-picture");
    }

    private String count() {
        var calls = reviewed.lines().stream()
                .filter(line -> !line.call().isEnvelope())
                .count();
        var size = reviewed.queued().transaction().data().length();
        return calls + (calls == 1 ? " call, " : " calls, ") + Numbers.count(size) + " bytes";
    }

    private Node call(Line line) {
        var place = Words.mono(line.call().place());
        place.setMinWidth(44);
        var sentence = Words.wrapped(Words.body(line.sentence()));
        var way = Words.secondary(line.call().way() + ", read "
                + switch (line.call().basis()) {
                    case DEPLOYED -> "by the code at its target";
                    case SAFE -> "as the Safe's own";
                    case BY_SELECTOR -> "by its selector alone";
                    case NO_DATA -> "without calldata";
                    case NONE -> "by nothing that is known here";
                });
        var words = new VBox(2, sentence, way);
        var row = new VBox(6, Boxes.row(8, place, Boxes.growing(words)));
        words.setMinWidth(0);
        line.imitations().forEach(imitation -> row.getChildren().add(compared(imitation)));
        if (!line.imitations().isEmpty()) {
            row.getStyleClass().add("call-held");
        }
        return Boxes.styled(Boxes.padded(row, 8, 14, 8, 14 + 16.0 * line.depth()), "call-row");
    }

    /// The address of the call above the one that it could be taken for, with the digits that differ.
    private static Node compared(Imitation imitation) {
        var grid = Boxes.styled(new GridPane(), "imitation");
        grid.addRow(0, HexGroups.compared(imitation.address(), imitation.named()), Words.secondary("in this call"));
        grid.addRow(
                1,
                HexGroups.compared(imitation.named(), imitation.address()),
                Boxes.styled(Words.secondary(imitation.name()), "medium"));
        grid.setMaxWidth(Region.USE_PREF_SIZE);
        return grid;
    }
}
