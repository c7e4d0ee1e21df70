package org.breakwater.desktop.feature.claims;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// What was decided about claims like this one.
final class SimilarClaims {

    private final Surroundings around;
    private final ObservableValue<Dossier> dossier;

    SimilarClaims(Surroundings around, ObservableValue<Dossier> dossier) {
        this.around = around;
        this.dossier = dossier;
    }

    Node root() {
        return new Redrawn<>(dossier.map(Dossier::similar), rows -> {
            if (rows.isEmpty()) {
                return Boxes.padded(
                        new VBox(Words.secondary("No other claim on this pool is decided yet.")), 14, 20, 0, 20);
            }
            var table = new DataTable<>(
                    "Similar decided claims",
                    Density.LIST,
                    List.of(
                            Column.<ClaimRow>name("Claim", 58, row -> Numbers.count(row.claimId())),
                            Column.words("Subject", 140, ClaimRow::subject),
                            Column.amount("Asked USDC", 104, Rounding.HELD, row -> Optional.of(row.requested())),
                            Column.amount("Paid USDC", 104, Rounding.HELD, row -> Optional.of(row.paid())),
                            Column.<ClaimRow>drawn(
                                    "Outcome", 90, row -> Terms.of(row.state()), row -> Parts.state(row.state())),
                            Column.muted("Decided by", 90, ClaimRow::route).growing()),
                    FXCollections.observableArrayList(rows));
            table.onOpen(row -> around.router().go(new Place.Claim(row.claimId())));
            var export = ExportLink.csv(
                    "the similar claims",
                    () -> around.saving()
                            .save("similar-claims.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
            return new VBox(
                    Boxes.padded(
                            Boxes.row(
                                    8,
                                    Words.secondary("Decided claims on the same pool; Enter opens one."),
                                    Boxes.spacer(),
                                    export),
                            8,
                            20,
                            8,
                            20),
                    Boxes.growing(table));
        });
    }
}
