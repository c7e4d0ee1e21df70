package org.breakwater.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Computes, for every piece of text in a scene, the contrast of its colour with the colours it stands on, as WCAG 2.2
/// defines it. This covers each pair of tokens that is really used, with translucent ones laid over each other.
public final class Contrast {

    /// For text: WCAG 2.2, level AA.
    public static final double LEAST = 4.5;

    private static final int ICONS_FROM = 0xE000;

    private Contrast() {}

    /// The texts that fall short, each with its figures. Disabled controls are exempt, as they are in WCAG.
    public static List<String> tooLow(Scene scene) {
        var found = new ArrayList<String>();
        for (var node : SceneWalk.visible(scene)) {
            if (node instanceof Text text
                    && isWords(text)
                    && !text.isDisabled()
                    && text.getFill() instanceof Color colour) {
                var ground = ground(text);
                var ratio = ratio(over(colour, ground), ground);
                if (ratio < LEAST) {
                    found.add(String.format(
                            Locale.ROOT,
                            "%.2f “%s” %s on %s: %s",
                            ratio,
                            text.getText(),
                            colour,
                            ground,
                            SceneWalk.describe(text)));
                }
            }
        }
        return found;
    }

    private static boolean isWords(Text text) {
        var words = text.getText();
        return words != null && !words.isBlank() && words.codePointAt(0) < ICONS_FROM;
    }

    /// The backgrounds of a node's parents laid over each other, from the page upwards.
    private static Color ground(Node node) {
        var parent = node.getParent();
        var below = parent == null ? Color.WHITE : ground(parent);
        if (!(node instanceof Region region) || region.getBackground() == null) {
            return below;
        }
        for (var fill : region.getBackground().getFills()) {
            if (fill.getFill() instanceof Color colour
                    && isUnderText(fill.getInsets().getTop())) {
                below = over(colour, below);
            }
        }
        return below;
    }

    /// A ring drawn around a control lies outside of what its text stands on.
    private static boolean isUnderText(double inset) {
        return inset >= 0;
    }

    /// A colour that may be translucent, laid over another.
    public static Color over(Color above, Color below) {
        var alpha = above.getOpacity();
        return Color.color(
                above.getRed() * alpha + below.getRed() * (1 - alpha),
                above.getGreen() * alpha + below.getGreen() * (1 - alpha),
                above.getBlue() * alpha + below.getBlue() * (1 - alpha));
    }

    /// As WCAG 2.2 defines it, from 1 to 21.
    public static double ratio(Color one, Color other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
