package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.feature.compose.ComposePage.CallLine;
import org.breakwater.desktop.feature.compose.ComposePage.Product;
import org.breakwater.desktop.feature.compose.ComposeViewModel.Part;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.FactRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.RowFace;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.ReviewFindings;

/// What is composed, at the right: by whom, its calls in their order, what speaks against it so far. A transaction of a
/// Safe has a nonce, a proposal of the DAO a text and a rehearsal.
final class BatchColumn {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MOST_TITLE = 120;

    private final Surroundings around;
    private final ComposeViewModel model;
    private final ObservableValue<ComposePage> page;
    private final Acts acts;
    private final VBox calls = new VBox();
    private final StackPane checks = new StackPane();
    private final VBox facts = new VBox();
    private final VBox parts = new VBox();
    private final StackPane composers = new StackPane();
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
        lead.setMinWidth(0);
        var sign = Words.secondary("");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var title = Words.wrapped(Words.section(""));
        title.setId("compose-title");
        var head = Boxes.styled(new VBox(8, Boxes.row(8, lead, Boxes.spacer(), sign), title, choice()), "batch-head");
        var full = Words.secondary("");
        var column = new VBox(
                head,
                parts,
                heading("Calls, in order", "Alt ↑ ↓ moves"),
                calls,
                links(),
                Boxes.styled(Boxes.row(8, Words.name("Checks so far"), Boxes.spacer(), full), "row-heading"),
                checks,
                facts);
        Shown.following(column, page, read -> {
            lead.setText(lead(read));
            lead.setGraphic((read.composer().isDao() ? Icon.PROPOSAL : Icon.COUNCIL).at(Icon.Size.BUTTON, Tone.MUTED));
            full.setText(read.composer().isDao() ? "all are in the rehearsal" : "the full set runs at review");
            sign.setText(read.ofSafe()
                    .map(product -> product.safe().setup())
                    .map(setup -> setup.threshold() + " of " + setup.owners().size() + " sign")
                    .orElse(""));
            title.setText(read.title());
            show(read);
        });
        Shown.following(column, model.selected(), _ -> show(page.getValue()));
        Shown.following(column, model.simulated(), _ -> show(page.getValue()));
        Shown.following(column, model.part(), _ -> show(page.getValue()));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("plain-scroll", "batch-column");
        return scroll;
    }

    private static String lead(ComposePage read) {
        var count = read.lines().size();
        return switch (read.product()) {
            case Product.OfSafe(var safe, var number, var _, var _) ->
                safe.name() + " Safe, nonce " + number
                        + (count > 1 ? ", batch of " + Numbers.count(count) + " calls" : "");
            case Product.OfDao _ -> "Proposal of the DAO" + (count > 1 ? ", " + Numbers.count(count) + " actions" : "");
        };
    }

    private static Node heading(String words, String trailing) {
        return Boxes.styled(Boxes.row(8, Words.name(words), Boxes.spacer(), Words.secondary(trailing)), "row-heading");
    }

    /// Who makes the calls, and with which nonce where it is a Safe.
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
        Shown.following(frame, page, read -> {
            frame.setVisible(read.ofSafe().isPresent());
            frame.setManaged(read.ofSafe().isPresent());
        });
        return Boxes.row(10, composers, Boxes.spacer(), frame);
    }

    private static Optional<BigInteger> number(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(WrittenValue.amount(text, 0));
        } catch (IllegalArgumentException unfinished) {
            return Optional.empty();
        }
    }

    private void show(ComposePage read) {
        read.ofSafe().ifPresent(product -> nonce.setPromptText(product.nonce().toString()));
        composers(read);
        parts.getChildren().setAll(read.ofDao().map(this::parts).orElse(List.of()));
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
                .setAll(
                        switch (read.product()) {
                            case Product.OfSafe product ->
                                product.transaction().map(this::facts).orElse(List.of());
                            case Product.OfDao product -> facts(product);
                        });
    }

    private void composers(ComposePage read) {
        var choices = read.composers().stream()
                .map(composer -> new Choices.Choice<>(composer.address(), composer.name()))
                .toList();
        if (composers.getChildren().isEmpty()) {
            var segments = Choices.<Address>segments(
                    "Who makes the calls", choices, read.composer().address(), model::composeFor);
            segments.setId("compose-composers");
            composers.getChildren().setAll(segments);
        }
    }

    // ── text and rehearsal ─────────────────────────────────────────────────────────────────────────────────────

    private List<Node> parts(Product.OfDao product) {
        var text = product.text().strip();
        var first = text.lines().findFirst().map(BatchColumn::title).orElse("No text yet");
        var words = text.isEmpty()
                ? "What voters read beside what the calldata does"
                : Numbers.count(text.getBytes(StandardCharsets.UTF_8).length) + " bytes";
        var rehearsal = model.simulated().get().flatMap(Simulation.Outcome::rehearsal);
        var waiting = Words.secondary(product.proposal().isEmpty() ? "" : "under way…");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        Node verdict = rehearsal.<Node>map(RehearsalPane::tag).orElse(waiting);
        return List.of(
                part(Part.TEXT, Icon.FILE_TEXT, first, words, text.isEmpty() ? unwritten() : Words.secondary("")),
                part(
                        Part.REHEARSAL,
                        Icon.PLAY,
                        "Rehearsal",
                        product.proposal().isEmpty()
                                ? "Once every call is finished and there is a text"
                                : "As the timelock, as if the vote were won and the delay over",
                        verdict));
    }

    private static Node unwritten() {
        var words = Tone.WARNING.on(Words.secondary("not written"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        return words;
    }

    private static String title(String line) {
        var title = Quotation.plain(line.replaceFirst("^#+\\s*", ""));
        return title.length() <= MOST_TITLE ? title : title.substring(0, MOST_TITLE) + "…";
    }

    private Node part(Part part, Icon icon, String first, String second, Node state) {
        var words = new VBox(2, Words.wrapped(Words.name(first)), Words.wrapped(Words.secondary(second)));
        words.setMinWidth(0);
        var content = Boxes.row(10, icon.at(Icon.Size.ROW, Tone.MUTED), Boxes.growing(words), state);
        var face = new RowFace(Boxes.padded(content, 8, 0, 8, 6), first + ", " + second, () -> model.show(part));
        face.pseudoClassStateChanged(CURRENT, model.part().get() == part);
        face.setId("compose-part-" + part.name().toLowerCase(Locale.ROOT));
        return Boxes.styled(face, "compose-call");
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
        face.pseudoClassStateChanged(
                CURRENT, model.part().get() == Part.CALL && model.selected().get() == index);
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
        Shown.following(export, page, read -> {
            export.setDisable(read.transaction().isEmpty());
            export.setVisible(read.ofSafe().isPresent());
            export.setManaged(read.ofSafe().isPresent());
        });
        return Boxes.styled(Boxes.row(10, another, Boxes.spacer(), copy, remove, export), "batch-links");
    }

    private Node checks(ComposePage read) {
        var findings = new ArrayList<>(read.checks());
        model.simulated().get().ifPresent(outcome -> {
            findings.add(outcome.finding());
            outcome.rehearsal().ifPresent(review -> findings.addAll(aboutText(review)));
        });
        findings.sort(Comparator.comparing(Finding::severity));
        List<Check> listed =
                findings.stream().map(finding -> finding.check(around.router())).toList();
        return listed.isEmpty()
                ? Boxes.padded(new VBox(Words.secondary("Nothing speaks against it so far.")), 10, 16, 10, 16)
                : new CheckList(listed);
    }

    /// Where text and actions differ; the rest is in the rehearsal.
    private List<Finding> aboutText(ProposalReview review) {
        return new ReviewFindings(around::name)
                .of(review).stream()
                        .filter(finding -> finding.sentence().equals(ProposalCheckId.P3.title())
                                && finding.severity().compareTo(Severity.NOTE) < 0)
                        .map(finding -> new Finding(
                                finding.severity(), "Text and actions differ", finding.evidence(), finding.leadsTo()))
                        .toList();
    }

    /// When what would happen, if it were submitted now.
    private List<Node> facts(Product.OfDao product) {
        var times = product.times();
        var opens = at(times.opens());
        opens.setId("proposal-opens");
        return List.of(Boxes.padded(
                new VBox(
                        new FactRow("Vote opens, if proposed now", opens),
                        new FactRow("Vote closes", at(times.closes())),
                        new FactRow("Carried out, at the earliest", at(times.carriedOut()))),
                8,
                16,
                12,
                16));
    }

    private static Label at(long seconds) {
        var label = Words.body(Times.dateAndTime(Instant.ofEpochSecond(seconds)) + " UTC");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
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
