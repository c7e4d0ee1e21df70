package org.breakwater.desktop.feature.treasury;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.treasury.TreasuryPage.Totals;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// The five numbers of the treasury that stand above everything else.
final class TreasuryHero {

    private TreasuryHero() {}

    static Node of(ObservableValue<Totals> totals) {
        var strip = new HBox(
                figure(totals, "All assets", "treasury-assets", read -> held(read.assets()), TreasuryHero::shortfall),
                figure(totals, "At hand", "treasury-liquid", read -> held(read.liquid()), TreasuryHero::floor),
                figure(
                        totals,
                        "Due in 30 days, at most",
                        "treasury-due",
                        read -> new Figure(
                                Numbers.amount(read.dueSoon(), Rounding.DUE),
                                read.dueSoon().symbol(),
                                Tone.DEFAULT),
                        _ -> "by the treasury and the pools"),
                figure(totals, "Largest venue", "treasury-largest", TreasuryHero::largest, TreasuryHero::cap),
                figure(
                        totals,
                        "Self-reported",
                        "treasury-self-reported",
                        read -> new Figure(percent(read.selfReported()), "%", Tone.DEFAULT),
                        Totals::selfReporters));
        return Boxes.styled(strip, "hero-strip");
    }

    /// A number with its unit.
    private record Figure(String number, String unit, Tone tone) {}

    private static Node figure(
            ObservableValue<Totals> totals,
            String name,
            String id,
            Function<Totals, Figure> figure,
            Function<Totals, String> note) {
        var number = Words.hero("");
        number.setId(id);
        number.setMinWidth(Region.USE_PREF_SIZE);
        var unit = Words.muted("");
        var words = Words.secondary("");
        var cell = new VBox(Words.secondary(name), new HBox(6, number, unit), words);
        ((HBox) cell.getChildren().get(1)).setAlignment(Pos.BASELINE_LEFT);
        Shown.following(cell, totals, read -> {
            var shown = figure.apply(read);
            number.setText(shown.number());
            shown.tone().on(number);
            unit.setText(shown.unit());
            words.setText(note.apply(read));
        });
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setPrefWidth(100);
        return Boxes.styled(cell, "hero-figure");
    }

    private static Figure held(TokenAmount amount) {
        return new Figure(Numbers.amount(amount, Rounding.HELD), amount.symbol(), Tone.DEFAULT);
    }

    private static String percent(BasisPoints value) {
        return Numbers.ratio(value).replace("\u00A0%", "");
    }

    private static String shortfall(Totals totals) {
        return totals.shortfall().units().signum() == 0
                ? "no pool is short of its minimum"
                : Numbers.amountWithUnit(totals.shortfall(), Rounding.DUE) + " short in the pools";
    }

    private static String floor(Totals totals) {
        return Numbers.ratio(totals.liquidShare()) + " of assets, floor " + Numbers.ratio(totals.floor());
    }

    private static Figure largest(Totals totals) {
        return totals.largest()
                .map(row -> new Figure(
                        percent(row.share()),
                        "%",
                        row.isOverCap() ? Tone.DANGER : row.isNearCap() ? Tone.WARNING : Tone.DEFAULT))
                .orElseGet(() -> new Figure(Numbers.MISSING, "", Tone.DEFAULT));
    }

    private static String cap(Totals totals) {
        return totals.largest()
                .flatMap(VenueRow::cap)
                .map(cap -> "cap " + Numbers.ratio(cap))
                .orElse("there is no venue");
    }
}
