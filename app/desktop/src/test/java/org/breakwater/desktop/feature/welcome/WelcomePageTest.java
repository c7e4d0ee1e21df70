package org.breakwater.desktop.feature.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.feature.welcome.WelcomeViewModel.Page;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.ShownAlone;
import org.junit.jupiter.api.Test;

/// The first page, and what is entered at it.
class WelcomePageTest extends FxTest {

    private static final Problem REFUSAL = new Problem(
            "The node at node.example.org has no contract at 0x9E2e…5352.",
            "The deployment file is of another network.",
            "Check both.");

    private final List<Wanted> opened = new ArrayList<>();
    private int stops;
    private final WelcomeViewModel model = new WelcomeViewModel(opened::add, () -> stops++);

    private Parent page() {
        return WelcomePage.of(model, _ -> Optional.empty(), Optional.of(() -> {}), List.of());
    }

    @Test
    void threeChoicesAreLegibleNamedAndDrawnWithoutAWarning() throws Exception {
        ShownAlone.look("welcome", this::page, 1_440, 900);
        ShownAlone.look("welcome-1100", this::page, 1_100, 700);
    }

    @Test
    void whatIsEnteredAndWhyItWasRefusedAreToo() throws Exception {
        doOnFx(() -> {
            model.show(Page.CONNECT);
            model.fillIn(new Wanted.Deployed(
                    List.of("https://node.example.org"),
                    "/home/ada/deployment.json",
                    Optional.empty(),
                    Optional.empty(),
                    false));
            model.refused(REFUSAL);
        });
        ShownAlone.look("welcome-connect", this::page, 1_440, 900);
        doOnFx(() -> model.show(Page.READ));
        ShownAlone.look("welcome-read", this::page, 1_100, 700);
    }

    @Test
    void nothingIsTriedBeforeEndpointAndDeploymentAreThere() {
        model.show(Page.CONNECT);
        assertThat(model.missing().getValue()).isEqualTo("the address of an endpoint");
        model.endpoint().set("https://node.example.org");
        assertThat(model.missing().getValue()).isEqualTo("the deployment file");
        model.connect();
        assertThat(opened).isEmpty();
    }

    @Test
    void whatWasEnteredIsHandedOverWithoutTheSpaceAroundIt() {
        model.show(Page.READ);
        model.endpoint().set(" https://one.example.org ");
        model.second().set("https://two.example.org");
        model.deployment().set("deployment.json ");
        model.addressBook().set(" ");

        model.connect();
        assertThat(opened)
                .containsExactly(new Wanted.Deployed(
                        List.of("https://one.example.org", "https://two.example.org"),
                        "deployment.json",
                        Optional.empty(),
                        Optional.empty(),
                        true));
    }

    @Test
    void aTryIsMadeOnceAndCanBeStopped() {
        model.show(Page.CONNECT);
        model.endpoint().set("https://node.example.org");
        model.deployment().set("deployment.json");
        model.connect();
        model.working("Connecting to https://node.example.org");
        model.connect();
        assertThat(opened).hasSize(1);

        model.stop();
        assertThat(stops).isEqualTo(1);
        model.connect();
        assertThat(opened).hasSize(2);
    }
}
