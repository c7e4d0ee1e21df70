package org.breakwater.desktop.feature.pools;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.place.Surroundings;

/// What stands above a table of one pool: a sentence about it, what can be done, and the export. The sentence and the
/// rows
/// follow the pool.
final class PoolTableBar extends HBox {

    /// What the table is about.
    ///
    /// @param name of what is listed, one word: "queue"
    /// @param key what a row is, whatever its figures
    record Listed<R>(
            String name,
            Function<PoolDetail, String> sentence,
            Function<PoolDetail, List<R>> rows,
            Function<R, ?> key) {}

    <R> PoolTableBar(
            Surroundings around, ObservableValue<PoolDetail> pool, DataTable<R> table, Listed<R> listed, Node... acts) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("pool-bar");
        var sentence = Words.muted("");
        var file = "pool-" + pool.getValue().row().id() + "-" + listed.name() + ".csv";
        getChildren().addAll(sentence, Boxes.spacer());
        getChildren().addAll(acts);
        getChildren()
                .add(ExportLink.csv(
                        "the " + listed.name(),
                        () -> around.saving().save(file, () -> table.csv().getBytes(StandardCharsets.UTF_8))));
        Shown.following(table, pool, detail -> {
            sentence.setText(listed.sentence().apply(detail));
            table.renew(listed.rows().apply(detail), listed.key());
        });
    }
}
