package org.breakwater.cli.command;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.ProposalCheck;

/// The review of a proposal, as text and as JSON.
final class ProposalText {

    private ProposalText() {}

    static Object document(ProposalReview review) {
        var checks = new ArrayList<Object>();
        review.own().stream().map(ProposalText::document).forEach(checks::add);
        review.checks().stream().map(ReviewCommand::document).forEach(checks::add);
        return Json.object(
                "verdict", ReviewCommand.word(review.verdict()),
                "sentence", review.sentence(),
                "block", Json.of(review.block()),
                "proposal",
                        review.standing()
                                .map(standing -> standing(review, standing))
                                .orElse(null),
                "calls", review.call().all().map(ReviewCommand::document).toList(),
                "checks", checks,
                "stateChanges", new ChangeText(review.facts()).documents());
    }

    private static Object standing(ProposalReview review, ProposalOnChain standing) {
        return Json.object(
                "id", review.id().toString(),
                "state", ReviewCommand.word(standing.state()),
                "snapshot", standing.snapshot(),
                "deadline", standing.deadline(),
                "eta", standing.eta().orElse(null),
                "for", standing.inFavour().toString(),
                "against", standing.against().toString(),
                "abstain", standing.abstain().toString(),
                "quorum", standing.quorum().map(BigInteger::toString).orElse(null),
                "operation", standing.operation().toString(),
                "operationState", ReviewCommand.word(standing.operationState()));
    }

    private static Object document(ProposalCheck check) {
        return Json.object(
                "id", check.id().name(),
                "title", check.id().title(),
                "outcome", ReviewCommand.outcome(check.result()),
                "evidence", check.result().evidence());
    }

    static String text(ProposalReview review) {
        var lines = new ArrayList<String>();
        lines.add(review.verdict() + ": " + review.sentence());
        lines.add(
                "Block %d, %s".formatted(review.block().number(), review.block().hash()));
        lines.add("Proposal " + review.id()
                + review.standing()
                        .map(standing -> ", " + ReviewCommand.word(standing.state()))
                        .orElse(", not proposed"));
        review.standing().ifPresent(standing -> lines.addAll(counted(standing)));
        lines.add("");
        review.own().stream()
                .filter(check -> !(check.result() instanceof CheckResult.NotApplicable))
                .forEach(check -> lines.add(line(check.id().name(), check.id().title(), check.result())));
        review.checks().stream()
                .filter(check -> !(check.result() instanceof CheckResult.NotApplicable))
                .forEach(check -> lines.add(line(check.id().name(), check.id().title(), check.result())));
        lines.add("");
        lines.addAll(new ChangeText(review.facts()).lines());
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> counted(ProposalOnChain standing) {
        return List.of(
                "For %s, against %s, abstain %s, quorum %s, in units of 1e-18"
                        .formatted(
                                standing.inFavour(),
                                standing.against(),
                                standing.abstain(),
                                standing.quorum().map(BigInteger::toString).orElse("not known yet")),
                "Timelock operation " + standing.operation() + ", " + ReviewCommand.word(standing.operationState()));
    }

    private static String line(String id, String title, CheckResult result) {
        return "%-4s  %-13s  %s: %s".formatted(id, ReviewCommand.outcome(result), title, result.evidence());
    }
}
