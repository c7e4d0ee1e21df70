package org.breakwater.desktop.feature.treasury;

import java.math.BigInteger;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.feature.treasury.TreasuryPage.Totals;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.LimitBar;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// What the council has spent of its limit.
final class CouncilSpending {

    private CouncilSpending() {}

    static Node of(ObservableValue<TreasuryPage> page) {
        var holder = new VBox(4);
        Shown.following(
                holder,
                page.map(TreasuryPage::totals),
                totals -> holder.getChildren().setAll(spending(totals)));
        return TreasurySection.of(new VBox(6, Words.strong("Council spending in 30 days"), holder));
    }

    private static List<Node> spending(Totals totals) {
        Label spent = Words.body(Numbers.amountWithUnit(totals.spent(), Rounding.DUE));
        spent.setId("treasury-council-spent");
        var limit = Words.muted("of " + Numbers.amountWithUnit(totals.spendLimit(), Rounding.HELD));
        limit.setId("treasury-council-limit");
        var whole = BasisPoints.of(10_000);
        var used = new BasisPoints(totals.spent()
                .units()
                .multiply(whole.value())
                .divide(totals.spendLimit().units().max(BigInteger.ONE)));
        return List.of(Boxes.row(6, spent, limit), new LimitBar(used, whole, BasisPoints.of(12_000), Tone.ACCENT));
    }
}
