package org.breakwater.desktop.feature.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.governor.ProposerRule;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.feature.compose.ComposePage.Product;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.MarkdownText;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// What is said of a proposal: written as Markdown, seen as it reads, and the hashes that follow from it.
final class TextPane {

    private static final int ROWS = 16;

    private final Surroundings around;
    private final ComposeViewModel model;
    private final TextArea area = new TextArea();
    private final ReadOnlyBooleanWrapper preview = new ReadOnlyBooleanWrapper();

    TextPane(Surroundings around, ComposeViewModel model) {
        this.around = around;
        this.model = model;
    }

    /// What is typed into.
    Node focus() {
        return area;
    }

    Node node(ObservableValue<ComposePage> page) {
        area.setId("proposal-text");
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        area.setAccessibleText("Text of the proposal, in Markdown");
        area.setPromptText("# What it does, in one line\n\nWhy, and what follows from it.");
        area.setText(model.draft().get().text());
        area.textProperty().subscribe((_, text) -> model.say(text));
        var body = new VBox(12, heading());
        var read = new VBox();
        var under = new VBox(12);
        body.getChildren().addAll(area, read, under);
        Shown.following(body, model.revision(), _ -> {
            if (!area.getText().equals(model.draft().get().text())) {
                area.setText(model.draft().get().text());
            }
        });
        Shown.following(body, preview, reads -> {
            area.setVisible(!reads);
            area.setManaged(!reads);
            read.setVisible(reads);
            read.setManaged(reads);
            read.getChildren().setAll(reads ? List.of(reading()) : List.of());
        });
        Shown.following(
                body,
                page,
                shown -> under.getChildren()
                        .setAll(shown.ofDao().map(this::under).stream().toList()));
        Shown.following(
                body,
                around.acting().person(),
                _ -> under.getChildren()
                        .setAll(page.getValue().ofDao().map(this::under).stream()
                                .toList()));
        var scroll = new ScrollPane(Boxes.padded(body, 14, 20, 16, 20));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node heading() {
        var title = Words.section("The text of the proposal");
        title.setId("proposal-text-title");
        var ways = Choices.segments(
                "How the text is shown",
                List.of(new Choice<>(false, "Write"), new Choice<>(true, "Preview")),
                preview.get(),
                preview::set);
        return Boxes.row(12, title, Boxes.spacer(), ways);
    }

    private Node reading() {
        var text = area.getText();
        var pane = Boxes.styled(
                new VBox(text.isBlank() ? Words.muted("Nothing is written yet.") : new MarkdownText(text)),
                "card-pane",
                "markdown-pane");
        pane.setId("proposal-preview");
        return pane;
    }

    private Node under(Product.OfDao product) {
        var text = product.text();
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        var size = Words.secondary(Numbers.count(bytes) + " of " + Numbers.count(NewProposal.MOST_TEXT)
                + " bytes. Public for good; voters see it in quotes, beside what the calldata does.");
        size.setId("proposal-text-size");
        var hashes = new ArrayList<HashCard.Entry>();
        hashes.add(new HashCard.Entry("Text hash", Keccak.hash(text), "computed here", true));
        product.proposal()
                .ifPresent(proposal -> hashes.add(
                        new HashCard.Entry("Proposal id", new Hash32(Word.of(proposal.id())), "computed here", true)));
        var card = new HashCard(hashes);
        card.setId("proposal-hashes");
        return new VBox(10, Words.wrapped(size), rule(text), card);
    }

    private Node rule(String text) {
        var person = around.acting().person().get();
        var rule = ProposerRule.of(text);
        var words = Words.secondary(
                switch (rule) {
                    case ProposerRule.Anybody() -> "Anybody with enough votes can propose this text.";
                    case ProposerRule.Unseen() -> "The Governor does not see the #proposer= in this text.";
                    case ProposerRule.Only(var only) -> "Only " + around.name(only) + " can propose this text.";
                });
        words.setId("proposer-rule");
        var row = Boxes.row(12, Words.wrapped(words), Boxes.spacer());
        person.filter(acts -> !rule.equals(new ProposerRule.Only(acts.address())))
                .ifPresent(acts -> row.getChildren().add(restrict(acts)));
        return row;
    }

    /// What is written by then, which may be more than what this stands under.
    private Node restrict(Person person) {
        var link = new Link(
                "Let only " + person.name() + " propose it",
                () -> model.useText(ProposerRule.restricted(model.draft().get().text(), person.address())));
        link.setId("restrict-proposer");
        return link;
    }
}
