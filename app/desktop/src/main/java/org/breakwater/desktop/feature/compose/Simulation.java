package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.wording.Finding;

/// What an execution at the newest block would come to, by the same review that the transaction goes through before it
/// is signed. Blocking.
record Simulation(Reviewer reviewer, AddressBook book) implements Function<ComposePage, Optional<Simulation.Outcome>> {

    /// @param gas that whoever executes it pays for; nothing where it fails or nobody knows
    record Outcome(Finding finding, Optional<BigInteger> gas) {}

    /// While somebody types, nothing is asked of the chain.
    private static final long PAUSE_MILLIS = 400;

    @Override
    public Optional<Outcome> apply(ComposePage page) {
        var transaction = page.transaction();
        if (transaction.isEmpty()) {
            return Optional.empty();
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
            var request = new ReviewRequest(
                    page.safe().address(), transaction.get(), Told.NOTHING, book, ReviewPolicy.STANDARD);
            var review = reviewer.review(request);
            return review.checks().stream()
                    .filter(check -> check.id() == CheckId.FW49)
                    .findFirst()
                    .map(check -> new Outcome(
                            finding(
                                    check.result(),
                                    page.lines().size(),
                                    review.block().number()),
                            review.facts().gas()));
        } catch (ProblemException unread) {
            return Optional.of(new Outcome(
                    Finding.of(
                            Severity.COULD_NOT_RUN,
                            "It could not be simulated",
                            unread.problem().toString()),
                    Optional.empty()));
        } catch (InterruptedException changed) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Finding finding(CheckResult result, int calls, long block) {
        var what = calls == 1 ? "The call succeeds" : "All " + Numbers.count(calls) + " calls succeed";
        var fails = calls == 1 ? "The call fails" : "The batch fails";
        return switch (result) {
            case CheckResult.Passed(var evidence) ->
                Finding.of(Severity.PASSED, what + " on block " + Numbers.count(block), evidence);
            case CheckResult.Note(var evidence) ->
                Finding.of(Severity.NOTE, what + " on block " + Numbers.count(block), evidence);
            case CheckResult.Warning(var evidence) ->
                Finding.of(Severity.WARNING, "The simulation is worth a look", evidence);
            case CheckResult.Hold(var evidence) -> Finding.of(Severity.HOLD, fails + " if executed now", evidence);
            case CheckResult.Block(var evidence) -> Finding.of(Severity.BLOCK, fails + " if executed now", evidence);
            case CheckResult.CouldNotRun(var evidence) ->
                Finding.of(Severity.COULD_NOT_RUN, "It could not be simulated", evidence);
            case CheckResult.NotApplicable(var evidence) ->
                Finding.of(Severity.NOTE, "There is nothing to simulate", evidence);
            case CheckResult.NotAvailable(var evidence) ->
                Finding.of(Severity.COULD_NOT_RUN, "It could not be simulated", evidence);
        };
    }
}
