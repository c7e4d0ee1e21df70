package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.navigation.Place;
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
        return started(Optional.of(choice));
    }

    private Window started(Optional<NetworkChoice> choice) {
        return begun(() -> Launch.begin(choice, false, Optional.empty(), folders()));
    }

    private UserFolders folders() {
        return new UserFolders(folder, folder, folder);
    }

    private Window begun(Callable<Optional<Launch>> begin) {
        Launch launch;
        try {
            launch = begin.call().orElseThrow();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        var window = onFx(() -> new Window(launch, folders()));
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
            public String name() {
                return "none";
            }

            @Override
            public String opening() {
                return "Connecting to a node";
            }

            @Override
            public Connection open(Path data) throws ProblemException {
                attempts[0]++;
                return new NetworkChoice.Named(
                                List.of(NodeAddress.parse("http://127.0.0.1:" + port)),
                                folder.resolve("none.json"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())
                        .open(data);
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

    private void write(String field, String text) {
        doOnFx(() -> ((TextInputControl) stage.getScene().lookup("#connect-" + field)).setText(text));
    }

    private void press(String selector) {
        await(() -> stage.getScene().lookup(selector) != null);
        doOnFx(() -> ((ButtonBase) stage.getScene().lookup(selector)).fire());
    }

    private Path handedOn(LocalNetwork network) throws Exception {
        var council = network.deployment().account("council").orElseThrow();
        var domain = new SafeDomain(SafeVersion.V1_4_1, network.node().chain(), council);
        var subject = new SafeHashCase(domain, SafeTransaction.rejection(council, BigInteger.valueOf(1_000)));
        var file = folder.resolve("rejection.safe-transaction.json");
        Files.writeString(file, SharedTransactionFormat.document(SharedTransaction.unsigned(subject)));
        return file;
    }

    @Test
    void theFirstStartAsksWhichNetworkAndTheNextOneOpensIt() throws Exception {
        try (var network = LocalNetwork.start()) {
            var rpc = network.node().address().toString();
            var deployment = network.description().deployment();

            var broken = folder.resolve("breakwater/start.properties");
            Files.createDirectories(broken.getParent());
            Files.writeString(broken, "A letter, and no settings at all");
            var first = started(Optional.<NetworkChoice>empty());
            awaitWords("could not be read. It is not what this program writes.");
            awaitWords("Try the local network");
            press("#welcome-read");
            awaitWords("No signer is opened at this console");
            write("endpoint", "ftp://node");
            write("deployment", folder.resolve("none.json").toString());
            press("#connect");
            awaitWords("That is no address of a node");
            write("endpoint", rpc);
            press("#connect");
            awaitWords("There is no deployment file at");
            assertThat(folder.resolve("breakwater/start.properties"))
                    .as("what could not be opened is not opened again")
                    .doesNotExist();
            write("deployment", deployment);
            press("#connect");
            awaitWords("Nothing is taken on trust");
            awaitWords("Watch only");
            doOnFx(() -> first.console()
                    .commands()
                    .command("window.open-network")
                    .run()
                    .run());
            awaitWords("Try the local network");
            fire("Back to the open network");
            awaitWords("Local network 31337, no real funds");
            await(() -> folder.resolve("breakwater/start.properties").toFile().exists());
            doOnFx(() -> first.console().router().go(new Place.Treasury()));
            doOnFx(() -> {
                stage.close();
                first.stop();
            });

            stage = onFx(Stage::new);
            var second = started(Optional.<NetworkChoice>empty());
            awaitWords("Watch only");
            assertThat(shows(stage.getScene(), "Nothing is taken on trust"))
                    .as("the tour is for the first time")
                    .isFalse();
            assertThat(onFx(() -> second.console().router().current().get())).isEqualTo(new Place.Treasury());
            var file = handedOn(network);
            assertThat(Launch.begin(Optional.empty(), false, Optional.of(file), folders()))
                    .as("a second start hands its file over to the window that is open")
                    .isEmpty();
            await(() -> second.console().router().current().get() instanceof Place.SafeTransaction);
            doOnFx(() -> second.console().router().go(new Place.Settings(Place.SettingsPart.NETWORK)));
            press("#open-network");
            press("#welcome-connect");
            awaitWords("The protocol is read from your endpoints.");
            assertThat(((TextInputControl) stage.getScene().lookup("#connect-endpoint")).getText())
                    .isEqualTo(rpc);
            doOnFx(() -> {
                stage.close();
                second.stop();
            });
        }
    }

    @Test
    void theLocalNetworkIsStartedMovedAheadAndStartedAgain() throws Exception {
        var networks = new ArrayList<LocalNetwork>();
        var window = started(new NetworkChoice() {

            @Override
            public String name() {
                return "local";
            }

            @Override
            public String opening() {
                return "Starting the local network";
            }

            @Override
            public Connection open(Path data) throws ProblemException {
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
