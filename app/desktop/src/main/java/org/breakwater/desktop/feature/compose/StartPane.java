package org.breakwater.desktop.feature.compose;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// What stands in the middle while no call is written: how to begin, and drafts that can be taken up again.
final class StartPane {

    private final ComposeViewModel model;
    private final Acts acts;

    /// What reaches beyond this pane.
    interface Acts {

        void open(Draft draft);

        String name(Address safe);
    }

    StartPane(ComposeViewModel model, Acts acts) {
        this.model = model;
        this.acts = acts;
    }

    Node start() {
        var words = Words.wrapped(Words.secondary(
                "Each template writes one call. Several calls become one batch or one proposal: all of them happen,"
                        + " or none. Everything is kept on this computer while you write, and nothing is sent before"
                        + " you have read it back."));
        var drafts = new VBox();
        Shown.following(
                drafts,
                model.drafts(),
                all -> drafts.getChildren()
                        .setAll(
                                all.isEmpty()
                                        ? List.of(Boxes.padded(
                                                new VBox(Words.secondary("No draft is kept on this computer.")),
                                                10,
                                                14,
                                                10,
                                                14))
                                        : all.stream().map(this::row).toList()));
        var title = Words.section("Choose a template");
        title.setId("compose-start");
        return Boxes.padded(new VBox(12, title, words, Card.flush("Drafts on this computer", drafts)), 14, 20, 16, 20);
    }

    private Node row(Draft draft) {
        var first = draft.calls().isEmpty()
                ? "Nothing written"
                : draft.calls().getFirst().template().title()
                        + (draft.calls().size() == 1
                                ? ""
                                : ", and " + Numbers.count(draft.calls().size() - 1L) + " more");
        var second = acts.name(draft.safe()) + ", written " + Times.dateAndTime(draft.changed()) + " UTC"
                + draft.reviewed()
                        .map(_ -> draft.text().isEmpty() ? ", taken to review" : ", submitted")
                        .orElse("");
        var words = new VBox(2, Words.name(first), Words.secondary(second));
        var open = new Link("Take up again", () -> acts.open(draft));
        open.setAccessibleText("Take up draft " + draft.id() + ", " + first);
        var delete = Buttons.icon(Icon.TRASH, "Delete draft " + draft.id(), () -> model.forget(draft.id()));
        return Boxes.styled(Boxes.row(10, Boxes.growing(words), open, delete), "draft-row");
    }

    /// Pasting a batch of the Transaction Builder, or choosing its file.
    ///
    /// @param problem takes a batch in; says why it cannot
    /// @param choose lets a person choose a file, and hands over its text
    Node importing(Function<String, String> problem, Consumer<Consumer<String>> choose) {
        var area = new TextArea();
        area.setPrefRowCount(12);
        area.setAccessibleText("Batch of the Transaction Builder");
        area.setId("compose-import");
        area.getStyleClass().add("input-area");
        var why = Words.wrapped(Tone.DANGER.on(Words.secondary("")));
        why.setId("compose-import-problem");
        var add = Buttons.plain(Icon.PLUS, "Add its calls", () -> why.setText(problem.apply(area.getText())));
        var file = Buttons.plain(
                Icon.UPLOAD,
                "Choose a file…",
                () -> choose.accept(text -> {
                    area.setText(text);
                    why.setText(problem.apply(text));
                }));
        file.setId("compose-import-file");
        return Boxes.padded(
                new VBox(
                        12,
                        Words.section("Import a batch file"),
                        Words.wrapped(Words.secondary(
                                "Choose or paste what the Safe Transaction Builder exported. Its checksum and"
                                        + " network are compared; what its author says of the calls is not believed.")),
                        area,
                        why,
                        Boxes.row(8, file, add)),
                14,
                20,
                16,
                20);
    }
}
