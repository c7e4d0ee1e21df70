package org.breakwater.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// A thin bar with parts and marks at fractions of its width: what every limit, share and window is drawn on.
final class Track extends Region {

    /// @param extra how much higher than the track, above and below, in pixels
    private record Placed(Region region, double from, double to, double thickness, double extra) {}

    private final List<Placed> placed = new ArrayList<>();
    private final double thickness;

    /// @param thickness the height of the track, in pixels; marks may reach over it
    Track(double thickness) {
        this.thickness = thickness;
        getStyleClass().add("track");
        setMinHeight(thickness);
        setPrefHeight(thickness);
        setMaxHeight(thickness);
    }

    /// Fills the track between two fractions.
    Track part(double from, double to, String... styles) {
        return part(from, to, 0, styles);
    }

    /// Fills between two fractions, reaching over the track above and below by some pixels.
    Track part(double from, double to, double extra, String... styles) {
        return place(clamped(from), clamped(to), 0, extra, styles);
    }

    /// A mark of some pixels in width at a fraction.
    Track mark(double at, double width, double extra, String... styles) {
        return place(clamped(at), clamped(at), width, extra, styles);
    }

    private Track place(double from, double to, double width, double extra, String... styles) {
        var region = Boxes.styled(new Region(), styles);
        placed.add(new Placed(region, from, to, width, extra));
        getChildren().add(region);
        return this;
    }

    private static double clamped(double fraction) {
        return Math.clamp(fraction, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        for (var part : placed) {
            var left = snapPositionX(part.from() * width);
            var right = snapPositionX(part.to() * width);
            if (part.thickness() > 0) {
                left = snapPositionX(Math.clamp(left - part.thickness() / 2, 0, Math.max(0, width - part.thickness())));
                right = left + part.thickness();
            }
            part.region().resizeRelocate(left, -part.extra(), right - left, thickness + 2 * part.extra());
        }
    }
}
