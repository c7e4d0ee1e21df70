package org.breakwater.desktop.place;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.acting.GiveBallot;
import org.breakwater.core.acting.Person;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.ActViewModel.Step;
import org.breakwater.desktop.wording.ArgumentWords;
import org.breakwater.desktop.wording.CallSentences;

/// Under a page: what came of the last act, the step that the person is in, and the bar with what can be done. What is
/// sent is read back from its bytes here, whatever the form said.
public final class ActArea extends VBox {

    private static final double HASHES = 440;
    private static final double NAMES = 120;
    private static final double MOST_PANEL = 420;

    private final Surroundings around;
    private final ActViewModel model;
    private final Function<String, Node> forms;
    private final CallSentences sentences;
    private final StackPane notice = new StackPane();
    private final StackPane panel = new StackPane();
    private final StackPane bar = new StackPane();

    /// @param forms what is filled in, by the form's name
    /// @param bar what can be done; empty where nothing is to be said
    public ActArea(
            Surroundings around,
            ActViewModel model,
            Function<String, Node> forms,
            ObservableValue<Optional<Node>> bar) {
        this.around = around;
        this.model = model;
        this.forms = forms;
        this.sentences = new CallSentences(around::name, around.calls(), around.deployment());
        getStyleClass().add("action-area");
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(notice, panel, this.bar);
        Shown.following(this, model.notice(), this::tell);
        Shown.following(this, model.step(), this::show);
        Shown.following(this, bar, this::draw);
    }

    /// With a bar that follows how things stand.
    ///
    /// @param standing empty while that is not known
    public static <T> ActArea of(
            Surroundings around,
            ActViewModel model,
            Function<String, Node> forms,
            ObservableValue<Optional<T>> standing,
            Function<T, Optional<Node>> bar) {
        return new ActArea(around, model, forms, standing.map(now -> now.flatMap(bar)));
    }

    private void tell(Optional<ActNotice> told) {
        notice.getChildren().setAll(told.map(this::banner).stream().toList());
        settle();
    }

    private Node banner(ActNotice told) {
        var acts = new ArrayList<Node>();
        told.receipt().ifPresent(receipt -> acts.add(new Link("Save the receipt…", () -> save(receipt))));
        acts.add(new Link("Close", model::leave));
        var banner = new Banner(
                told.severity(), told.severity().icon(), told.title(), told.words(), acts.toArray(Node[]::new));
        banner.setId("act-notice");
        return Boxes.padded(new VBox(banner), 12, 20, 12, 20);
    }

    private void save(ActReceipt receipt) {
        around.saving().save(receipt.name(), () -> receipt.content().getBytes(StandardCharsets.UTF_8));
    }

    private void draw(Optional<Node> row) {
        bar.getChildren()
                .setAll(row.map(node -> Boxes.styled(new StackPane(node), "action-bar")).stream()
                        .toList());
        settle();
    }

    private void settle() {
        var shown = !(notice.getChildren().isEmpty()
                && panel.getChildren().isEmpty()
                && bar.getChildren().isEmpty());
        setManaged(shown);
        setVisible(shown);
    }

    private void show(Step step) {
        var shown = panel(step);
        panel.getChildren().setAll(shown.stream().toList());
        panel.setManaged(shown.isPresent());
        bar.setVisible(shown.isEmpty());
        bar.setManaged(shown.isEmpty());
        settle();
    }

    private Optional<Node> panel(Step step) {
        return switch (step) {
            case Step.Idle _ -> Optional.empty();
            case Step.Writing(var form) -> Optional.of(scrolled(forms.apply(form)));
            case Step.Working(var words) -> Optional.of(working(words));
            case Step.Signing signing -> Optional.of(scrolled(signing(signing)));
            case Step.Paying paying -> Optional.of(scrolled(paying(paying)));
            case Step.Sent(var wanted, var _, var sent) ->
                Optional.of(Boxes.styled(
                        Boxes.row(
                                12,
                                Words.strong(wanted.act() + ": handed in, no block has it yet"),
                                Words.secondary("Transaction " + sent.newest()),
                                Boxes.spacer(),
                                Buttons.plain("Send again with a higher fee", model::raise)),
                        "action-panel"));
        };
    }

    private static Node scrolled(Node content) {
        var panel = Boxes.styled(new VBox(content), "action-panel");
        var pane = new ScrollPane(panel);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        // as high as what is in it, and no higher than leaves room for the page
        panel.heightProperty().subscribe(height -> pane.setPrefHeight(Math.min(MOST_PANEL, height.doubleValue())));
        return pane;
    }

    private static Node working(String words) {
        var line = Words.secondary(words + "…");
        line.setId("act-working");
        return Boxes.styled(new VBox(line), "action-panel");
    }

    /// The ballot as the device is given it.
    private Node signing(Step.Signing signing) {
        var document = signing.ballot().document();
        var hashes = new HashCard(List.of(
                new HashCard.Entry("Domain hash", document.domainHash(), "computed here", true),
                new HashCard.Entry("Message hash", document.messageHash(), "computed here", true),
                new HashCard.Entry("Ballot hash", document.hash(), "what is signed", true)));
        hashes.setMaxWidth(HASHES);
        hashes.setMinWidth(HASHES);
        var sign = Buttons.primary("Sign the ballot as " + signing.voter().name(), model::sign);
        sign.setId("act-sign");
        var words = new VBox(
                8,
                Words.wrapped(Words.strong(signing.wanted().act())),
                fields(signing.ballot()),
                text(signing.wanted().text()),
                Words.wrapped(Words.secondary(signing.payer().name()
                        + " sends it and pays. Anybody else could send it too, and nobody can change it. It ends with"
                        + " the vote, or when " + signing.voter().name() + " signs another ballot that is counted.")),
                unlocked(signing.voter(), () -> Boxes.row(8, sign, Buttons.plain("Cancel", model::cancel))));
        words.setMinWidth(0);
        return new HBox(20, Boxes.growing(words), new VBox(hashes));
    }

    private Node unlocked(Person person, Supplier<Node> then) {
        return new UnlockFirst(around.acting(), around.background(), person, then);
    }

    private Node fields(GiveBallot.Unsigned ballot) {
        var document = ballot.document();
        var grid = FactGrid.of(NAMES);
        var words = new ArgumentWords(around::name);
        grid.add("Document", Words.mono(document.primaryType()));
        var members = document.types().struct(document.primaryType()).members();
        if (document.message() instanceof AbiValue.Tuple(var values)) {
            for (int i = 0; i < members.size(); i++) {
                grid.add(members.get(i).name(), Words.wrapped(Words.mono(words.of(values.get(i)))));
            }
        }
        return grid;
    }

    /// What is sent, read back from its bytes.
    private Node paying(Step.Paying paying) {
        var call = paying.call();
        var send =
                Buttons.primary(paying.wanted().act() + " as " + paying.payer().name(), model::send);
        send.setId("act-send");
        var sentence = Words.wrapped(Words.strong(sentence(call)));
        sentence.setId("act-sentence");
        var left = new VBox(
                8,
                Words.secondary("Read back from the " + call.data().length() + " bytes that are sent to "
                        + around.name(call.to())),
                sentence,
                arguments(call),
                text(paying.wanted().text()),
                bytes(call.data()));
        left.setMinWidth(0);
        var right = new VBox(
                10,
                FeePanel.speeds(paying.speed(), model::choose),
                FeePanel.facts(paying.prepared(), paying.speed()),
                Words.wrapped(Words.secondary("Counted only when the contract says so: "
                        + paying.call().counts().name() + ".")),
                unlocked(paying.payer(), () -> Boxes.row(8, send, Buttons.plain("Cancel", model::cancel))));
        right.setMinWidth(HASHES);
        right.setMaxWidth(HASHES);
        return new HBox(24, Boxes.growing(left), right);
    }

    private CallReading reading(AccountCall call) {
        return around.calls().read(call.to(), BigInteger.ZERO, call.data());
    }

    private String sentence(AccountCall call) {
        return switch (around.known().getValue()) {
            case Loadable.Ready<Known>(var known, var _) -> sentences.of(reading(call), known);
            case Loadable.Stale<Known>(var known, var _, var _) -> sentences.of(reading(call), known);
            case Loadable.Idle<Known> _, Loadable.Loading<Known> _, Loadable.Failed<Known> _ -> "";
        };
    }

    private Node arguments(AccountCall call) {
        var grid = FactGrid.of(NAMES);
        var words = new ArgumentWords(around::name);
        if (reading(call) instanceof CallReading.Understood understood) {
            grid.add("Function", Words.mono(understood.call().function().canonical()));
            for (Argument argument : understood.call().arguments()) {
                grid.add(
                        argument.name(),
                        argument.value() instanceof AbiValue.Text(var text) && text.contains("\n")
                                ? new QuotedWords(text)
                                : Words.wrapped(Words.mono(shortened(words.of(argument.value())))));
            }
        }
        return grid;
    }

    /// The words whose hash is sent, with that hash computed from them here.
    private static Node text(String text) {
        if (text.isEmpty()) {
            return new Region();
        }
        return new VBox(
                4,
                Words.secondary("The text that hashes to " + Keccak.hash(text)),
                new QuotedWords(text, Words.caption("Your words; the chain keeps their hash alone")));
    }

    private static String shortened(String value) {
        var most = 260;
        return value.length() <= most ? value : value.substring(0, most) + "… (" + value.length() + " characters)";
    }

    private static Node bytes(Bytes data) {
        var most = 300;
        var text =
                data.length() <= most ? data.toHex() : data.slice(0, most).toHex() + "… (" + data.length() + " bytes)";
        return Words.wrapped(Boxes.styled(Words.mono(text), "muted"));
    }
}
