package org.breakwater.desktop.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.l10n.Numbers;

/// A ratio before and after, on a track with the mark of its limit: an outlined dot for before, a filled one for after.
public final class BeforeAfterTrack extends StackPane {

    private static final double THICKNESS = 2;
    private static final double DOT = 9;
    private static final double DOT_OVERHANG = 3.5;
    private static final double MARK = 2;
    private static final double MARK_OVERHANG = 6;

    /// Where the track begins and ends, and where its limit is.
    public record Span(BasisPoints from, BasisPoints to, BasisPoints limit) {

        private double at(BasisPoints value) {
            return Fractions.of(value.value().subtract(from.value()), to.value().subtract(from.value()));
        }
    }

    /// @param tone of what is after
    public BeforeAfterTrack(Span span, BasisPoints before, BasisPoints after, Tone tone) {
        var track = new Track(THICKNESS)
                .mark(span.at(span.limit()), MARK, MARK_OVERHANG, "limit-mark")
                .mark(span.at(before), DOT, DOT_OVERHANG, "dot", "before");
        if (!before.equals(after)) {
            track.mark(span.at(after), DOT, DOT_OVERHANG, "dot", "after", tone.styleClass());
        }
        getChildren().add(track);
        getStyleClass().add("before-after");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("before " + Numbers.ratio(before) + ", after " + Numbers.ratio(after) + ", limit "
                + Numbers.ratio(span.limit()));
    }
}
