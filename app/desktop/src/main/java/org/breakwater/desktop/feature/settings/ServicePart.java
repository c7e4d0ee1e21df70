package org.breakwater.desktop.feature.settings;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.service.ServiceState;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// Where proposals and signatures for Safes are kept, and how that service does.
final class ServicePart {

    private static final double NAMES = 150;

    private final NetworkFacts facts;
    private final Optional<NetworkSettingsViewModel> model;

    ServicePart(NetworkFacts facts, Optional<NetworkSettingsViewModel> model) {
        this.facts = facts;
        this.model = model;
    }

    Region root() {
        var address = Words.mono("");
        var state = Words.wrapped(Words.body(""));
        var version = Words.body("");
        var indexed = Words.body("");
        var last = Words.body("");
        address.setId("service-address");
        state.setId("service-state");
        last.setId("service-last-answer");
        var grid = FactGrid.of(NAMES)
                .add("Address", address)
                .add("State", state)
                .add("Says it is", version)
                .add("Has read", indexed)
                .add("Last answer", last);
        Shown.following(grid, facts.service(), told -> {
            address.setText(name(told));
            show(told, state);
            version.setText(version(told));
            indexed.setText(indexed(told));
            last.setText(told.lastAnswer()
                    .map(at -> facts.times().getValue().full(at))
                    .orElse(Numbers.MISSING));
        });
        var content = new VBox(14, grid);
        model.ifPresent(editing -> content.getChildren().add(changing(editing)));
        return Card.of("Safe service", content, Words.secondary("not trusted: every hash is recomputed here"));
    }

    private static String name(ServiceState state) {
        return switch (state) {
            case ServiceState.Unnamed _ -> "none";
            case ServiceState.Unasked(var name) -> name;
            case ServiceState.Answers(var name, var _, var _) -> name;
            case ServiceState.Fails(var name, var _, var _) -> name;
        };
    }

    private static void show(ServiceState state, Label label) {
        switch (state) {
            case ServiceState.Unnamed _ ->
                say(label, Icon.QUESTION, Tone.MUTED, "What waits for the Safes is not known.");
            case ServiceState.Unasked _ -> say(label, Icon.CLOCK, Tone.MUTED, "Being asked");
            case ServiceState.Answers(var _, var health, var _) ->
                say(
                        label,
                        Icon.PASSED,
                        Tone.SUCCESS,
                        "Answers for this chain, in " + health.took().toMillis() + Numbers.NO_BREAK + "ms");
            case ServiceState.Fails(var _, var problem, var _) ->
                say(label, Icon.ALERT, Tone.WARNING, problem.toString());
        }
    }

    private static void say(Label label, Icon icon, Tone tone, String words) {
        label.setText(words);
        tone.on(label).setGraphic(icon.at(Icon.Size.TAG, tone));
    }

    private static String version(ServiceState state) {
        return state instanceof ServiceState.Answers(var _, var health, var _)
                ? health.about().name() + " " + health.about().version()
                : Numbers.MISSING;
    }

    private static String indexed(ServiceState state) {
        return state instanceof ServiceState.Answers(var _, var health, var _)
                ? "up to block " + Numbers.count(health.indexing().block())
                        + (health.indexing().synced() ? "" : ", it is still reading")
                : Numbers.MISSING;
    }

    private static Node changing(NetworkSettingsViewModel editing) {
        var field =
                new Field("Another service", "", editing.ofService().map(result -> result.flatMap(NetworkPart::hint)));
        field.input().setId("service-entry");
        field.input().textProperty().bindBidirectional(editing.service());
        field.input().setPromptText("https://api.safe.global/tx-service/eth/api");
        var test = Buttons.plain("Test", editing::testService);
        var keep = Buttons.plain("Use", editing::useService);
        Shown.following(
                test,
                editing.service().flatMap(text -> editing.busy().map(busy -> busy || text.isBlank())),
                test::setDisable);
        Shown.following(keep, editing.busy(), keep::setDisable);
        return new VBox(8, field, new HBox(8, test, keep), NetworkPart.done(editing.ofService()));
    }
}
