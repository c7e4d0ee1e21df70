package org.breakwater.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Dresses scenes: AtlantaFX Primer in light or dark, the console's own tokens, type, controls and shell, and what
/// ControlsFX must be told. Popups take all of it from the scene that owns them.
public final class Theme {

    /// Text size of 100 %, in pixels.
    public static final double TEXT_PIXELS = 13;

    private static final List<String> SHARED = List.of(
            "type.css",
            "controlsfx-bridge.css",
            "controls.css",
            "kit.css",
            "shell.css",
            "lists.css",
            "pools.css",
            "treasury.css",
            "emergency.css",
            "governance.css",
            "claims.css",
            "review.css",
            "compose.css");

    private Theme() {}

    /// Has controls that are in no scene yet begin with what scenes are dressed in: the toolkit then never reads a
    /// theme
    /// of its own, which no scene shows.
    public static void begin(Appearance appearance, ColorScheme system) {
        Application.setUserAgentStylesheet(base(isDark(appearance, system)));
    }

    private static String base(boolean dark) {
        var base = dark ? new PrimerDark() : new PrimerLight();
        return Objects.requireNonNull(base.getUserAgentStylesheet());
    }

    /// Dresses a scene, and dresses it anew whenever the appearance or the system's scheme changes.
    public static Subscription follow(
            Scene scene, ObservableValue<Appearance> appearance, ObservableValue<ColorScheme> system) {
        return Subscription.combine(
                appearance.subscribe(wanted -> dress(scene, wanted, system.getValue())),
                system.subscribe((_, now) -> dress(scene, appearance.getValue(), now)));
    }

    /// Dresses a scene once.
    public static void dress(Scene scene, Appearance appearance, ColorScheme system) {
        Typeface.loadAll();
        var dark = isDark(appearance, system);
        scene.setUserAgentStylesheet(base(dark));
        var sheets = new ArrayList<String>();
        Stream.concat(Stream.of(dark ? "dark.css" : "light.css"), SHARED.stream())
                .map(Theme::resource)
                .forEach(sheets::add);
        sheets.add(textSize(appearance.textPercent()));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    static boolean isDark(Appearance appearance, ColorScheme system) {
        return switch (appearance.scheme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> system == ColorScheme.DARK;
        };
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /// A stylesheet rather than a style of the root, because popups share stylesheets and nothing else.
    private static String textSize(int percent) {
        var sheet = ".root { -fx-font-size: " + TEXT_PIXELS * percent / 100 + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.US_ASCII));
    }
}
