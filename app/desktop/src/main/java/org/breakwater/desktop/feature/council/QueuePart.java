package org.breakwater.desktop.feature.council;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.council.SafePage.Row;
import org.breakwater.desktop.feature.council.SafePage.Slot;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.RowFace;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SignerBar;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.Finding;

/// What waits for a Safe's owners, in nonce order, with those that want one nonce bracketed; and what has been signed.
final class QueuePart {

    private final Surroundings around;
    private final SafePage safe;
    private final RehearsalViewModel rehearsal;

    QueuePart(Surroundings around, SafePage safe, RehearsalViewModel rehearsal) {
        this.around = around;
        this.safe = safe;
        this.rehearsal = rehearsal;
    }

    Node root() {
        var column = new VBox();
        if (safe.slots().isEmpty()) {
            column.getChildren()
                    .add(Boxes.padded(new VBox(Words.muted("Nothing waits for this Safe.")), 16, 20, 16, 20));
            return column;
        }
        safe.slots().forEach(slot -> column.getChildren().add(slot(slot)));
        safe.contested().forEach(slot -> column.getChildren().add(fork(slot)));
        column.getChildren().addAll(new RehearsalPart(around, safe, rehearsal).root(), standing());
        return column;
    }

    private Node slot(Slot slot) {
        var rows = new VBox();
        for (var row : slot.rows()) {
            rows.getChildren().add(row(slot, row));
        }
        var bracket = new StackPane(nonce(slot));
        bracket.getStyleClass().add("nonce-rail");
        bracket.setAlignment(Pos.TOP_CENTER);
        if (slot.isContested()) {
            bracket.getStyleClass().add("contested");
        }
        return Boxes.styled(Boxes.row(0, bracket, Boxes.growing(rows)), "nonce-slot");
    }

    private static Node nonce(Slot slot) {
        var nonce = Boxes.styled(Words.secondary(slot.nonce().toString()), "nonce", "strong");
        Tone.DEFAULT.on(nonce);
        if (slot.position() == Position.NEXT) {
            nonce.getStyleClass().add("next");
        }
        nonce.setAccessibleText("nonce " + slot.nonce());
        return nonce;
    }

    private Node row(Slot slot, Row row) {
        var words = new VBox(
                2, Words.wrapped(Words.name(row.sentence())), Words.wrapped(Words.secondary(under(slot, row))));
        words.setMinWidth(0);
        var blocked = row.worst() == Severity.BLOCK;
        var signers =
                new SignerBar(row.signers(), safe.threshold(), blocked ? SignerBar.Next.NOBODY : SignerBar.Next.OTHERS);
        var bar = signers.getChildren().getFirst();
        var said = Words.secondary(row.signers().size() + " of " + safe.threshold());
        said.setId("signatures-" + shortened(row.hash()));
        var signed = new VBox(4, bar, said);
        signed.setMinWidth(Region.USE_PREF_SIZE);
        signed.setPrefWidth(96);
        var tag = new StackPane(Finding.tag(row.findings()));
        tag.setAlignment(Pos.CENTER_RIGHT);
        tag.setMinWidth(110);
        var line = Boxes.row(14, Boxes.growing(words), signed, tag);
        line.setFillHeight(false);
        var face = new RowFace(
                line,
                "nonce " + slot.nonce() + ": " + row.sentence() + ". " + signers.getAccessibleText() + ". Worst check: "
                        + row.worst().word(),
                () -> around.router().go(new Place.SafeTransaction(safe.address(), row.hash())));
        face.getStyleClass().add("queue-row");
        if (blocked) {
            face.getStyleClass().add("blocked");
        }
        return face;
    }

    private String under(Slot slot, Row row) {
        var parts = new ArrayList<String>();
        parts.add(
                switch (slot.position()) {
                    case NEXT -> "next to execute";
                    case WAITING -> "waits for nonce " + slot.nonce().subtract(BigInteger.ONE);
                    case BEHIND_GAP -> "behind a gap";
                    case USED_UP -> "used up";
                });
        if (row.worst() == Severity.BLOCK || row.worst() == Severity.HOLD) {
            row.findings().stream()
                    .filter(finding -> finding.severity() == row.worst())
                    .findFirst()
                    .ifPresent(finding -> parts.addFirst(firstOf(finding.sentence())));
        }
        if (!row.words().isEmpty()) {
            parts.add("said to be “" + row.words() + "”");
        }
        row.proposer().ifPresent(proposer -> parts.add("by " + around.name(proposer)));
        return String.join(", ", parts);
    }

    /// The first of several sentences, without its full stop.
    private static String firstOf(String sentences) {
        var end = sentences.indexOf(". ");
        var first = end < 0 ? sentences : sentences.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private static Node fork(Slot slot) {
        var words = Words.wrapped(Words.secondary("Whichever nonce " + slot.nonce()
                + " executes first ends the other. To reject both, execute an empty one."));
        return Boxes.styled(Boxes.row(8, Icon.BRANCH.at(Icon.Size.BUTTON, Tone.MUTED), words), "fork-note");
    }

    private record Standing(String nonce, Hash32 hash, String by, boolean blocked) {}

    private Node standing() {
        var rows = safe.slots().stream()
                .flatMap(slot -> slot.rows().stream())
                .filter(row -> !row.signers().isEmpty())
                .map(row -> new Standing(
                        row.nonce().toString(),
                        row.hash(),
                        String.join(", ", row.signers()),
                        row.worst() == Severity.BLOCK))
                .toList();
        var table = new DataTable<>(
                        "Standing signatures",
                        Density.CARD,
                        List.of(
                                Column.<Standing>words("Nonce", 60, Standing::nonce)
                                        .alignedRight(),
                                Column.<Standing>drawn(
                                        "safeTxHash", 150, row -> row.hash().toString(), QueuePart::hash),
                                Column.<Standing>words("Signed by, recovered over our hash", 320, Standing::by)
                                        .growing()),
                        FXCollections.observableArrayList(rows))
                .fitted();
        return new VBox(
                Boxes.padded(
                        Boxes.row(
                                8,
                                Words.strong("Standing signatures"),
                                Words.secondary("what has been signed and can still be used"),
                                Boxes.spacer(),
                                ExportLink.csv(
                                        "the standing signatures",
                                        () -> around.saving()
                                                .save(
                                                        "standing-signatures.csv",
                                                        () -> table.csv().getBytes(StandardCharsets.UTF_8)))),
                        14,
                        20,
                        6,
                        20),
                Boxes.padded(new VBox(table), 0, 10, 14, 10));
    }

    private static Node hash(Standing row) {
        var label = Words.mono(shortened(row.hash()));
        label.setTooltip(new Tooltip(row.hash().toString()));
        return row.blocked() ? Tone.DANGER.on(label) : label;
    }

    /// `0x09204dfd…42d9`
    static String shortened(Hash32 hash) {
        var text = hash.toString().toLowerCase(Locale.ROOT);
        return text.substring(0, 10) + "…" + text.substring(text.length() - 4);
    }
}
