package org.breakwater.desktop.feature.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.SinceBallot;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.place.Surroundings;

/// Says above a dossier what came after whoever acts voted last, while they can still change their ballot.
final class SinceBallotBanner {

    private static final int MOST_FACTS = 3;

    private final Surroundings around;
    private final Supplier<EventText> text;
    private final CaseVoteViewModel votes;

    SinceBallotBanner(Surroundings around, Supplier<EventText> text, CaseVoteViewModel votes) {
        this.around = around;
        this.text = text;
        this.votes = votes;
    }

    /// @param open whether the vote is open
    private record News(Optional<SinceBallot> since, boolean open) {}

    Node root(ObservableValue<Dossier> dossier, ObservableValue<Optional<SinceBallot>> since) {
        return new Redrawn<>(dossier.flatMap(each -> since.map(news -> new News(news, isOpen(each)))), this::draw);
    }

    private static boolean isOpen(Dossier dossier) {
        var matter = dossier.matter();
        return matter.running()
                .filter(running -> running.isOpenAt(matter.time()))
                .isPresent();
    }

    private Node draw(News news) {
        return news.since().filter(_ -> news.open()).<Node>map(this::banner).orElseGet(VBox::new);
    }

    private Node banner(SinceBallot since) {
        var change = new Link("Change your ballot…", () -> votes.act().write(CaseVoteViewModel.VOTE));
        change.setId("since-ballot-change");
        var banner = new Banner(
                Severity.WARNING,
                Icon.BELL,
                "New since your ballot of "
                        + around.times()
                                .getValue()
                                .full(Instant.ofEpochSecond(since.ballot().at())) + ".",
                words(since),
                change);
        banner.setId("since-ballot");
        return Boxes.padded(new VBox(banner), 8, 20, 8, 20);
    }

    private String words(SinceBallot since) {
        var parts = new ArrayList<String>();
        var filed = since.evidence().size();
        var late =
                since.evidence().stream().filter(each -> each.afterDeadline()).count();
        if (filed > 0) {
            parts.add((filed == 1 ? "A piece of evidence was filed" : filed + " pieces of evidence were filed")
                    + (late == 0 ? "" : ", " + late + " of them after the cut-off") + ".");
        }
        if (!since.facts().isEmpty()) {
            parts.add(since.facts().stream()
                            .limit(MOST_FACTS)
                            .map(entry -> text.get().sentence(entry.fact().fact()))
                            .collect(Collectors.joining(". "))
                    + (since.facts().size() > MOST_FACTS
                            ? ", and " + (since.facts().size() - MOST_FACTS) + " more events."
                            : "."));
        }
        return String.join(" ", parts);
    }
}
