package org.breakwater.desktop.kit;

import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.FreshnessBadge.Freshness;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// An amount with its unit. The tooltip has every digit.
public final class AmountLabel extends HBox {

    private static final double GAP = 4;
    private static final String MINUS = "−";

    private AmountLabel(String number, String unit, Tone tone) {
        super(GAP, tone.on(Words.body(number)), Words.muted(unit));
        getStyleClass().add("amount");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(number + " " + unit);
    }

    public static AmountLabel of(TokenAmount amount, Rounding rounding) {
        return exact(new AmountLabel(Numbers.amount(amount, rounding), amount.symbol(), Tone.DEFAULT), "", amount);
    }

    /// What is taken away: with a minus sign.
    public static AmountLabel less(TokenAmount amount, Rounding rounding) {
        var label = new AmountLabel(MINUS + Numbers.amount(amount, rounding), amount.symbol(), Tone.DEFAULT);
        return exact(label, MINUS, amount);
    }

    /// A value nobody has: a dash, never 0.
    public static AmountLabel missing(String unit) {
        var label = new AmountLabel(Numbers.MISSING, unit, Tone.DEFAULT);
        label.setAccessibleText("no value, " + unit);
        return label;
    }

    /// An amount older than it may be: muted, with how late it is.
    public static AmountLabel late(TokenAmount amount, Rounding rounding, Freshness.Late late) {
        var label = new AmountLabel(Numbers.amount(amount, rounding), amount.symbol(), Tone.MUTED);
        return exact(late(label, late), "", amount);
    }

    public static AmountLabel price(BigDecimal price, String unit) {
        return new AmountLabel(Numbers.price(price), unit, Tone.DEFAULT);
    }

    /// A price older than it may be.
    public static AmountLabel latePrice(BigDecimal price, String unit, Freshness.Late late) {
        return late(new AmountLabel(Numbers.price(price), unit, Tone.MUTED), late);
    }

    private static AmountLabel late(AmountLabel label, Freshness.Late late) {
        label.getChildren().add(new FreshnessBadge(late));
        label.setAccessibleText(label.getAccessibleText() + ", " + FreshnessBadge.spoken(late));
        return label;
    }

    private static AmountLabel exact(AmountLabel label, String sign, TokenAmount amount) {
        Tooltip.install(label, new Tooltip(sign + Numbers.exact(amount)));
        return label;
    }
}
