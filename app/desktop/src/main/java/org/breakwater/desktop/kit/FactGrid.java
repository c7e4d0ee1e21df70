package org.breakwater.desktop.kit;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Facts under each other: the name muted at the left, the value beside it.
public final class FactGrid extends GridPane {

    private static final double GAP = 6;

    private final HPos side;

    private FactGrid(double names, HPos side) {
        super(GAP, GAP);
        this.side = side;
        getStyleClass().add("fact-grid");
        var first = new ColumnConstraints();
        var second = new ColumnConstraints();
        if (side == HPos.LEFT) {
            first.setMinWidth(names);
            first.setPrefWidth(names);
            first.setMaxWidth(names);
            second.setMinWidth(0);
        }
        second.setHgrow(Priority.ALWAYS);
        second.setHalignment(side);
        getColumnConstraints().addAll(first, second);
    }

    /// Values begin in one line.
    ///
    /// @param names how wide the names are, in pixels
    public static FactGrid of(double names) {
        return new FactGrid(names, HPos.LEFT);
    }

    /// Amounts under each other: values end in one line at the right.
    public static FactGrid ofAmounts() {
        return new FactGrid(0, HPos.RIGHT);
    }

    public FactGrid add(String name, Node value) {
        var label = Words.muted(name);
        label.setAccessibleRole(AccessibleRole.TEXT);
        if (side == HPos.RIGHT) {
            Words.wrapped(label);
        }
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setFillWidth(value, side == HPos.LEFT);
        addRow(getRowCount(), label, value);
        return this;
    }

    public FactGrid add(String name, String value) {
        return add(name, Words.wrapped(Words.body(value)));
    }

    /// A value that needs the whole width, under its name.
    public FactGrid addWide(String name, Node value) {
        add(Words.muted(name), 0, getRowCount(), 2, 1);
        add(value, 0, getRowCount(), 2, 1);
        return this;
    }

    /// A line before what follows from the rows above.
    public FactGrid addLine() {
        add(Boxes.line(), 0, getRowCount(), 2, 1);
        return this;
    }

    /// What the rows above come to.
    public FactGrid addTotal(String name, Node value) {
        GridPane.setFillWidth(value, side == HPos.LEFT);
        addRow(getRowCount(), Words.strong(name), Boxes.styled(value, "total"));
        return this;
    }
}
