package org.breakwater.desktop.feature.council;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.ServedMessage.Content;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.feature.council.SafePage.Message;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// Messages that a service has for a Safe, and those that it signed on chain. They stand for good.
record MessagesPart(Surroundings around, SafePage safe) {

    Node root() {
        return Boxes.padded(new VBox(12, offChain(), onChain()), 12, 20, 14, 20);
    }

    /// What a service has, asked when it is looked at.
    private Node offChain() {
        var rows = new VBox(line("Asking the service"));
        var messages = around.acting().actions().messages();
        if (!messages.areKnown()) {
            rows.getChildren().setAll(line("No transaction service is asked."));
            return Card.flush("To sign, off chain", rows);
        }
        around.background()
                .quietly(
                        () -> Attempt.of(() -> messages.of(safe.domain())),
                        came -> came.then(
                                told -> show(rows, told),
                                problem -> rows.getChildren().setAll(line(problem.toString()))));
        return Card.flush("To sign, off chain", rows, Words.secondary("the service's words, hashed here"));
    }

    private void show(VBox rows, List<QueuedMessage> told) {
        rows.getChildren()
                .setAll(
                        told.isEmpty()
                                ? List.of(line("The service has no message for this Safe."))
                                : told.stream().map(this::row).toList());
    }

    private Node row(QueuedMessage message) {
        var hash = message.hash().hash();
        var open = new Link("Review", () -> around.router().go(new Place.SafeMessage(safe.address(), hash)));
        open.setId("message-" + hash);
        var said = Words.body(
                switch (message.served().content()) {
                    case Content.Text(var text) -> Quotation.of(text.strip().replaceAll("\\s+", " "));
                    case Content.Typed(var data, var _) -> "Typed data: " + Quotation.of(data.primaryType());
                });
        said.setMinWidth(0);
        var valid = message.signatures().stream()
                .filter(signed -> signed.finding() == Finding.VALID)
                .count();
        var signed = Words.secondary(valid + " of " + safe.threshold() + " signed");
        return Boxes.styled(
                Boxes.row(
                        12,
                        Icon.FILE_TEXT.at(Icon.Size.ROW, Tone.MUTED),
                        Boxes.growing(Boxes.row(0, said)),
                        signed,
                        open),
                "setting");
    }

    private static Node line(String words) {
        return Boxes.styled(Boxes.row(8, Words.wrapped(Words.muted(words))), "setting");
    }

    private Node onChain() {
        if (safe.messages().isEmpty()) {
            return Card.flush("Signed on chain", new VBox(line("This Safe has signed no message on chain.")));
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
        return Card.flush("Signed on chain", table);
    }
}
