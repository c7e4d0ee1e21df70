package org.breakwater.desktop.feature.emergency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.emergency.PauseFact;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.FactRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;

/// The second step: what is true now, and what follows.
final class PauseOutlook extends VBox {

    PauseOutlook(PauseViewModel model, ObservableValue<PausePage> page) {
        super(10);
        var facts = new VBox();
        facts.setId("pause-facts");
        var follows = new VBox();
        Shown.following(this, page, read -> {
            facts.getChildren()
                    .setAll(read.subject()
                            .filter(subject -> !subject.facts().isEmpty())
                            .map(PauseOutlook::facts)
                            .orElseGet(() -> List.of(nothing(model))));
            follows.getChildren()
                    .setAll(read.subject()
                            .map(subject -> follows(read, subject))
                            .orElse(List.of()));
            follows.setVisible(read.subject().isPresent());
        });
        getChildren()
                .addAll(
                        PauseStep.heading(2, "What is true now"),
                        Boxes.styled(facts, "card-pane", "pause-facts"),
                        Words.strong("If you pause"),
                        Boxes.styled(follows, "card-pane"),
                        Words.wrapped(Words.secondary("Works without the service and without a price: a pause can be"
                                + " handed on as text or as a file.")));
    }

    private static Node nothing(PauseViewModel model) {
        var words = Words.wrapped(Words.secondary("Shown once it is clear what is to be stopped."));
        Shown.following(words, model.next(), next -> {
            switch (next) {
                case Next.Cannot(var why) -> words.setText(why);
                case Next.Done _ -> words.setText("It was carried out. The progress says what is in force.");
                default -> {}
            }
        });
        return Boxes.padded(new VBox(words), 8, 0, 8, 0);
    }

    private static List<Node> facts(Subject subject) {
        return subject.facts().stream().map(PauseOutlook::fact).toList();
    }

    private static Node fact(PauseFact fact) {
        var severity = PauseWords.severity(fact);
        var value = Words.wrapped(Words.name(PauseWords.value(fact)));
        value.setId(
                "pause-fact-" + PauseWords.name(fact).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        value.setMinWidth(0);
        value.getStyleClass().add("right");
        var row = new FactRow(PauseWords.name(fact), value);
        row.getChildren().addFirst(severity.icon().at(Icon.Size.BUTTON, severity.tone()));
        ((Region) row.getChildren().get(1)).setMinWidth(Region.USE_PREF_SIZE);
        row.setAccessibleText(severity.word() + ": " + PauseWords.name(fact) + ", " + PauseWords.value(fact));
        return row;
    }

    private static List<Node> follows(PausePage page, Subject subject) {
        var plan = subject.plan();
        var again = page.block().time().plus(plan.length()).plus(page.coolDown());
        return List.of(
                follows(
                        Icon.PAUSE,
                        Tone.HOLD,
                        "Stops",
                        plan.target().ordered().stream().map(ScopeWords::stops).collect(Collectors.joining(". "))
                                + ", for " + PauseWords.length(plan.length()) + " or until lifted."),
                follows(Icon.PLAY, Tone.SUCCESS, "Keeps running", goesOn(page, subject)),
                follows(Icon.UNLOCK, Tone.MUTED, "Who can lift it sooner", "The guardian, the council or the DAO."),
                Boxes.styled(
                        follows(
                                Icon.CLOCK,
                                Tone.MUTED,
                                "Who can extend it",
                                "Only the DAO. You cannot pause this again before " + Times.dateAndTime(again)
                                        + " UTC."),
                        "last"));
    }

    private static String goesOn(PausePage page, Subject subject) {
        var others = subject.plan().target().isOfEveryPool()
                ? Optional.<String>empty()
                : Optional.of((page.pools().size() - 1) + " other pools");
        return others.map(words -> words + ". ").orElse("")
                + subject.plan().target().ordered().stream()
                        .map(ScopeWords::goesOn)
                        .collect(Collectors.joining(". "))
                + ". Every vote and every cancel: these have no switch.";
    }

    private static Node follows(Icon icon, Tone tone, String name, String words) {
        var heading = Words.name(name);
        heading.setGraphic(icon.at(Icon.Size.BUTTON, tone));
        return Boxes.styled(
                new VBox(3, heading, Words.wrapped(Tone.DEFAULT.on(Words.secondary(words)))), "pause-follows");
    }
}
