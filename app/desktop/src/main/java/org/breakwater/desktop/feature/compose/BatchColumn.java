package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.compose.ComposePage.CallLine;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.FactRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.RowFace;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// The transaction at the right: for which Safe and nonce, its calls in their order, what speaks against it so far.
final class BatchColumn {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Surroundings around;
    private final ComposeViewModel model;
    private final ObservableValue<ComposePage> page;
    private final Acts acts;
    private final VBox calls = new VBox();
    private final StackPane checks = new StackPane();
    private final VBox facts = new VBox();
    private final StackPane safes = new StackPane();
    private final TextField nonce = new TextField();

    /// What reaches beyond this column.
    ///
    /// @param another leads to the templates
    /// @param export writes the batch to a file
    record Acts(Runnable another, Runnable export) {}

    BatchColumn(Surroundings around, ComposeViewModel model, ObservableValue<ComposePage> page, Acts acts) {
        this.around = around;
        this.model = model;
        this.page = page;
        this.acts = acts;
    }

    Node node() {
        var lead = Words.secondary("");
        lead.setGraphic(Icon.COUNCIL.at(Icon.Size.BUTTON, Tone.MUTED));
        lead.setMinWidth(0);
        var sign = Words.secondary("");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var title = Words.wrapped(Words.section(""));
        title.setId("compose-title");
        var head = Boxes.styled(new VBox(8, Boxes.row(8, lead, Boxes.spacer(), sign), title, choice()), "batch-head");
        var column = new VBox(
                head,
                heading("Calls, in order", "Alt ↑ ↓ moves"),
                calls,
                links(),
                heading("Checks so far", "the full set runs at review"),
                checks,
                facts);
        Shown.following(column, page, read -> {
            lead.setText(read.safe().name() + " Safe, nonce " + read.nonce()
                    + (read.lines().size() > 1
                            ? ", batch of " + Numbers.count(read.lines().size()) + " calls"
                            : ""));
            sign.setText(read.safe().setup().threshold() + " of "
                    + read.safe().setup().owners().size() + " sign");
            title.setText(read.title());
            show(read);
        });
        Shown.following(column, model.selected(), _ -> show(page.getValue()));
        Shown.following(column, model.simulated(), _ -> show(page.getValue()));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("plain-scroll", "batch-column");
        return scroll;
    }

    private static Node heading(String words, String trailing) {
        return Boxes.styled(Boxes.row(8, Words.name(words), Boxes.spacer(), Words.secondary(trailing)), "row-heading");
    }

    /// For which Safe, and with which nonce.
    private Node choice() {
        nonce.setId("compose-nonce");
        nonce.getStyleClass().setAll("field-input");
        nonce.setAccessibleText("Nonce; empty for the first that is free");
        nonce.setPrefColumnCount(5);
        model.draft().get().nonce().ifPresent(chosen -> nonce.setText(chosen.toString()));
        nonce.textProperty().subscribe((_, text) -> model.at(number(text)));
        var word = Words.secondary("Nonce");
        word.setMinWidth(Region.USE_PREF_SIZE);
        var frame = Boxes.styled(Boxes.row(6, word, nonce), "field", "nonce-field");
        return Boxes.row(10, safes, Boxes.spacer(), frame);
    }

    private static Optional<BigInteger> number(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(WrittenValue.amount(text, 0));
        } catch (IllegalArgumentException unfinished) {
            return Optional.empty();
        }
    }

    private void show(ComposePage read) {
        nonce.setPromptText(read.nonce().toString());
        safes(read);
        var rows = new ArrayList<Node>();
        for (int i = 0; i < read.lines().size(); i++) {
            rows.add(row(i, read.lines().get(i)));
        }
        if (rows.isEmpty()) {
            rows.add(Boxes.padded(
                    new VBox(Words.wrapped(Words.secondary("A template at the left begins a call."))), 12, 16, 12, 16));
        }
        calls.getChildren().setAll(rows);
        checks.getChildren().setAll(checks(read));
        facts.getChildren()
                .setAll(read.transaction().map(this::facts).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private void safes(ComposePage read) {
        var choices = read.safes().stream()
                .map(safe -> new Choices.Choice<>(safe.address(), safe.name()))
                .toList();
        if (safes.getChildren().isEmpty()) {
            safes.getChildren()
                    .setAll(Choices.<Address>segments(
                            "Which Safe", choices, read.safe().address(), model::composeFor));
        }
    }

    private Node row(int index, CallLine line) {
        var sentence = Words.wrapped(Words.name(line.sentence()));
        var second = Words.wrapped(Words.secondary(line.second()));
        var words = new VBox(2, sentence, second);
        words.setMinWidth(0);
        var state = line.finished() ? Words.secondary(line.when()) : Tone.WARNING.on(Words.secondary("not finished"));
        state.setMinWidth(Region.USE_PREF_SIZE);
        var content = Boxes.row(
                10,
                Words.muted("⠿"),
                Tone.MUTED.on(Words.strong(Integer.toString(index + 1))),
                Boxes.growing(words),
                state);
        var face = new RowFace(
                Boxes.padded(content, 8, 0, 8, 0),
                "Call " + (index + 1) + ", " + line.sentence() + ", " + line.second(),
                () -> model.select(index));
        face.pseudoClassStateChanged(CURRENT, model.selected().get() == index);
        face.setId("compose-call-" + (index + 1));
        return Boxes.styled(face, "compose-call");
    }

    private Node links() {
        var another = new Link("Add a call", acts.another());
        another.setGraphic(Icon.PLUS.at(Icon.Size.TAG, Tone.ACCENT));
        var copy = new Link("Copy", () -> model.copy(model.selected().get()));
        var remove = new Link("Remove", () -> model.remove(model.selected().get()));
        var export = new Link("Export as file", acts.export());
        Shown.following(copy, model.selected(), at -> {
            copy.setDisable(at.intValue() < 0);
            remove.setDisable(at.intValue() < 0);
        });
        Shown.following(
                export, page, read -> export.setDisable(read.transaction().isEmpty()));
        return Boxes.styled(Boxes.row(10, another, Boxes.spacer(), copy, remove, export), "batch-links");
    }

    private Node checks(ComposePage read) {
        var findings = new ArrayList<>(read.checks());
        model.simulated().get().map(Simulation.Outcome::finding).ifPresent(findings::add);
        List<Check> listed =
                findings.stream().map(finding -> finding.check(around.router())).toList();
        return listed.isEmpty()
                ? Boxes.padded(new VBox(Words.secondary("Nothing speaks against it so far.")), 10, 16, 10, 16)
                : new CheckList(listed);
    }

    private List<Node> facts(SafeTransaction transaction) {
        var target = new FactRow("Goes to", around.chip(transaction.to()));
        var how = new FactRow(
                "How",
                Words.body(
                        transaction.operation() == Operation.DELEGATE_CALL
                                ? "all calls or none, by MultiSendCallOnly"
                                : "one call"));
        var used = Words.body(model.simulated()
                .get()
                .flatMap(Simulation.Outcome::gas)
                .map(gas -> "about " + Numbers.count(gas) + ", paid by whoever executes it")
                .orElse(Numbers.MISSING));
        used.setId("compose-gas");
        var gas = new FactRow("Gas", used);
        return List.of(Boxes.padded(new VBox(target, how, gas), 8, 16, 12, 16));
    }
}
