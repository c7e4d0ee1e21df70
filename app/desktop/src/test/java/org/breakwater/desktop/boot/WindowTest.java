package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window from its opening to its end.
class WindowTest extends FxTest {

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void makeStage() {
        stage = onFx(Stage::new);
    }

    @AfterEach
    void closeStage() {
        doOnFx(stage::close);
    }

    private Window started(NetworkChoice choice) {
        var window = onFx(() -> new Window(
                choice,
                new AppearanceFile(folder.resolve("appearance.properties")),
                new PreferencesFile(folder.resolve("preferences.properties"))));
        doOnFx(() -> window.start(stage));
        return window;
    }

    private static boolean shows(Scene scene, String words) {
        return SceneWalk.visible(scene).stream()
                .anyMatch(node -> node instanceof Text text && text.getText().contains(words));
    }

    private void awaitWords(String words) {
        await(() -> shows(stage.getScene(), words));
    }

    private void fire(String words) {
        doOnFx(() -> ((ButtonBase) SceneWalk.visible(stage.getScene()).stream()
                        .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
                        .findFirst()
                        .orElseThrow())
                .fire());
    }

    @Test
    void whatCannotBeOpenedIsACalmPageAndExitCode1() throws Exception {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        var attempts = new int[1];
        var choice = new NetworkChoice() {

            @Override
            public String opening() {
                return "Connecting to a node";
            }

            @Override
            public Connection open() throws ProblemException {
                attempts[0]++;
                return new NetworkChoice.Named(
                                List.of(NodeAddress.parse("http://127.0.0.1:" + port)),
                                folder.resolve("none.json"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())
                        .open();
            }
        };
        var window = started(choice);
        awaitWords("There is no deployment file at");
        assertThat(Window.exitCode()).isEqualTo(1);

        fire("Try again");
        await(() -> attempts[0] == 2);
        awaitWords("There is no deployment file at");
        fire("Close");
        await(() -> !stage.isShowing());
        doOnFx(window::stop);
        assertThat(Window.exitCode()).isEqualTo(1);
    }

    @Test
    void theLocalNetworkIsStartedMovedAheadAndStartedAgain() throws Exception {
        var networks = new ArrayList<LocalNetwork>();
        var window = started(new NetworkChoice() {

            @Override
            public String opening() {
                return "Starting the local network";
            }

            @Override
            public Connection open() throws ProblemException {
                var network = LocalNetwork.start();
                networks.add(network);
                return LocalConnection.to(network);
            }
        });
        awaitWords("Starting the local network");
        awaitWords("Local network 31337, no real funds");
        assertThat(Window.exitCode()).isZero();
        var first = networks.getFirst();
        var before = first.node().head();

        doOnFx(() -> Commands.run(window.console().commands().command("time.day")));
        var clock = first.clock();
        await(() -> Duration.between(before.time(), clock.instant()).toHours() >= 24);
        assertThat(first.node().head().number()).isEqualTo(before.number() + 1);

        doOnFx(() -> Commands.run(window.console().commands().command("local.reset")));
        awaitWords("Everything that was done on it is lost");
        fire("Start the local network again");
        await(() -> networks.size() == 2 && shows(stage.getScene(), "Local network 31337, no real funds"));
        assertThat(networks.getLast().node().head().number()).isEqualTo(before.number());
        assertThat(first.ended()).succeedsWithin(Duration.ofSeconds(20));
        doOnFx(() -> {
            stage.close();
            window.stop();
        });
        assertThat(networks.getLast().ended()).succeedsWithin(Duration.ofSeconds(20));
    }
}
