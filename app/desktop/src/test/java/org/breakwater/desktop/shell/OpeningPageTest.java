package org.breakwater.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;
import org.junit.jupiter.api.Test;

class OpeningPageTest extends FxTest {

    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));

    private final List<String> pressed = new ArrayList<>();

    private Stage shown(Parent page, Scheme scheme) {
        return onFx(() -> {
            var scene = new Scene(page, 1440, 900);
            Theme.dress(scene, Appearance.DEFAULT.with(scheme), ColorScheme.LIGHT);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            page.applyCss();
            page.layout();
            return stage;
        });
    }

    private static List<String> words(Stage stage) {
        return onFx(() -> SceneWalk.visible(stage.getScene()).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void itSaysWhatIsUnderWay() throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            var stage = shown(onFx(() -> OpeningPage.opening("Starting the local network")), scheme);

            assertThat(words(stage)).contains("Breakwater", "Starting the local network");
            onFx(() -> Picture.of(stage.getScene())).write(PICTURES.resolve("opening-" + scheme + ".png"));
            doOnFx(stage::close);
        }
    }

    @Test
    void itSaysWhyANetworkCouldNotBeOpenedAndOffersToTryAgain() throws Exception {
        var problem = new Problem(
                "No Ethereum node answers at http://127.0.0.1:8545.",
                "Nothing is known of the protocol.",
                "Check the address and that the node is running.");
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            var page = onFx(() -> OpeningPage.refused(
                    problem, () -> pressed.add("again"), () -> pressed.add("another"), () -> pressed.add("close")));
            var stage = shown(page, scheme);

            assertThat(words(stage)).contains(problem.happened(), problem.meaning(), problem.remedy());
            await(() -> stage.getScene().getFocusOwner() instanceof Button button
                    && button.getText().equals("Try again"));
            doOnFx(() -> ((Button) stage.getScene().getFocusOwner()).fire());
            onFx(() -> Picture.of(stage.getScene())).write(PICTURES.resolve("refused-" + scheme + ".png"));
            doOnFx(stage::close);
        }
        assertThat(pressed).containsExactly("again", "again");
    }
}
