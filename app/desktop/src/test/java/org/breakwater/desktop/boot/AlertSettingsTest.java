package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBase;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.watch.RuleFiles;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules of one's own and those who are told beside the window, chosen in the settings.
class AlertSettingsTest extends FxTest {

    private static final String RULES = """
        {"format": "breakwater.watch-rules", "version": 1, "about": ["Mine."], "rules": [
          {"rule": "thin", "severity": "warning", "says": "A pool is thin",
           "when": {"metric": "%s", "of": "every pool", "below": "500 %%", "clearsAbove": "501 %%"}}]}
        """;

    private static final String STANDARD =
            "In force: the standard rules, " + RuleFiles.standard().rules().size() + " rules.";

    @TempDir
    private Path folder;

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    private HttpServer receiver() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Path write(String name, String text, String mode) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private Path targets(int port) throws IOException {
        var secret = write("secret", "correct-horse-battery-staple", "rw-------");
        var away = write("away", "#!/bin/sh\nexit 1\n", "rwx------");
        return write("targets.json", """
            {"format": "breakwater-targets/1",
             "quietHours": {"night": {"zone": "Europe/Berlin", "from": "22:00", "to": "07:00"}},
             "targets": [
               {"name": "on-call", "kind": "webhook", "url": "http://127.0.0.1:%d/hook?key=hidden",
                "secret": {"file": "%s"}},
               {"name": "siren", "kind": "command", "command": ["%s"], "severities": ["hold", "warning"],
                "quiet": "night"}]}
            """.formatted(port, secret, away), "rw-------");
    }

    private static void choose(OpenConsole open, String button, Path file) {
        doOnFx(() -> open.console().files().chooseToOpen(_ -> Optional.of(file)));
        press(open, button);
    }

    private static void press(OpenConsole open, String selector) {
        await(() -> open.scene().lookup(selector) instanceof ButtonBase button && !button.isDisabled());
        doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }

    @Test
    void ownRulesJudgeAndTargetsAreToldTriedAndRemembered() throws Exception {
        var server = receiver();
        var data = Files.createDirectory(folder.resolve("data"));
        try (var network = LocalNetwork.start()) {
            choosing(network, data, server.getAddress().getPort());
            Files.delete(folder.resolve("own.json"));
            refused(network, data);
        } finally {
            server.stop(0);
        }
    }

    private void choosing(LocalNetwork network, Path data, int port) throws Exception {
        var open = OpenConsole.onTheSame(network, data);
        open.goTo(new Place.Settings(SettingsPart.ALERTS), STANDARD);
        open.awaitWords("Nobody: alerts stand in this window alone.");

        choose(open, "#rules-choose", write("wrong.json", RULES.formatted("solvensy"), "rw-------"));
        open.awaitWords("Line 3 of");
        open.awaitWords(STANDARD);
        choose(open, "#rules-choose", write("own.json", RULES.formatted("solvency"), "rw-------"));
        open.awaitWords("In force: 1 rule of your file, in place of the standard ones.");
        await(() -> open.wiring().protocol().watch().status().get().standing().stream()
                .allMatch(alert -> alert.rule().equals("thin")));

        choose(open, "#targets-choose", targets(port));
        open.awaitWords("These are told from now on, first of what stands.");
        open.awaitWords("took the last message at");
        open.awaitWords("Failing since");
        press(open, "#target-on-call-test");
        open.awaitWords("It took the test message.");
        press(open, "#target-siren-test");
        open.awaitWords("It did not take the test message.");
        assertThat(received).anyMatch(body -> body.contains("\"kind\":\"test\""));
        assertThat(open.words()).noneMatch(words -> words.contains("hidden") || words.contains("correct-horse"));
        pictures(open);
        open.closeWindow();
    }

    private static void refused(LocalNetwork network, Path data) throws Exception {
        var open = OpenConsole.onTheSame(network, data);
        open.goTo(new Place.Settings(SettingsPart.ALERTS), STANDARD);
        open.awaitWords("own.json");
        open.awaitWords("took the last message at");
        await(refusalStands(open));
        open.picture("settings-alerts-refused-light");
        press(open, "#rules-standard");
        open.awaitWords("These rules judge from now on.");
        press(open, "#targets-none");
        open.awaitWords("Nobody is told any more.");
        open.awaitWords("Nobody: alerts stand in this window alone.");
        open.closeWindow();
    }

    private static Supplier<Boolean> refusalStands(OpenConsole open) {
        return () -> open.wiring().protocol().watch().status().get().standing().stream()
                .anyMatch(alert -> alert.rule().equals("setting-refused"));
    }

    private static void pictures(OpenConsole open) throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("settings-alerts-" + (scheme == Scheme.LIGHT ? "light" : "dark"));
            open.requireLegibleAndNamed();
        }
    }
}
