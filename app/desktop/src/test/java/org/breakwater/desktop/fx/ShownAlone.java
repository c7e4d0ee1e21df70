package org.breakwater.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;

/// A part of the window on a stage of its own, and what every part must be: legible, named, large enough, and drawn
/// without a warning. Leaves a picture.
public final class ShownAlone implements AutoCloseable {

    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));

    private final Stage stage;
    private final Scheme scheme;

    public ShownAlone(Scheme scheme, Function<Runnable, Parent> root, double width, double height) {
        this.scheme = scheme;
        this.stage = FxTest.onFx(Stage::new);
        FxTest.doOnFx(() -> {
            var scene = new Scene(root.apply(stage::close), width, height);
            Theme.dress(scene, Appearance.DEFAULT.with(scheme), ColorScheme.LIGHT);
            stage.setScene(scene);
            stage.show();
            lay();
        });
    }

    /// Looks at a part in both schemes.
    public static void look(String name, Supplier<Parent> root, double width, double height) throws Exception {
        try (var warnings = new CssWarnings()) {
            for (var scheme : new Scheme[] {Scheme.LIGHT, Scheme.DARK}) {
                try (var shown = new ShownAlone(scheme, _ -> root.get(), width, height)) {
                    shown.mustBeWellMade(name);
                }
            }
            assertThat(warnings.found()).isEmpty();
        }
    }

    public Scene scene() {
        return stage.getScene();
    }

    public boolean isOpen() {
        return stage.isShowing();
    }

    public void mustBeWellMade(String name) throws Exception {
        FxTest.doOnFx(this::lay);
        FxTest.onFx(() -> Picture.of(scene()))
                .write(PICTURES.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png"));
        assertThat(FxTest.onFx(() -> Contrast.tooLow(scene()))).isEmpty();
        assertThat(FxTest.onFx(() -> Accessibility.nameless(scene()))).isEmpty();
        assertThat(FxTest.onFx(() -> Accessibility.tooSmall(scene()))).isEmpty();
    }

    private void lay() {
        for (int pass = 0; pass < 3; pass++) {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        }
    }

    @Override
    public void close() {
        FxTest.doOnFx(stage::close);
    }
}
