package org.breakwater.desktop.feature.proposals;

import javafx.scene.layout.VBox;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.RiskCard;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.ReviewFindings;

/// What the review of a proposal says: what the timelock would do, simulated and checked like a transaction of a
/// Safe.
final class ProposalReviewPane extends VBox {

    private final Surroundings around;
    private final ProposalReviewViewModel model;

    ProposalReviewPane(Surroundings around, ProposalReviewViewModel model) {
        super(12);
        this.around = around;
        this.model = model;
        setId("proposal-review");
        Shown.following(this, model.review(), this::show);
    }

    private void show(Loadable<ProposalReview> state) {
        switch (state) {
            case Loadable.Idle<ProposalReview> _ -> getChildren().setAll(Words.muted("There is nothing to review."));
            case Loadable.Loading<ProposalReview> _ ->
                getChildren().setAll(Words.secondary("Simulated and checked on the newest block…"));
            case Loadable.Failed<ProposalReview>(var problem) ->
                getChildren()
                        .setAll(new Banner(
                                Severity.COULD_NOT_RUN,
                                Icon.QUESTION,
                                problem.happened(),
                                (problem.meaning() + " " + problem.remedy()).strip()));
            case Loadable.Ready<ProposalReview>(var review, var block) -> draw(review, block);
            case Loadable.Stale<ProposalReview>(var review, var block, var _) -> draw(review, block);
        }
    }

    private void draw(ProposalReview review, BlockRef block) {
        var findings = new ReviewFindings(around::name).of(review);
        var again = Buttons.small(Buttons.plain("Review again", model::again));
        again.setId("proposal-review-again");
        var verdict = switch (review.verdict()) {
            case PASS -> new SeverityTag(Severity.PASSED, "Nothing against it");
            case HOLD -> new SeverityTag(Severity.HOLD, "Look twice");
            case BLOCK -> new SeverityTag(Severity.BLOCK, "Do not vote for it");
        };
        verdict.setId("proposal-verdict");
        getChildren()
                .setAll(
                        Boxes.row(
                                12,
                                verdict,
                                Words.secondary("Simulated as the timelock on block " + Numbers.count(block.number())),
                                Boxes.spacer(),
                                again),
                        new CheckList(findings.stream()
                                .map(finding -> finding.check(around.router()))
                                .toList()));
        RiskCard.of(around, review.call()).ifPresent(getChildren()::add);
    }
}
