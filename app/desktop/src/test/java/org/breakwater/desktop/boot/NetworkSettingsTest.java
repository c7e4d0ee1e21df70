package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings of the network that the window is on, on a network that is named by its endpoint.
class NetworkSettingsTest extends FxTest {

    private static LocalNetwork network;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startNetwork() throws Exception {
        network = LocalNetwork.start();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private OpenConsole open() throws Exception {
        var choice = new NetworkChoice.Named(
                List.of(NodeAddress.parse(network.node().address().toString())),
                Path.of(network.description().deployment()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return OpenConsole.on(network, EndpointConnection.open(choice, folder.resolve("data")));
    }

    private static String nowhere() throws Exception {
        try (var taken = new ServerSocket(0)) {
            return "http://127.0.0.1:" + taken.getLocalPort();
        }
    }

    private static void enter(OpenConsole open, String id, String text) {
        doOnFx(() -> ((TextField) open.scene().lookup(id)).setText(text));
    }

    /// The same node by another name.
    private static String secondName() {
        return network.node().address().toString().replace("127.0.0.1", "localhost");
    }

    @Test
    void aFurtherEndpointIsComparedAtOnceAndKept() throws Exception {
        try (var open = open()) {
            open.goTo(new Place.Settings(SettingsPart.NETWORK), "Endpoints");
            open.awaitWords("1 endpoint answers");
            enter(open, "#add-endpoint", secondName());
            open.fire("Add");
            open.awaitWords("It has this protocol: it is compared from now on");
            open.awaitWords("2 of 2 agree on the newest block");
            open.awaitWords("2 of 2 endpoints agree");
            open.awaitWords("hash equal");
            open.picture("settings-network-light");
            open.wear(Scheme.DARK);
            open.picture("settings-network-dark");
        }
        try (var open = open()) {
            open.goTo(new Place.Settings(SettingsPart.NETWORK), "2 of 2 agree on the newest block");
            doOnFx(() -> ((Button) open.scene().lookup("#endpoint-1-remove")).fire());
            open.awaitWords("It is neither compared nor used any more.");
            open.awaitWords("1 endpoint answers");
        }
        try (var open = open()) {
            open.goTo(new Place.Settings(SettingsPart.NETWORK), "1 endpoint answers");
        }
    }

    @Test
    void anEndpointThatCannotBeComparedIsRefusedInASentence() throws Exception {
        try (var open = open()) {
            open.goTo(new Place.Settings(SettingsPart.NETWORK), "Endpoints");
            enter(open, "#add-endpoint", "http://node.example.org");
            open.fire("Add");
            open.awaitWords("The node at node.example.org would be asked without encryption.");
            enter(open, "#add-endpoint", nowhere());
            open.fire("Add");
            open.awaitWords("No Ethereum node answers at");
            open.picture("settings-network-refused-light");
            assertThat(open.words()).contains("1 endpoint answers");
        }
    }

    @Test
    void aServiceCountsAtOnceAndIsKept() throws Exception {
        try (var open = open()) {
            open.goTo(new Place.Settings(SettingsPart.SERVICE), "What waits for the Safes is not known.");
            open.awaitWords("No Safe service");
            enter(open, "#service-entry", "http://service.example.org");
            open.fire("Test");
            open.awaitWords("would be asked without encryption");
            enter(open, "#service-entry", network.description().serviceUrl());
            open.fire("Test");
            open.awaitWords("It answers for this chain:");
            open.picture("settings-service-none-light");
            open.fire("Use");
            open.awaitWords("It is asked from now on.");
            open.awaitWords("Answers for this chain");
            open.awaitWords("Safe service on loopback");
            open.goTo(new Place.Council(), "Queue 6");
            assertThat(open.waiting()).hasSizeGreaterThan(4);
        }
        try (var open = open()) {
            open.goTo(new Place.Settings(SettingsPart.SERVICE), "Answers for this chain");
            open.awaitWords("Safe service on loopback");
            open.picture("settings-service-light");
            open.wear(Scheme.DARK);
            open.picture("settings-service-dark");
            open.goTo(new Place.Council(), "Queue 6");
            open.goTo(new Place.Settings(SettingsPart.SERVICE), "Answers for this chain");
            enter(open, "#service-entry", "");
            open.fire("Use");
            open.awaitWords("No service is asked any more.");
            open.awaitWords("No Safe service");
            open.goTo(new Place.Council(), "No transaction service is asked.");
        }
    }
}
