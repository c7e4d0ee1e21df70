package org.breakwater.desktop.kit;

import java.math.BigInteger;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/// A parameter between its bounds: the largest step shaded, the value in force and the proposed one as marks.
public final class BoundsTrack extends StackPane {

    private static final double THICKNESS = 3;
    private static final double MARK = 3;
    private static final double MARK_OVERHANG = 4;
    private static final double STEP_OVERHANG = 3;

    /// Whole numbers of the parameter's own unit.
    ///
    /// @param step how far one change may move it, both ways
    public record Bounds(BigInteger least, BigInteger most, BigInteger step) {

        public Bounds {
            if (least.compareTo(most) > 0 || step.signum() < 0) {
                throw new IllegalArgumentException("bounds go from the least to the most, with a step of 0 or more");
            }
        }

        private double at(BigInteger value) {
            return Fractions.of(value.subtract(least), most.subtract(least));
        }
    }

    /// The value in force, and the one it would get.
    public BoundsTrack(Bounds bounds, BigInteger inForce, Optional<BigInteger> proposed) {
        var track = new Track(THICKNESS)
                .part(
                        bounds.at(inForce.subtract(bounds.step())),
                        bounds.at(inForce.add(bounds.step())),
                        STEP_OVERHANG,
                        "step-range")
                .mark(bounds.at(inForce), MARK, MARK_OVERHANG, "bounds-mark", proposed.isPresent() ? "old" : "new");
        proposed.ifPresent(value -> track.mark(bounds.at(value), MARK, MARK_OVERHANG, "bounds-mark", "new"));
        getChildren().add(track);
        getStyleClass().add("bounds-track");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("between " + bounds.least() + " and " + bounds.most() + ", in force " + inForce
                + proposed.map(value -> ", proposed " + value).orElse(""));
    }
}
