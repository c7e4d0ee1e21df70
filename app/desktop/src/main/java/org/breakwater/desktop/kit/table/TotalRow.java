package org.breakwater.desktop.kit.table;

import java.util.List;
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
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Total: "
                + String.join(
                        ", ",
                        columns.stream()
                                .filter(column -> !column.total().isEmpty())
                                .map(column -> column.head() + " " + column.total())
                                .toList()));
    }

    private static Label label(Column<?> column) {
        return column.numeric() ? Words.strong(column.total()) : Words.muted(column.total());
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < columns.size(); i++) {
            var width = view.getColumns().get(i).getWidth();
            var side = columns.get(i).numeric() ? HPos.RIGHT : HPos.LEFT;
            layoutInArea(
                    getChildren().get(i),
                    x + PADDING,
                    0,
                    Math.max(0, width - 2 * PADDING),
                    getHeight(),
                    0,
                    side,
                    VPos.CENTER);
            x += width;
        }
    }
}
