package org.breakwater.desktop.feature.compose;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.ReviewFindings;

/// What the rehearsal of a proposal found: carried out as the Timelock, as if vote and delay were over, and checked as
/// voters will see it checked.
final class RehearsalPane {

    private final Surroundings around;
    private final ComposeViewModel model;

    RehearsalPane(Surroundings around, ComposeViewModel model) {
        this.around = around;
        this.model = model;
    }

    Node node() {
        var column = new VBox(12);
        column.setId("rehearsal");
        Shown.following(
                column, model.simulated(), outcome -> column.getChildren().setAll(content(outcome)));
        var scroll = new ScrollPane(Boxes.padded(column, 14, 20, 16, 20));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node content(Optional<Simulation.Outcome> outcome) {
        var title = Words.section("Rehearsal");
        return outcome.flatMap(Simulation.Outcome::rehearsal)
                .<Node>map(review -> new VBox(12, Boxes.row(12, title, tag(review)), words(review), list(review)))
                .orElseGet(() -> new VBox(
                        12,
                        title,
                        Words.wrapped(Words.secondary(
                                outcome.map(told -> told.finding().evidence())
                                        .orElse("It is rehearsed once every call is finished and there is a text.")))));
    }

    static SeverityTag tag(ProposalReview review) {
        return switch (review.verdict()) {
            case PASS -> new SeverityTag(Severity.PASSED, "Nothing against it");
            case HOLD -> new SeverityTag(Severity.HOLD, "Look twice");
            case BLOCK -> new SeverityTag(Severity.BLOCK, "Do not submit it");
        };
    }

    private static Node words(ProposalReview review) {
        return Words.wrapped(Words.secondary("Carried out as the timelock on block "
                + Numbers.count(review.block().number())
                + ", as if the vote and the delay were over, on a state that nobody else sees. Voters are shown the"
                + " same checks."));
    }

    private Node list(ProposalReview review) {
        var list = new CheckList(new ReviewFindings(around::name)
                .of(review).stream()
                        .map(finding -> finding.check(around.router()))
                        .toList());
        list.setId("rehearsal-checks");
        return list;
    }
}
