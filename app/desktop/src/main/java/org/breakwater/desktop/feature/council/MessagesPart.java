package org.breakwater.desktop.feature.council;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.council.SafePage.Message;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;

/// Messages that a Safe signed on chain. They stand for good.
record MessagesPart(SafePage safe) {

    Node root() {
        if (safe.messages().isEmpty()) {
            return Boxes.padded(new VBox(Words.muted("This Safe has signed no message on chain.")), 16, 20, 16, 20);
        }
        var table = new DataTable<>(
                        "Signed messages",
                        Density.LIST,
                        List.of(
                                Column.<Message>words(
                                                "Message hash",
                                                420,
                                                row -> row.message().toString())
                                        .growing(),
                                Column.<Message>words("Block", 90, row -> Numbers.count(row.block()))
                                        .alignedRight()),
                        FXCollections.observableArrayList(safe.messages()))
                .fitted();
        return Boxes.padded(new VBox(table), 10, 10, 14, 10);
    }
}
