package org.breakwater.desktop.feature.council;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.council.SafePage.Done;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What a Safe has executed, by its own events.
final class HistoryPart {

    private final Surroundings around;
    private final SafePage safe;

    HistoryPart(Surroundings around, SafePage safe) {
        this.around = around;
        this.safe = safe;
    }

    Node root() {
        var table = new DataTable<>(
                        "Executed transactions",
                        Density.LIST,
                        List.of(
                                Column.<Done>words(
                                                "Nonce", 64, row -> row.nonce().toString())
                                        .alignedRight()
                                        .sortedBy(Comparator.comparing(Done::nonce)),
                                Column.<Done>words("What it did", 320, HistoryPart::sentence)
                                        .growing(),
                                Column.<Done>words("safeTxHash", 130, row -> QueuePart.shortened(row.hash())),
                                Column.<Done>words("Executed", 130, row -> Times.dateAndTime(row.at()))
                                        .sortedBy(Comparator.comparing(Done::at)),
                                Column.<Done>words("Block", 80, row -> Numbers.count(row.block()))
                                        .alignedRight()
                                        .sortedBy(Comparator.comparingLong(Done::block))),
                        FXCollections.observableArrayList(safe.executed()))
                .fitted();
        var export = ExportLink.csv(
                "the executed transactions",
                () -> around.saving()
                        .save(
                                safe.name().toLowerCase(Locale.ROOT) + "-safe-history.csv",
                                () -> table.csv().getBytes(StandardCharsets.UTF_8)));
        return new VBox(
                Boxes.padded(
                        Boxes.row(
                                8,
                                Words.secondary("By the Safe's own events; what each did is read from its calldata and"
                                        + " proved by the hash."),
                                Boxes.spacer(),
                                export),
                        10,
                        14,
                        6,
                        20),
                Boxes.padded(new VBox(table), 0, 10, 14, 10));
    }

    private static String sentence(Done row) {
        var read = row.sentence().orElse("Its bytes were not found");
        return row.succeeded() ? read : "Failed: " + read;
    }
}
