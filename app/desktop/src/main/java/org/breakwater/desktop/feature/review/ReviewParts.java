package org.breakwater.desktop.feature.review;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.feature.review.ReviewViewModel.Depth;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.RiskCard;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.ReviewFindings;

/// The parts of a review's page.
final class ReviewParts {

    private final Surroundings around;
    private final Reviewed reviewed;
    private final ReviewFindings findings;

    ReviewParts(Surroundings around, Reviewed reviewed) {
        this.around = around;
        this.reviewed = reviewed;
        this.findings = new ReviewFindings(around::name);
    }

    /// What it does, as deep as it is looked into.
    Node main(Depth depth) {
        var main = new VBox(12);
        banner(main);
        SaidCard.of(around, reviewed).ifPresent(main.getChildren()::add);
        RiskCard.of(around, reviewed.review().call()).ifPresent(main.getChildren()::add);
        switch (depth) {
            case SENTENCE -> main.getChildren().addAll(new CallCard(around, reviewed).root(), changes());
            case FIELDS -> {
                main.getChildren().addAll(new FieldCards(around, reviewed).all());
                main.getChildren().addAll(changes(), unavailable());
            }
            case BYTES -> reviewed.lines().forEach(line -> main.getChildren().add(ByteCards.of(line)));
        }
        return Boxes.padded(main, 14, 20, 20, 20);
    }

    private void banner(VBox main) {
        if (reviewed.review().verdict() == Verdict.BLOCK) {
            main.getChildren()
                    .add(new Banner(
                            Severity.BLOCK,
                            Icon.STOP,
                            "Do not sign this, here or in any other program.",
                            worst(CheckResult.Block.class)));
        } else if (reviewed.review().verdict() == Verdict.HOLD) {
            main.getChildren()
                    .add(new Banner(
                            Severity.HOLD,
                            Icon.LOCK,
                            "Look twice before anybody signs this.",
                            worst(CheckResult.Hold.class)));
        }
    }

    private String worst(Class<? extends CheckResult> kind) {
        return reviewed.review().checks().stream()
                .map(check -> check.result())
                .filter(kind::isInstance)
                .map(CheckResult::evidence)
                .map(sentences -> findings.plain(sentences, reviewed.review().facts()))
                .findFirst()
                .orElse("A check that everything rests on could not run.");
    }

    private Node changes() {
        var words = reviewed.review().changes().stream()
                .filter(StateChange.Stored.class::isInstance)
                .count();
        var content =
                new VBox(new ChangeTable(reviewed.changes(), address -> AddressChip.byName(around.label(address))));
        if (words > 0) {
            content.getChildren()
                    .add(Boxes.padded(
                            new VBox(Words.secondary(Numbers.count(words)
                                    + (words == 1 ? " word" : " words")
                                    + " of other contracts' storage change too.")),
                            0,
                            14,
                            8,
                            14));
        }
        return Card.flush("Before and after", content, block());
    }

    /// What checks lack, one sentence each.
    private Node unavailable() {
        var rows = new VBox(4);
        for (var check : reviewed.review().checks()) {
            if (check.result() instanceof CheckResult.NotAvailable(var missing)) {
                rows.getChildren().add(Words.wrapped(Words.secondary(check.id() + ": " + missing)));
            }
        }
        return Card.of("What checks lack here", rows);
    }

    private Node block() {
        return Words.secondary("Computed on state of block "
                + Numbers.count(reviewed.review().block().number()));
    }

    /// The checks, and the hashes that a device must show.
    Node side() {
        var checks = reviewed.review().checks();
        var ran = checks.stream()
                .filter(check -> !(check.result() instanceof CheckResult.NotApplicable)
                        && !(check.result() instanceof CheckResult.NotAvailable)
                        && !(check.result() instanceof CheckResult.CouldNotRun))
                .count();
        var list = new CheckList(findings.of(reviewed.review()).stream()
                .map(finding -> finding.check(around.router()))
                .toList());
        var blocked = Outcomes.isBlocked(reviewed);
        var side = new VBox(
                12,
                Boxes.row(8, Words.section("Checks"), Boxes.spacer(), Words.secondary(ran + " ran here")),
                list,
                Words.section(blocked ? "If you see this hash on a device, refuse" : "Hashes your device must show"),
                hashes());
        return Boxes.padded(side, 14, 18, 12, 18);
    }

    private Node hashes() {
        var hash = reviewed.review().hash();
        var agreed = Outcomes.of(CheckId.FW01, reviewed.review().checks())
                .filter(CheckResult.Passed.class::isInstance)
                .isPresent();
        return new HashCard(List.of(
                new HashCard.Entry("Domain hash", hash.domainHash(), "two routes agree", true),
                new HashCard.Entry("Message hash", hash.messageHash(), "two routes agree", true),
                new HashCard.Entry(
                        "safeTxHash",
                        hash.hash(),
                        agreed ? "two routes and the chain agree" : "not everybody agrees",
                        agreed)));
    }
}
