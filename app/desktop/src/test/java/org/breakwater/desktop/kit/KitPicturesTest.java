package org.breakwater.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.fx.ReferencePictures;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.fx.SmallPicture;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// The kit looks as it did, and what is changed in it is seen.
class KitPicturesTest extends FxTest {

    /// Letters whose edges are drawn with the three colours of a screen's pixels, as other machines do.
    private static final String OTHER_LETTERS = "data:text/css,.text{-fx-font-smoothing-type:lcd;}";

    private static Picture drawn(Scheme scheme, Supplier<? extends Parent> root, Consumer<Scene> change) {
        var stage = onFx(() -> {
            var scene = new Scene(root.get(), KitGallery.WIDTH, KitGallery.HEIGHT);
            Theme.dress(scene, Appearance.DEFAULT.with(scheme), ColorScheme.LIGHT);
            var shown = new Stage();
            shown.setX(0);
            shown.setY(0);
            shown.setScene(scene);
            shown.show();
            layOut(scene);
            scene.getRoot().lookupAll(".state-pane").stream()
                    .filter(KitPicturesTest::isLoading)
                    .forEach(loading -> loading.setVisible(false));
            change.accept(scene);
            layOut(scene);
            return shown;
        });
        var picture = onFx(() -> Picture.of(stage.getScene()));
        doOnFx(stage::close);
        return picture;
    }

    /// It says more the longer it takes, which is no matter of a picture.
    private static boolean isLoading(Node pane) {
        return pane instanceof Pane filled && (filled.getChildren().isEmpty() || filled.lookup(".skeleton") != null);
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static String name(String gallery, Scheme scheme) {
        return gallery + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }

    private static Parent controls() {
        return new KitGallery().root();
    }

    private static Parent data() {
        return new DataGallery().root();
    }

    /// How far the controls are from their reference once something was changed.
    private static double changed(Scheme scheme, Consumer<Scene> change) {
        return SmallPicture.of(drawn(scheme, KitPicturesTest::controls, change))
                .from(ReferencePictures.reference(name("kit", scheme)))
                .levels();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theControlsLookAsTheyDid(Scheme scheme) throws IOException {
        ReferencePictures.compare(name("kit", scheme), drawn(scheme, KitPicturesTest::controls, _ -> {}));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void tablesAndChartsLookAsTheyDid(Scheme scheme) throws IOException {
        ReferencePictures.compare(name("kit-data", scheme), drawn(scheme, KitPicturesTest::data, _ -> {}));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void anotherWayOfDrawingLettersIsNoDifference(Scheme scheme) {
        assertThat(changed(scheme, scene -> scene.getStylesheets().add(OTHER_LETTERS)))
                .isLessThanOrEqualTo(ReferencePictures.TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aMissingIconIsSeen(Scheme scheme) {
        assertThat(changed(
                        scheme, scene -> first(scene, FontIcon.class, _ -> true).setVisible(false)))
                .isGreaterThan(ReferencePictures.TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aLabelThatIsCutIsSeen(Scheme scheme) {
        assertThat(changed(scheme, scene -> {
                    var label = first(scene, Label.class, each -> each.getText().equals("cannot be signed"));
                    label.setText("cannot be …");
                }))
                .isGreaterThan(ReferencePictures.TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void anotherColourOfATokenIsSeen(Scheme scheme) {
        assertThat(changed(scheme, scene -> scene.getRoot().setStyle("-color-danger-fg: -color-fg-muted;")))
                .isGreaterThan(ReferencePictures.TOLERANCE);
    }

    private static <N extends Node> N first(Scene scene, Class<N> type, Predicate<N> wanted) {
        return SceneWalk.visible(scene).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPictureOfAnotherSizeIsAnother() {
        var large = SmallPicture.of(drawn(Scheme.LIGHT, KitPicturesTest::controls, _ -> {}));
        var small = onFx(() -> SmallPicture.of(Picture.of(new Scene(new Label("small"), 400, 300))));

        assertThat(large.from(small).levels()).isEqualTo(255);
    }
}
