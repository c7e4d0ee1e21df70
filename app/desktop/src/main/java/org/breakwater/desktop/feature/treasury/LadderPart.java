package org.breakwater.desktop.feature.treasury;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.treasury.TreasuryViewModel.Side;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.place.Surroundings;

/// What can be liquid, against what falls due, for whichever side one asks about.
final class LadderPart {

    private final Surroundings around;
    private final TreasuryViewModel model;

    LadderPart(Surroundings around, TreasuryViewModel model) {
        this.around = around;
        this.model = model;
    }

    Node of(ObservableValue<TreasuryPage> page) {
        var sides = Choices.segments(
                "Whose money",
                List.of(
                        new Choice<>(Side.BOTH, "All"),
                        new Choice<>(Side.TREASURY, "Treasury"),
                        new Choice<>(Side.POOLS, "Pools")),
                Side.BOTH,
                model::show);
        var holder = new VBox();
        ObservableValue<Ladder> ladder = Bindings.createObjectBinding(
                () -> TreasuryViewModel.ladder(page.getValue(), model.side().get()), page, model.side());
        Shown.following(holder, ladder, shown -> {
            var card = new LadderCard(shown);
            var chart = card.chart();
            var table = card.table();
            holder.getChildren()
                    .setAll(new ChartCard(
                            "What can be liquid, against what falls due",
                            "cumulative, USDC",
                            card.sentence(),
                            chart,
                            table));
        });
        var exports = Boxes.row(
                2,
                sides,
                Boxes.spacer(),
                ExportLink.png(
                        "the ladder of liquidity", () -> TreasurySection.picture(around, "liquidity.png", holder)),
                ExportLink.csv(
                        "the ladder of liquidity",
                        () -> around.saving()
                                .save(
                                        "liquidity.csv",
                                        () -> TreasurySection.bytes(new LadderCard(ladder.getValue())
                                                .table()
                                                .csv()))));
        return TreasurySection.of(new VBox(8, holder, exports));
    }
}
