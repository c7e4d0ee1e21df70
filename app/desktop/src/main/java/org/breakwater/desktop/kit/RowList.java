package org.breakwater.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A short list of rows of several lines, some under headings; one is chosen. J, K and the arrow keys move, Enter
/// opens. New entries leave the choice, the focus and where one has scrolled as they are.
public final class RowList<K> extends ScrollPane {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /// What stands in a list.
    public sealed interface Entry<K> {

        /// A heading over the rows that follow.
        record Heading<K>(Node content) implements Entry<K> {}

        /// @param key what it is about
        /// @param spoken what is read out
        record Row<K>(K key, Node content, String spoken, List<String> styles) implements Entry<K> {}
    }

    /// A row as it is drawn.
    private record Drawn<K>(K key, RowFace face) {}

    private final VBox column = Boxes.styled(new VBox(), "row-list-column");
    private final List<Drawn<K>> rows = new ArrayList<>();
    private final Consumer<K> choose;
    private final Consumer<K> open;
    private Optional<K> chosen = Optional.empty();

    /// @param name what the rows are; read out
    /// @param choose called with the row that is moved to
    /// @param open called on Enter and a double click
    public RowList(String name, Consumer<K> choose, Consumer<K> open) {
        this.choose = choose;
        this.open = open;
        getStyleClass().add("row-list");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(name);
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    public void show(List<Entry<K>> entries) {
        var focused =
                rows.stream().filter(row -> row.face().isFocused()).findFirst().map(Drawn::key);
        rows.clear();
        var nodes = new ArrayList<Node>();
        for (var entry : entries) {
            switch (entry) {
                case Entry.Heading<K>(var content) -> nodes.add(Boxes.styled(content, "row-heading"));
                case Entry.Row<K> row -> nodes.add(face(row));
            }
        }
        column.getChildren().setAll(nodes);
        mark();
        focused.flatMap(this::drawn).ifPresent(row -> row.face().requestFocus());
    }

    private RowFace face(Entry.Row<K> row) {
        var face = new RowFace(row.content(), row.spoken(), () -> choose(row.key()))
                .onDoubleClick(() -> open.accept(row.key()));
        face.getStyleClass().addAll(row.styles());
        rows.add(new Drawn<>(row.key(), face));
        return face;
    }

    /// Marks a row as the chosen one, without choosing it.
    public void mark(Optional<K> key) {
        chosen = key;
        mark();
    }

    private void mark() {
        rows.forEach(row -> row.face()
                .pseudoClassStateChanged(
                        CURRENT, chosen.filter(row.key()::equals).isPresent()));
    }

    private void choose(K key) {
        mark(Optional.of(key));
        choose.accept(key);
    }

    /// Goes some rows on, and gives the row the focus.
    public void move(int step) {
        if (rows.isEmpty()) {
            return;
        }
        var at = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (chosen.filter(rows.get(i).key()::equals).isPresent()) {
                at = i;
            }
        }
        var next = rows.get(Math.clamp(at + (long) step, 0, rows.size() - 1));
        choose(next.key());
        drawn(next.key()).ifPresent(row -> {
            row.face().requestFocus();
            reveal(row.face());
        });
    }

    private Optional<Drawn<K>> drawn(K key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    private void reveal(Node row) {
        var bounds = row.getBoundsInParent();
        var hidden = column.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            var top = getVvalue() * hidden;
            var bottom = top + getViewportBounds().getHeight();
            if (bounds.getMinY() < top) {
                setVvalue(bounds.getMinY() / hidden);
            } else if (bounds.getMaxY() > bottom) {
                setVvalue((bounds.getMaxY() - getViewportBounds().getHeight()) / hidden);
            }
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            chosen.ifPresent(open);
            event.consume();
            return;
        }
        var step = step(event.getCode());
        if (step != 0) {
            move(step);
            event.consume();
        }
    }

    private static int step(KeyCode key) {
        return switch (key) {
            case J, DOWN -> 1;
            case K, UP -> -1;
            default -> 0;
        };
    }
}
