package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.ReviewProposal;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.wording.Finding;

/// What an execution at the newest block would come to, by the same review that the transaction goes through before it
/// is signed, and a proposal before anybody votes: rehearsed as the Timelock, as if vote and delay were over. Blocking.
record Simulation(Reviewer reviewer, AddressBook book) implements Function<ComposePage, Optional<Simulation.Outcome>> {

    /// @param gas that whoever executes it pays for; nothing where it fails or nobody knows
    /// @param rehearsal the whole review of a proposal; nothing for a transaction of a Safe
    record Outcome(Finding finding, Optional<BigInteger> gas, Optional<ProposalReview> rehearsal) {}

    /// While somebody types, nothing is asked of the chain.
    private static final long PAUSE_MILLIS = 400;

    @Override
    public Optional<Outcome> apply(ComposePage page) {
        var safe = page.ofSafe();
        var transaction = page.transaction();
        var proposal = page.proposal();
        if (transaction.isEmpty() && proposal.isEmpty()) {
            return Optional.empty();
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
            var calls = page.lines().size();
            return proposal.isPresent()
                    ? rehearsed(proposal.get(), calls)
                    : simulated(safe.orElseThrow().safe().address(), transaction.get(), calls);
        } catch (ProblemException unread) {
            return Optional.of(new Outcome(
                    Finding.of(
                            Severity.COULD_NOT_RUN,
                            "It could not be simulated",
                            unread.problem().toString()),
                    Optional.empty(),
                    Optional.empty()));
        } catch (InterruptedException changed) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Outcome> simulated(Address safe, SafeTransaction transaction, int calls) throws ProblemException {
        var review = reviewer.review(new ReviewRequest(safe, transaction, Told.NOTHING, book, ReviewPolicy.STANDARD));
        return review.checks().stream()
                .filter(check -> check.id() == CheckId.FW49)
                .findFirst()
                .map(check -> new Outcome(
                        finding(
                                check.result(),
                                what(calls, "call"),
                                calls == 1 ? "The call fails" : "The batch fails",
                                review.block().number()),
                        review.facts().gas(),
                        Optional.empty()));
    }

    private Optional<Outcome> rehearsed(NewProposal proposal, int calls) throws ProblemException {
        var review = reviewer.review(new ReviewProposal.Wanted(
                proposal.id(), proposal.actions(), Optional.of(proposal.text()), book, ReviewPolicy.STANDARD));
        return review.own().stream()
                .filter(check -> check.id() == ProposalCheckId.P2)
                .findFirst()
                .map(check -> new Outcome(
                        finding(
                                check.result(),
                                what(calls, "action"),
                                "The timelock would not carry it out",
                                review.block().number()),
                        Optional.empty(),
                        Optional.of(review)));
    }

    private static String what(int count, String one) {
        return count == 1 ? "The " + one + " succeeds" : "All " + Numbers.count(count) + " " + one + "s succeed";
    }

    private static Finding finding(CheckResult result, String what, String fails, long block) {
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
