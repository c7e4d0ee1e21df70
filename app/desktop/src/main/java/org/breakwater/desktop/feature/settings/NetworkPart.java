package org.breakwater.desktop.feature.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.chain.AskedEndpoint;
import org.breakwater.core.chain.EndpointAnswer;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// Which network the window is on, and how its endpoints do.
final class NetworkPart {

    private static final double NAMES = 150;

    private final NetworkFacts facts;
    private final Optional<NetworkSettingsViewModel> model;
    private final Optional<Command> another;

    /// @param another goes to the choice of another network, where that is offered
    NetworkPart(NetworkFacts facts, Optional<NetworkSettingsViewModel> model, Optional<Command> another) {
        this.facts = facts;
        this.model = model;
        this.another = another;
    }

    Region root() {
        var parts = new VBox(12, endpoints(), network());
        another.map(NetworkPart::choosing).ifPresent(parts.getChildren()::add);
        return parts;
    }

    private static Card choosing(Command another) {
        var act = Buttons.plain(another.icon(), another.title(), another.run());
        act.setId("open-network");
        var words = Words.wrapped(Words.secondary(
                "What is chosen there is opened at the next start as well. What is open stays open until then."));
        return Card.of("Another network", Boxes.row(12, act, Boxes.growing(words)));
    }

    private Card endpoints() {
        var agreement = Words.secondary("");
        agreement.setId("endpoints-agreement");
        Shown.following(agreement, facts.endpoints(), asked -> agree(agreement, asked));
        var names = facts.endpoints().map(NetworkPart::names);
        var rows = new Redrawn<>(names, this::rows);
        var content = new VBox(rows);
        model.ifPresent(editing -> content.getChildren().add(adding(editing)));
        return Card.flush("Endpoints", content, agreement);
    }

    private static List<String> names(List<AskedEndpoint> asked) {
        return asked.stream().map(AskedEndpoint::name).toList();
    }

    private static void agree(Label label, List<AskedEndpoint> asked) {
        var agreeing = asked.stream().filter(AskedEndpoint::agrees).count();
        var all = agreeing == asked.size();
        label.setText(
                asked.size() == 1
                        ? all ? "it answers" : "it does not answer"
                        : agreeing + " of " + asked.size() + " agree on the newest block");
        var tone = all ? Tone.SUCCESS : Tone.WARNING;
        tone.on(label).setGraphic((all ? Icon.PASSED : Icon.ALERT).at(Icon.Size.TAG, tone));
    }

    private Node rows(List<String> names) {
        var rows = new VBox();
        for (int i = 0; i < names.size(); i++) {
            rows.getChildren().add(row(names.get(i), i));
        }
        return rows;
    }

    private Node row(String name, int index) {
        var address = Words.mono(name);
        var use = Words.secondary("");
        var standing = Words.secondary("");
        var head = Words.body("");
        var age = Words.secondary("");
        use.setId("endpoint-" + index + "-use");
        standing.setId("endpoint-" + index + "-standing");
        head.setId("endpoint-" + index + "-head");
        var row = Boxes.row(
                12,
                Boxes.growing(new VBox(2, address, use)),
                standing,
                ending(new VBox(2, ending(new HBox(head)), ending(new HBox(age)))));
        model.ifPresent(editing -> row.getChildren()
                .addAll(index > 0 ? prefer(editing, name, index) : inPlaceOfAct(), remove(editing, name, index)));
        Shown.following(row, facts.endpoints(), asked -> {
            if (index < asked.size()) {
                use.setText(asked.get(index).isUsed() ? "in use" : "compared");
                show(asked.get(index), standing, head, age);
            }
        });
        return Boxes.styled(row, "setting", "endpoint-row");
    }

    private static Node inPlaceOfAct() {
        return Boxes.styled(new Region(), "endpoint-act");
    }

    private static Node prefer(NetworkSettingsViewModel editing, String name, int index) {
        var button = Buttons.small(Buttons.icon(
                Icon.ARROW_UP, "Prefer " + name + " to the one above it", () -> editing.preferEndpoint(name)));
        button.setId("endpoint-" + index + "-prefer");
        return button;
    }

    private static Node remove(NetworkSettingsViewModel editing, String name, int index) {
        var button = Buttons.small(Buttons.icon(Icon.X, "Take " + name + " out", () -> editing.removeEndpoint(name)));
        button.setId("endpoint-" + index + "-remove");
        return button;
    }

    private static HBox ending(HBox box) {
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private static VBox ending(VBox box) {
        box.setMinWidth(VBox.USE_PREF_SIZE);
        return box;
    }

    private void show(AskedEndpoint asked, Label standing, Label head, Label age) {
        switch (asked.answer().orElse(null)) {
            case null -> say(standing, Icon.CLOCK, Tone.MUTED, "being asked");
            case EndpointAnswer.None(var why, var problem) -> {
                say(standing, Icon.ALERT, Tone.DANGER, why.words());
                head.setText(Numbers.MISSING);
                age.setText("");
                standing.setAccessibleHelp(problem.toString());
                standing.setTooltip(new Tooltip(problem.toString()));
            }
            case EndpointAnswer.Head(var block, var took, var held) -> {
                standing(standing, held, asked.isUsed());
                standing.setTooltip(null);
                head.setText("Block " + Numbers.count(block.number()));
                var old = Times.duration(
                        Duration.between(block.time(), facts.now().getValue()));
                age.setText(old + " old, in " + took.toMillis() + Numbers.NO_BREAK + "ms");
            }
        }
    }

    private static void standing(Label label, EndpointAnswer.Standing standing, boolean isUsed) {
        switch (standing) {
            case AGREES -> say(label, Icon.PASSED, Tone.SUCCESS, isUsed ? "answers" : "hash equal");
            case BEHIND -> say(label, Icon.CLOCK, Tone.WARNING, "behind");
            case DIFFERS -> say(label, Icon.STOP, Tone.DANGER, "has another block");
            case UNKNOWN -> say(label, Icon.QUESTION, Tone.MUTED, "could not be compared");
        }
    }

    private static void say(Label label, Icon icon, Tone tone, String words) {
        label.setText(words);
        tone.on(label).setGraphic(icon.at(Icon.Size.TAG, tone));
        label.setMinWidth(Label.USE_PREF_SIZE);
    }

    private Node adding(NetworkSettingsViewModel editing) {
        var field =
                new Field("Add an endpoint", "", editing.ofEndpoint().map(result -> result.flatMap(NetworkPart::hint)));
        field.input().setId("add-endpoint");
        field.input().textProperty().bindBidirectional(editing.endpoint());
        field.input().setPromptText("https://node.example.org");
        field.input().setOnAction(_ -> editing.addEndpoint());
        var add = Buttons.plain("Add", editing::addEndpoint);
        Shown.following(
                add,
                editing.endpoint().flatMap(text -> editing.busy().map(busy -> busy || text.isBlank())),
                add::setDisable);
        var done = done(editing.ofEndpoint());
        var row = new HBox(8, Boxes.growing(field), Boxes.padded(new VBox(add), 19, 0, 0, 0));
        return Boxes.padded(new VBox(6, row, done), 10, 14, 14, 14);
    }

    static Optional<Field.Hint> hint(Result result) {
        return result.isGood() ? Optional.empty() : Optional.of(Field.Hint.error(result.words()));
    }

    /// What was done, in words.
    static Label done(ObservableValue<Optional<Result>> result) {
        var label = Words.wrapped(Words.secondary(""));
        Tone.SUCCESS.on(label).setGraphic(Icon.PASSED.at(Icon.Size.TAG, Tone.SUCCESS));
        Shown.following(label, result, came -> {
            var good = came.filter(Result::isGood);
            label.setVisible(good.isPresent());
            label.setManaged(good.isPresent());
            label.setText(good.map(Result::words).orElse(""));
        });
        return label;
    }

    private static String late(Duration after) {
        return after.compareTo(Duration.ofDays(1)) > 0
                ? "never: blocks are made when something happens"
                : Times.duration(after);
    }

    private Card network() {
        var deployment = facts.deployment();
        var grid = FactGrid.of(NAMES)
                .add("Network", facts.name())
                .add("Chain id", deployment.chain().toString())
                .add(
                        "Deployment",
                        Numbers.count(deployment.contracts().size()) + " contracts, "
                                + Numbers.count(deployment.pools().size()) + " of them pools")
                .add("A block is late after", late(facts.lateAfter()))
                .add("Kept in", facts.folder())
                .add(
                        "Started by",
                        facts.editing().isPresent()
                                ? "somebody else; this console was given the address"
                                : "this console; it ends with the window");
        return Card.of("Network and deployment", grid);
    }
}
