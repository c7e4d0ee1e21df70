package org.breakwater.desktop.kit.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.breakwater.desktop.kit.Words;

/// The totals under a table, each under its column. It stays while the rows scroll.
final class TotalRow<R> extends Region {

    private static final double PADDING = 10;

    private final TableView<R> view;
    private final List<Column<R>> columns;

    TotalRow(TableView<R> view, List<Column<R>> columns) {
        this.view = view;
        this.columns = columns;
        getStyleClass().add("total-row");
        columns.forEach(column -> getChildren().add(label(column)));
        view.getColumns().forEach(column -> column.widthProperty().subscribe(this::requestLayout));
        view.getColumns().forEach(column -> column.visibleProperty().subscribe(this::requestLayout));
        setAccessibleRole(AccessibleRole.TEXT);
        speak();
    }

    /// Shows other totals, one for each column; empty for none.
    void show(List<String> totals) {
        for (int i = 0; i < totals.size(); i++) {
            label(i).setText(totals.get(i));
        }
        speak();
    }

    private Label label(int column) {
        return (Label) getChildren().get(column);
    }

    private void speak() {
        setAccessibleText("Total: "
                + IntStream.range(0, columns.size())
                        .filter(i -> !label(i).getText().isEmpty())
                        .mapToObj(i -> columns.get(i).head() + " " + label(i).getText())
                        .collect(Collectors.joining(", ")));
    }

    private static Label label(Column<?> column) {
        return column.numeric() ? Words.strong(column.total()) : Words.muted(column.total());
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = view.getColumns().get(i);
            label(i).setVisible(column.isVisible());
            if (!column.isVisible()) {
                continue;
            }
            var width = column.getWidth();
            var room = Math.max(0, width - 2 * PADDING);
            // A cut number would be another number: it rather reaches over to the left.
            var more = columns.get(i).numeric() ? Math.max(0, label(i).prefWidth(-1) - room) : 0;
            var side = columns.get(i).numeric() ? HPos.RIGHT : HPos.LEFT;
            layoutInArea(label(i), x + PADDING - more, 0, room + more, getHeight(), 0, side, VPos.CENTER);
            x += width;
        }
    }
}
