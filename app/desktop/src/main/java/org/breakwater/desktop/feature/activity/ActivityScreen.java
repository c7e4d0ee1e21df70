package org.breakwater.desktop.feature.activity;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.feature.activity.ActivityViewModel.Facts;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place.ActivityPart;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.ActViewModel;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Derived;
import org.breakwater.desktop.place.Surroundings;

/// The log of the chain, what is due, and alerts.
public final class ActivityScreen implements Screen {

    private final Surroundings around;
    private final ActivityViewModel model;
    private final LogViewModel log;
    private final Derived<Facts> facts;
    private final Derived<Seen> seen;
    private final LogView logView;

    /// @param part that is shown at first
    public ActivityScreen(Surroundings around, ActivityPart part) {
        this.around = around;
        this.model = new ActivityViewModel(new ActViewModel(around.acting(), around.background(), () -> {}), part);
        this.log = new LogViewModel(
                new LogViewModel.Sources(around.events(), around.deployment(), around.book(), around.texts()),
                around::name,
                around.background());
        this.facts = new Derived<>(
                around.background(), known -> Facts.of(known, around.deployment(), around::name, around.texts()));
        this.seen = new Derived<>(around.background(), known -> Seen.of(known, around));
        this.logView = new LogView(around, log);
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return model.part().map(part -> List.of("Activity", name(part)));
    }

    private static String name(ActivityPart part) {
        return switch (part) {
            case LOG -> "Log";
            case DUE -> "Due";
            case ALERTS -> "Alerts";
        };
    }

    private static String sentence(ActivityPart part) {
        return switch (part) {
            case LOG -> "What the protocol's contracts said, newest first";
            case DUE -> "What can be done, or ends, by the newest block";
            case ALERTS -> "What is past its limit, worst first";
        };
    }

    @Override
    public Node root() {
        return new StatePane<>(around.known(), around.now(), this::content);
    }

    private Node content(ObservableValue<Known> known) {
        var parts = new StackPane(
                part(ActivityPart.LOG, logView.root()),
                part(ActivityPart.DUE, derived(read -> new DueView(around, model).root(read, seen.value()))),
                part(ActivityPart.ALERTS, new AlertsView(around).root()));
        return new VBox(heading(known), Boxes.styled(new VBox(tabs()), "list-head"), Boxes.growing(parts));
    }

    private Node derived(Function<ObservableValue<Facts>, Node> view) {
        return new StatePane<>(facts.value(), around.now(), view);
    }

    private Node part(ActivityPart part, Node node) {
        Shown.following(node, model.part(), shown -> node.setVisible(shown == part));
        return node;
    }

    private Node heading(ObservableValue<Known> known) {
        var sentence = Words.muted("");
        var export = logView.export();
        Shown.following(sentence, model.part(), part -> {
            sentence.setText(sentence(part));
            export.setVisible(part == ActivityPart.LOG);
            export.setManaged(part == ActivityPart.LOG);
        });
        var heading = Boxes.row(
                12,
                Words.title("Activity"),
                sentence,
                Boxes.spacer(),
                BlockBadge.of(known.map(Known::block), around.now()),
                export);
        return Boxes.styled(heading, "page-heading");
    }

    private Choices<ActivityPart> tabs() {
        var tabs = Choices.tabs(
                "Parts of the activity",
                Stream.of(ActivityPart.values())
                        .map(part -> new Choice<>(part, name(part)))
                        .toList(),
                model.part().get(),
                chosen -> model.show(chosen));
        Shown.following(tabs, model.part(), tabs::show);
        Shown.following(tabs, facts.value(), state -> {
            if (state instanceof Loadable.Ready<Facts>(var read, var _)) {
                tabs.rename(ActivityPart.DUE, "Due " + Numbers.count(read.due().size()));
            }
        });
        Shown.following(
                tabs,
                around.alerting().standing(),
                standing -> tabs.rename(ActivityPart.ALERTS, "Alerts " + Numbers.count(standing.size())));
        return tabs;
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(around.known().subscribe(state -> {
            switch (state) {
                case Loadable.Ready<Known>(var known, var _) -> log.know(known);
                case Loadable.Stale<Known>(var known, var _, var _) -> log.know(known);
                case Loadable.Idle<Known> _, Loadable.Loading<Known> _, Loadable.Failed<Known> _ -> {}
            }
        }));
        until.add(facts.follow(around.known()));
        until.add(seen.follow(around.known()));
        until.add(around.alerting().followPast());
        until.add(log::close);
        command(until, "activity.log", "Show the log", ActivityPart.LOG);
        command(until, "activity.due", "Show what is due", ActivityPart.DUE);
        command(until, "activity.alerts", "Show the alerts", ActivityPart.ALERTS);
        until.add(around.commands()
                .add(Command.always("activity.search", Group.LIST, Icon.SEARCH, "Search the log", this::search)
                        .on(Chord.typing("/"))));
    }

    private void search() {
        model.show(ActivityPart.LOG);
        logView.search().input().requestFocus();
    }

    private void command(Subscriptions until, String id, String title, ActivityPart part) {
        until.add(around.commands().add(Command.always(id, Group.LIST, Icon.ACTIVITY, title, () -> model.show(part))));
    }
}
