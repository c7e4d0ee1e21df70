package org.breakwater.desktop.feature.council;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.review.rehearsal.Rehearsal.Outcome;
import org.breakwater.core.review.rehearsal.Rehearsal.Step;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.council.RehearsalViewModel.State;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.WithCouncil;

/// What becomes of the queue when all of it is carried out in nonce order, on a copy of the chain that nobody else
/// sees.
final class RehearsalPart {

    private static final double NONCE = 44;

    private final Surroundings around;
    private final SafePage safe;
    private final RehearsalViewModel model;

    RehearsalPart(Surroundings around, SafePage safe, RehearsalViewModel model) {
        this.around = around;
        this.safe = safe;
        this.model = model;
    }

    Node root() {
        var column = new VBox(8);
        Shown.following(column, model.state(), state -> column.getChildren().setAll(drawn(state)));
        return Boxes.padded(column, 14, 20, 6, 20);
    }

    private List<Node> drawn(State state) {
        return switch (state) {
            case State.Running(var of)
            when of.equals(safe.address()) ->
                List.of(
                        heading(Buttons.small(Buttons.plain("Cancel", model::cancel))),
                        Words.muted("Carrying the queue out on a copy of the chain."));
            case State.Failed(var of, var problem)
            when of.equals(safe.address()) ->
                List.of(
                        heading(button("Rehearse again")),
                        Tone.DANGER.on(Words.wrapped(Words.body(problem.toString()))));
            case State.Done(var of, var rehearsal)
            when of.equals(safe.address()) -> {
                var nodes = new ArrayList<Node>();
                nodes.add(heading(button("Rehearse again")));
                rehearsal.steps().forEach(step -> nodes.add(step(step)));
                nodes.add(end(rehearsal));
                yield nodes;
            }
            case State.None _, State.Running _, State.Failed _, State.Done _ ->
                List.of(
                        heading(button("Rehearse the queue…")),
                        Words.wrapped(
                                Words.secondary("Carries everything that waits out in nonce order, on a copy of the"
                                        + " chain on this machine. Nothing is sent anywhere.")));
        };
    }

    private Node heading(Node act) {
        return Boxes.row(8, Words.strong("Rehearsal"), Boxes.spacer(), act);
    }

    private Node button(String words) {
        var button = Buttons.small(Buttons.plain(
                Icon.PLAY,
                words,
                () -> WithCouncil.read(around.council().getValue())
                        .ifPresent(council -> model.rehearse(council, safe.address()))));
        button.setId("rehearse");
        return button;
    }

    private Node step(Step step) {
        var nonce = Words.secondary(step.transaction().nonce().toString());
        nonce.setMinWidth(NONCE);
        var words =
                new VBox(1, Words.wrapped(Words.body(sentence(step.hash()))), Words.wrapped(outcome(step.outcome())));
        var row = Boxes.row(8, icon(step.outcome()), nonce, Boxes.growing(words));
        words.setMinWidth(0);
        return row;
    }

    private static Node icon(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed() -> Icon.PASSED.at(Icon.Size.BUTTON, Tone.SUCCESS);
            case Outcome.FailedInside(), Outcome.Reverted(var _) -> Icon.X_CIRCLE.at(Icon.Size.BUTTON, Tone.DANGER);
            case Outcome.OutOfTurn(var _), Outcome.Untried(var _) -> Icon.MINUS.at(Icon.Size.BUTTON, Tone.MUTED);
        };
    }

    private static Label outcome(Outcome outcome) {
        return Words.secondary(
                switch (outcome) {
                    case Outcome.Executed() -> "carried out";
                    case Outcome.FailedInside() -> "uses its nonce up; the call inside it fails";
                    case Outcome.Reverted(var why) -> "reverts: " + why;
                    case Outcome.OutOfTurn(var next) -> "cannot follow: the Safe takes nonce " + next + " by then";
                    case Outcome.Untried(var why) -> why;
                });
    }

    private String sentence(Hash32 hash) {
        return safe.slots().stream()
                .flatMap(slot -> slot.rows().stream())
                .filter(row -> row.hash().equals(hash))
                .map(SafePage.Row::sentence)
                .findFirst()
                .orElse(QueuePart.shortened(hash));
    }

    private Node end(Rehearsal rehearsal) {
        var words = new ArrayList<String>();
        rehearsal
                .after()
                .ifPresentOrElse(
                        after -> words.add(obeys(rehearsal.before(), after)),
                        () -> words.add("The Safe's storage no longer tells who owns it."));
        rehearsal
                .balances()
                .forEach(balance -> words.add(balance.token().map(around::name).orElse("ETH") + ": "
                        + Numbers.units(balance.before(), balance.decimals()) + " → "
                        + Numbers.units(balance.after(), balance.decimals()) + "."));
        var changed = rehearsal.after().filter(rehearsal.before()::equals).isEmpty();
        var line = Words.wrapped(Words.body("At the end, from block "
                + Numbers.count(rehearsal.block().number()) + ": " + String.join(" ", words)));
        line.setId("rehearsal-end");
        line.setMinHeight(Region.USE_PREF_SIZE);
        return changed && obeysOthers(rehearsal) ? Tone.HOLD.on(line) : line;
    }

    private static boolean obeysOthers(Rehearsal rehearsal) {
        return rehearsal
                .after()
                .filter(after -> after.owners().equals(rehearsal.before().owners())
                        && after.threshold().equals(rehearsal.before().threshold())
                        && after.modules().equals(rehearsal.before().modules())
                        && after.singleton().equals(rehearsal.before().singleton()))
                .isEmpty();
    }

    private String obeys(SafeConfiguration before, SafeConfiguration after) {
        var was = standing(before);
        var is = standing(after);
        var modules = after.modules().equals(before.modules())
                ? ""
                : " Its modules are others: " + named(after.modules()) + ".";
        var code = after.singleton().equals(before.singleton())
                ? ""
                : " The code behind it is " + around.name(after.singleton()) + ".";
        return (was.equals(is) ? is + " owners must sign, as before." : was + " owners had to sign, then " + is + ".")
                + modules
                + code;
    }

    private static String standing(SafeConfiguration safe) {
        return safe.threshold() + " of " + safe.owners().size();
    }

    private String named(List<Address> addresses) {
        return addresses.isEmpty()
                ? "none"
                : addresses.stream().map(around::name).collect(Collectors.joining(", "));
    }
}
