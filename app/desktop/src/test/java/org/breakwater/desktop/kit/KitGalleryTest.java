package org.breakwater.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.breakwater.desktop.fx.Accessibility;
import org.breakwater.desktop.fx.Contrast;
import org.breakwater.desktop.fx.CssWarnings;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KitGalleryTest extends FxTest {

    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));
    private static final long UNTIL_CANCEL_IS_OFFERED_MILLIS = 1_200;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyControlIsLegibleNamedAndDrawnWithoutAWarning(Scheme scheme) throws Exception {
        var gallery = new KitGallery();
        look("kit", scheme, gallery::root, gallery.focused::requestFocus);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyTableAndChartIsLegibleNamedAndDrawnWithoutAWarning(Scheme scheme) throws Exception {
        look("kit-data", scheme, new DataGallery()::root, () -> {});
    }

    private static void look(String name, Scheme scheme, Supplier<Parent> root, Runnable then) throws Exception {
        try (var warnings = new CssWarnings()) {
            var stage = onFx(() -> shown(scheme, root.get()));
            doOnFx(then);
            Thread.sleep(UNTIL_CANCEL_IS_OFFERED_MILLIS);
            var scene = stage.getScene();
            picture(scene, name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
            assertThat(onFx(() -> Contrast.tooLow(scene))).isEmpty();
            assertThat(onFx(() -> Accessibility.nameless(scene))).isEmpty();
            assertThat(onFx(() -> Accessibility.tooSmall(scene))).isEmpty();
            doOnFx(stage::close);
            assertThat(warnings.found()).isEmpty();
        }
    }

    private static Stage shown(Scheme scheme, Parent root) {
        var scene = new Scene(root, KitGallery.WIDTH, KitGallery.HEIGHT);
        Theme.dress(scene, Appearance.DEFAULT.with(scheme), ColorScheme.LIGHT);
        var stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static void picture(Scene scene, String name) throws IOException {
        onFx(() -> Picture.of(scene)).write(PICTURES.resolve(name));
    }
}
