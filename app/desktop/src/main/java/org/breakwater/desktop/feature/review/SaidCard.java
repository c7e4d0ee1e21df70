package org.breakwater.desktop.feature.review;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.breakwater.core.safe.Operation;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;

/// What others say of a transaction, beside what its bytes do.
final class SaidCard extends GridPane {

    /// More than a description has; the rest is none.
    private static final int MOST_WORDS = 600;

    private static final int COLUMNS = 3;
    private static final double NAMES = 90;

    private final Reviewed reviewed;

    private SaidCard(Surroundings around, Reviewed reviewed) {
        this.reviewed = reviewed;
        getStyleClass().addAll("change-table", "said-table");
        getColumnConstraints().addAll(column(NAMES, Priority.NEVER), growing(), growing());
        addRow(0, heading(""), heading("Said by others"), heading("Computed here from the bytes"));
        var transaction = reviewed.queued().transaction();
        row("Action", words(), computed(Words.wrapped(Words.strong(reviewed.title()))));
        row("Operation", unsaid(), operation(transaction.operation()));
        row("Goes to", unsaid(), around.chip(transaction.to()));
        row("Signed as", hash(reviewed.queued().served().statedHash().toString()), agreement());
    }

    /// Nothing where nobody says anything.
    static Optional<Node> of(Surroundings around, Reviewed reviewed) {
        return reviewed.queued().served().words().isBlank()
                ? Optional.empty()
                : Optional.of(
                        Card.flush("What was said, and what the bytes do", new SaidCard(around, reviewed), source()));
    }

    private static Node source() {
        return Words.secondary("Nothing below follows from what was said");
    }

    private static ColumnConstraints column(double width, Priority growing) {
        var column = new ColumnConstraints(width, width, Double.MAX_VALUE);
        column.setHgrow(growing);
        return column;
    }

    /// Both sides are as wide as each other.
    private static ColumnConstraints growing() {
        return column(1, Priority.ALWAYS);
    }

    private static Label heading(String words) {
        return Boxes.styled(Words.secondary(words), "change-heading");
    }

    private void row(String name, Node said, Node computed) {
        add(Boxes.styled(new Region(), "change-line"), 0, getRowCount(), COLUMNS, 1);
        var cells = new Node[] {Words.secondary(name), said, computed};
        var at = getRowCount();
        for (int i = 0; i < cells.length; i++) {
            GridPane.setValignment(cells[i], VPos.CENTER);
            add(Boxes.styled(Boxes.row(0, Boxes.growing(cells[i])), "said-cell"), i, at);
        }
    }

    private Node words() {
        var words = reviewed.queued().served().words();
        return new QuotedWords(words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…");
    }

    private static Node unsaid() {
        return Words.muted("not mentioned");
    }

    private Node computed(Label words) {
        return Outcomes.isBlocked(reviewed) ? Tone.DANGER.on(words) : words;
    }

    private Node operation(Operation operation) {
        var words = Words.body(operation.code() + ", "
                + operation.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return operation == Operation.DELEGATE_CALL ? computed(words) : words;
    }

    private static Node hash(String hash) {
        return Words.mono(hash.substring(0, 10) + "…" + hash.substring(hash.length() - 8));
    }

    private Node agreement() {
        var own = reviewed.queued().hash().hash();
        return own.equals(reviewed.queued().served().statedHash())
                ? hash(own.toString())
                : Tone.DANGER.on(Words.wrapped(Words.strong("another hash, " + own)));
    }
}
