package org.breakwater.desktop.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.breakwater.core.service.ServiceState;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// Which network, how new its head, how its endpoints do, what is under way, and the time.
final class StatusBar extends HBox {

    private final ObservableValue<NetworkStatus> network;
    private final ObservableValue<Instant> now;
    private final ObservableValue<Times> times;
    private final Region square = Boxes.styled(new Region(), "network-square");
    private final Label name = Boxes.styled(Words.caption(""), "strong", "network-name");
    private final Label head = Words.caption("");
    private final Label endpoints = Words.caption("");
    private final Label service = Words.caption("");
    private final Label work = Words.caption("");
    private final Label clock = Words.caption("");

    StatusBar(Commands commands, Shell.Facts facts) {
        this.network = facts.network();
        this.now = facts.now();
        this.times = facts.times();
        getStyleClass().add("status-line");
        Tone.DEFAULT.on(name);
        name.setMinWidth(USE_PREF_SIZE);
        head.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Boxes.row(6, square, name),
                        gap(),
                        head,
                        gap(),
                        endpoints,
                        gap(),
                        service,
                        gap(),
                        work,
                        Boxes.spacer());
        if (isLocal(commands)) {
            getChildren().addAll(moving(commands), gap());
        }
        getChildren().addAll(clock, gap(), new ActAs(facts.who()));
        Shown.following(this, network, this::show);
        Shown.following(this, facts.service(), this::show);
        Shown.following(this, facts.pending(), this::show);
        Shown.following(this, now, _ -> tick());
        Shown.following(this, times, _ -> tick());
    }

    private static boolean isLocal(Commands commands) {
        return commands.all().stream().anyMatch(command -> command.group() == Group.LOCAL);
    }

    /// Opens what can be done with a network of one's own.
    private static Button moving(Commands commands) {
        var button = new Button("Move time", Icon.FAST_FORWARD.at(Icon.Size.TAG, Tone.MUTED));
        var menu = new ContextMenu();
        button.getStyleClass().setAll("status-act", "caption");
        button.setMinWidth(USE_PREF_SIZE);
        button.setId("move-time");
        button.setOnAction(_ -> {
            menu.getItems()
                    .setAll(commands.all().stream()
                            .filter(command -> command.group() == Group.LOCAL)
                            .map(MainMenu::item)
                            .toList());
            menu.show(button, Side.TOP, 0, -4);
        });
        return button;
    }

    private void show(ServiceState state) {
        switch (state) {
            case ServiceState.Unnamed _ -> say(service, Icon.CLOUD, Tone.MUTED, "No Safe service");
            case ServiceState.Unasked _ -> say(service, Icon.CLOUD, Tone.MUTED, "Asking the Safe service");
            case ServiceState.Answers(var name, var _, var _) ->
                say(
                        service,
                        Icon.PASSED,
                        Tone.MUTED,
                        isHere(name) ? "Safe service on loopback" : "Safe service answers");
            case ServiceState.Fails(var _, var problem, var _) -> {
                say(service, Icon.ALERT, Tone.WARNING, "Safe service does not answer");
                service.setTooltip(new Tooltip(problem.toString()));
                return;
            }
        }
        service.setTooltip(null);
    }

    private static boolean isHere(String name) {
        return name.matches("http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?");
    }

    private static Region gap() {
        return Boxes.styled(new Region(), "status-gap");
    }

    private void show(NetworkStatus status) {
        for (var kind : NetworkKind.values()) {
            square.getStyleClass().remove(kind.styleClass());
        }
        square.getStyleClass().add(status.kind().styleClass());
        name.setText(status.name());
        var healthy = status.endpoints().isHealthy();
        say(
                endpoints,
                healthy ? Icon.PASSED : Icon.ALERT,
                healthy ? Tone.MUTED : Tone.WARNING,
                status.endpoints().words());
        var reasons = status.endpoints().reasons();
        endpoints.setTooltip(reasons.isEmpty() ? null : new Tooltip(reasons));
        tick();
    }

    private void tick() {
        clock.setText(times.getValue().full(now.getValue()));
        var status = network.getValue();
        switch (status.head()) {
            case Loadable.Idle<BlockRef> _, Loadable.Loading<BlockRef> _ ->
                say(head, Icon.BLOCK, Tone.MUTED, "Reading the newest block");
            case Loadable.Ready<BlockRef>(var block, var _) -> block(status, block);
            case Loadable.Stale<BlockRef>(var block, var _, var why) -> stale(block, why);
            case Loadable.Failed<BlockRef>(var problem) -> {
                say(head, Icon.ALERT, Tone.DANGER, "No block");
                head.setTooltip(new Tooltip(problem.toString()));
            }
        }
    }

    private void block(NetworkStatus status, BlockRef block) {
        var age = age(block);
        var late = age.compareTo(status.lateAfter()) > 0;
        say(
                head,
                late ? Icon.CLOCK : Icon.BLOCK,
                late ? Tone.WARNING : Tone.MUTED,
                written(block) + Times.duration(age) + (late ? " late" : " ago"));
        head.setTooltip(null);
    }

    private void stale(BlockRef block, String why) {
        say(head, Icon.ALERT, Tone.WARNING, written(block) + "no newer answer");
        head.setTooltip(new Tooltip(why));
    }

    private static String written(BlockRef block) {
        return "Block " + Numbers.count(block.number()) + ", ";
    }

    private Duration age(BlockRef block) {
        return Duration.between(block.time(), now.getValue());
    }

    private void show(List<String> pending) {
        if (pending.isEmpty()) {
            say(work, Icon.CHECK, Tone.MUTED, "Nothing pending");
        } else {
            var more = pending.size() == 1 ? "" : ", " + (pending.size() - 1) + " more";
            say(work, Icon.REFRESH, Tone.MUTED, pending.getFirst() + more);
        }
    }

    private static void say(Label label, Icon icon, Tone tone, String words) {
        label.setText(words);
        tone.on(label).setGraphic(icon.at(Icon.Size.TAG, tone));
    }
}
