package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.feature.emergency.PauseViewModel.Stage;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Timeline;
import org.breakwater.desktop.kit.Timeline.Event;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// How far a pause has come: checked, signed, sent, in a block, in force. What is in force was read back from the
/// contract's events, not concluded from having been sent.
record PauseProgress(Surroundings around, PauseViewModel model, PausePage page, Subject subject) {

    List<Node> nodes() {
        var needed = page.guardian().map(safe -> safe.setup().threshold()).orElse(0);
        var signed = Math.min(subject.transaction().signers().size(), needed) + " of " + needed + " signed";
        var count = Words.secondary(signed);
        count.setId("pause-signed");
        return List.of(
                Boxes.row(8, Words.strong("Progress"), Boxes.spacer(), count),
                new Timeline(events(), Optional.empty()));
    }

    private List<Event> events() {
        var events = new ArrayList<Event>();
        var nonce = subject.transaction().transaction().nonce();
        events.add(event(Stage.CHECKED, "Prepared and checked", safe() + " nonce " + nonce + ", hashes agree"));
        events.add(event(Stage.COMPLETE, "Signed by as many as it takes", signers()));
        events.add(event(Stage.SENT, "Sent", "at the fee of the next block"));
        events.add(event(
                Stage.MINED,
                "In a block",
                subject.executedIn().map(hash -> shortened(hash.toString())).orElse("")));
        events.add(event(
                Stage.IN_FORCE,
                subject.inForce()
                        .map(until -> "Stopped until " + Times.dateAndTime(until) + " UTC")
                        .orElse("Stopped"),
                subject.inForce()
                        .map(until -> "read back from the contract, ends by itself in "
                                + Times.duration(Duration.between(page.block().time(), until)))
                        .orElse("read back from the contract")));
        return events;
    }

    private static String shortened(String hash) {
        return hash.substring(0, 10) + "…" + hash.substring(hash.length() - 8);
    }

    private String safe() {
        return page.guardian().map(safe -> safe.name() + " Safe").orElse("Safe");
    }

    private String signers() {
        var names = subject.transaction().signers().stream().map(around::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "nobody yet" : names;
    }

    private Event event(Stage stage, String words, String detail) {
        var at = Optional.ofNullable(model.reached().get().get(stage));
        return at.isPresent()
                ? new Event(
                        Icon.CHECK,
                        Tone.SUCCESS,
                        words,
                        detail,
                        at.map(this::time).orElse(""))
                : new Event(Icon.CIRCLE, Tone.MUTED, words, detail, "");
    }

    private String time(Instant at) {
        return Times.time(at);
    }
}
