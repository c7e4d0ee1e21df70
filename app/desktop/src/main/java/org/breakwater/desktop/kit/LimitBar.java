package org.breakwater.desktop.kit;

import java.math.BigInteger;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.l10n.Numbers;

/// A value on a track with the mark of its limit.
public final class LimitBar extends StackPane {

    private static final double THICKNESS = 6;
    private static final double MARK = 2;
    private static final double OVERHANG = 2;

    /// @param value the value
    /// @param limit where the mark stands
    /// @param end the right end of the track; a larger value fills the whole
    public LimitBar(BasisPoints value, BasisPoints limit, BasisPoints end, Tone tone) {
        super(new Track(THICKNESS)
                .part(0, fraction(value, end), "bar", tone.styleClass())
                .mark(fraction(limit, end), MARK, OVERHANG, "limit-mark"));
        getStyleClass().add("limit-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(Numbers.ratio(value) + ", limit " + Numbers.ratio(limit));
    }

    private static double fraction(BasisPoints value, BasisPoints end) {
        return Fractions.of(value.value(), end.value().max(BigInteger.ONE));
    }
}
