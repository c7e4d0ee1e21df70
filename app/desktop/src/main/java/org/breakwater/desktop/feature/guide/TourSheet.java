package org.breakwater.desktop.feature.guide;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;

/// Four cards for whoever opens the console for the first time. It can be left at once.
public final class TourSheet extends VBox {

    private static final double WIDTH = 560;

    /// @param words what the card says, a few sentences
    /// @param shown what it shows under them
    private record Card(Icon icon, String title, String words, List<Node> shown) {}

    private final List<Card> cards = List.of(
            new Card(
                    Icon.EYE,
                    "Nothing is taken on trust",
                    "What a transaction does is computed on this machine, from its bytes. What a service or a proposer"
                            + " says of it stands in quotes with a line at its left, and counts for nothing."
                            + " Every number says from which block it is.",
                    List.of()),
            new Card(
                    Icon.INBOX,
                    "What needs you is in Inbox",
                    "What waits for a signature or a vote, what can be executed, and what closes by itself; what ends"
                            + " first stands first. J and K move, Enter opens.",
                    List.of(
                            keys("Go to a place", "Ctrl", "1–8"),
                            keys("Go to, find, do", "Ctrl", "K"),
                            keys("Every key", "?"))),
            new Card(
                    Icon.SHIELD,
                    "Worst first, and unknown is said",
                    "A hold is settled by typing what it is. A block cannot be signed, here or anywhere. A check that"
                            + " could not run is shown as such and never as passed.",
                    List.of(severities())),
            new Card(
                    Icon.PAUSE,
                    "Stop fast, loosen slowly",
                    "From any place one chord leads to a pause. Drill practises it on a copy of the chain and signs"
                            + " nothing. The guide opens at the page of the place that you are at.",
                    List.of(keys("Pause something", "Ctrl", "Shift", "P"), keys("User guide", "F1"))));

    private final Runnable close;
    private final StackPane card = new StackPane();
    private final StackPane steps = new StackPane();
    private final Button back = Buttons.plain("Back", this::goBack);
    private final Button next = Buttons.primary("Next", this::goOn);
    private int shown;

    public TourSheet(Runnable close) {
        this.close = close;
        getStyleClass().addAll("popup", "tour");
        setId("tour");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        next.setId("tour-next");
        var acts = Boxes.row(
                8, Buttons.flat("Leave the tour", close), new KeyCap("Esc"), Boxes.spacer(), steps, back, next);
        getChildren().addAll(card, Boxes.styled(acts, "guide-acts"));
        show(0);
    }

    /// What takes the focus.
    public Button next() {
        return next;
    }

    private void goOn() {
        if (shown == cards.size() - 1) {
            close.run();
        } else {
            show(shown + 1);
        }
    }

    private void goBack() {
        show(shown - 1);
    }

    private void show(int at) {
        shown = at;
        card.getChildren().setAll(face(cards.get(at)));
        steps.getChildren().setAll(Words.secondary((at + 1) + " of " + cards.size()));
        back.setDisable(at == 0);
        next.setText(at == cards.size() - 1 ? "Begin" : "Next");
    }

    private static Node face(Card card) {
        var title = Boxes.row(10, card.icon().at(Icon.Size.PANE, Tone.ACCENT), Words.section(card.title()));
        var face = new VBox(12, title, Words.wrapped(Words.body(card.words())));
        face.getChildren().addAll(card.shown());
        return Boxes.styled(face, "tour-card");
    }

    private static Node keys(String what, String... caps) {
        var row = Boxes.row(4, Words.muted(what), Boxes.spacer());
        for (var cap : caps) {
            row.getChildren().add(new KeyCap(cap));
        }
        return row;
    }

    private static Node severities() {
        var tags = new FlowPane(8, 8);
        List.of(Severity.BLOCK, Severity.HOLD, Severity.COULD_NOT_RUN, Severity.WARNING, Severity.NOTE, Severity.PASSED)
                .forEach(severity -> tags.getChildren().add(new SeverityTag(severity)));
        return tags;
    }
}
