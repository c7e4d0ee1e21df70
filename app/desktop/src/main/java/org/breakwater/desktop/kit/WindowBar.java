package org.breakwater.desktop.kit;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.breakwater.desktop.l10n.Times;

/// A policy's time: waiting, active, claims only; and now.
public final class WindowBar extends StackPane {

    private static final double ROW_THICKNESS = 6;
    private static final double DETAIL_THICKNESS = 10;
    private static final double ROW_WIDTH = 66;
    private static final double NOW = 2;

    /// Each instant is not before the one ahead of it.
    public record Window(Instant bought, Instant start, Instant end, Instant graceEnd) {

        public Window {
            if (start.isBefore(bought) || end.isBefore(start) || graceEnd.isBefore(end)) {
                throw new IllegalArgumentException("a window goes from bought to start to end to the end of claims");
            }
        }

        private double at(Instant instant) {
            var whole = Duration.between(bought, graceEnd).toMillis();
            return whole == 0 ? 0 : (double) Duration.between(bought, instant).toMillis() / whole;
        }
    }

    private WindowBar(Window window, Instant now, double thickness) {
        getStyleClass().add("window-bar");
        getChildren()
                .add(Boxes.styled(
                        new Track(thickness)
                                .part(0, window.at(window.start()), "window-waiting")
                                .part(window.at(window.start()), window.at(window.end()), "window-active")
                                .part(window.at(window.end()), 1, "window-claims")
                                .mark(window.at(now), NOW, 3, "limit-mark"),
                        "no-track"));
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(phase(window, now) + ". Active from " + Times.date(window.start()) + " to "
                + Times.date(window.end()) + ", claims until " + Times.date(window.graceEnd()));
    }

    public static WindowBar inRow(Window window, Instant now) {
        var bar = new WindowBar(window, now, ROW_THICKNESS);
        bar.setMinWidth(ROW_WIDTH);
        bar.setMaxWidth(ROW_WIDTH);
        return bar;
    }

    public static WindowBar inDetail(Window window, Instant now) {
        return new WindowBar(window, now, DETAIL_THICKNESS);
    }

    static String phase(Window window, Instant now) {
        if (now.isBefore(window.start())) {
            return "Waits " + Times.duration(Duration.between(now, window.start()));
        }
        if (now.isBefore(window.end())) {
            return "Active, " + Times.duration(Duration.between(now, window.end())) + " left";
        }
        return now.isBefore(window.graceEnd())
                ? "Claims only, " + Times.duration(Duration.between(now, window.graceEnd())) + " left"
                : "Over";
    }
}
