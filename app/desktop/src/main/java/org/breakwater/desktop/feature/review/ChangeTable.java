package org.breakwater.desktop.feature.review;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;

/// What changes, what it was, and what it becomes, under each other so that numbers can be compared.
final class ChangeTable extends GridPane {

    private static final int COLUMNS = 4;

    private final Function<Address, AddressChip> chip;

    ChangeTable(List<ChangeRow> rows, Function<Address, AddressChip> chip) {
        this.chip = chip;
        getStyleClass().add("change-table");
        getColumnConstraints()
                .addAll(
                        column(Region.USE_PREF_SIZE, HPos.LEFT, Priority.SOMETIMES),
                        column(Region.USE_PREF_SIZE, HPos.RIGHT, Priority.SOMETIMES),
                        column(Region.USE_PREF_SIZE, HPos.RIGHT, Priority.SOMETIMES),
                        column(0, HPos.LEFT, Priority.ALWAYS));
        addRow(0, heading("What changes"), heading("Before"), heading("After"), heading(""));
        ChangeRow.Kind shown = null;
        var several = rows.stream().map(ChangeRow::kind).distinct().count() > 1;
        for (var row : rows) {
            if (several && row.kind() != shown) {
                category(row.kind());
                shown = row.kind();
            }
            row(row);
        }
    }

    private static ColumnConstraints column(double least, HPos side, Priority growing) {
        var column = new ColumnConstraints();
        column.setMinWidth(least);
        column.setHalignment(side);
        column.setHgrow(growing);
        return column;
    }

    private static Label heading(String words) {
        return Boxes.styled(Words.secondary(words), "change-heading");
    }

    private void line() {
        var line = Boxes.styled(new Region(), "change-line");
        add(line, 0, getRowCount(), COLUMNS, 1);
    }

    private void category(ChangeRow.Kind kind) {
        line();
        add(Boxes.styled(Words.caption(kind.words()), "change-category"), 0, getRowCount(), COLUMNS, 1);
    }

    private void row(ChangeRow row) {
        line();
        var before = whole(Boxes.styled(Words.muted(row.before()), "change-value"));
        var after = whole(Boxes.styled(Words.name(row.after()), "change-value"));
        row.tone().on(after);
        var remark = Boxes.styled(Words.wrapped(Words.secondary(row.remark())), "change-remark");
        if (row.tone() == Tone.WARNING || row.tone() == Tone.HOLD || row.tone() == Tone.DANGER) {
            row.tone().on(remark);
        }
        var cells = List.of(subject(row), before, after, remark);
        var at = getRowCount();
        for (int i = 0; i < cells.size(); i++) {
            GridPane.setValignment(cells.get(i), VPos.CENTER);
            add(cells.get(i), i, at);
        }
    }

    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node subject(ChangeRow row) {
        var subject = Boxes.row(6);
        if (!row.lead().isEmpty()) {
            subject.getChildren().add(whole(Words.body(row.lead())));
        }
        row.who().ifPresent(address -> subject.getChildren().add(chip.apply(address)));
        if (!row.what().isEmpty()) {
            subject.getChildren().add(whole(Words.muted(row.what())));
        }
        return Boxes.styled(subject, "change-subject");
    }
}
