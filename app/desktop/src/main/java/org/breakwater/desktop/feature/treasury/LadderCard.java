package org.breakwater.desktop.feature.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.LiquidityLadder;
import org.breakwater.desktop.kit.chart.LiquidityLadder.Rung;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// The ladder as a picture under its legend, and as a table of the same figures.
final class LadderCard {

    private final Ladder ladder;

    LadderCard(Ladder ladder) {
        this.ladder = ladder;
    }

    String sentence() {
        return LiquidityLadder.sentence(rungs());
    }

    Node chart() {
        var chart = LiquidityLadder.detailed(rungs());
        chart.setId("treasury-ladder");
        return new VBox(4, legend(), chart);
    }

    private List<Rung> rungs() {
        return ladder.rows().stream()
                .map(row -> new Rung(
                        row.within(),
                        row.liquid().stream().map(amount -> amount.whole()).toList(),
                        row.due().whole()))
                .toList();
    }

    private Node legend() {
        var legend = new FlowPane(16, 2);
        for (int i = 0; i < ladder.places().size(); i++) {
            legend.getChildren().add(key("chart-" + (i % 5 + 1), ladder.places().get(i)));
        }
        legend.getChildren().add(key("ladder-due", "Due"));
        return legend;
    }

    private static Node key(String style, String words) {
        return Boxes.row(6, Boxes.styled(new Region(), "legend-key", style), Tone.DEFAULT.on(Words.secondary(words)));
    }

    DataTable<LadderRow> table() {
        var columns = new ArrayList<Column<LadderRow>>();
        columns.add(Column.name("Within", 76, LadderRow::within));
        for (int i = 0; i < ladder.places().size(); i++) {
            var place = i;
            columns.add(Column.amount(
                    ladder.places().get(i),
                    120,
                    Rounding.HELD,
                    row -> Optional.of(row.liquid().get(place))));
        }
        columns.add(Column.amount("Liquid", 124, Rounding.HELD, row -> Optional.of(row.total())));
        columns.add(Column.amount("Due", 120, Rounding.DUE, row -> Optional.of(row.due())));
        columns.add(Column.<LadderRow>words(
                        "Covers",
                        90,
                        row -> row.times().map(times -> times + " times").orElse("nothing due"))
                .alignedRight());
        return new DataTable<>(
                        "What can be liquid, against what falls due",
                        Density.CARD,
                        columns,
                        FXCollections.observableArrayList(ladder.rows()))
                .fitted();
    }
}
