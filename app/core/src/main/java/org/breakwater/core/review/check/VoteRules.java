package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;

/// The proposal that the Safe votes on, as its governor has it (OpenZeppelin's).
final class VoteRules {

    private static final Set<String> VOTES = Set.of("castVote", "castVoteWithReason", "castVoteWithReasonAndParams");
    private static final List<String> CHOICES = List.of("against", "for", "to abstain from");
    private static final List<String> STATES =
            List.of("not open yet", "open", "cancelled", "defeated", "succeeded", "queued", "expired", "executed");
    private static final BigInteger OPEN = BigInteger.ONE;

    /// How far back a proposer's votes are looked at, on the governor's clock.
    private static final long WEEK_OF_SECONDS = 7L * 24 * 60 * 60;

    private static final long WEEK_OF_BLOCKS = WEEK_OF_SECONDS / 12;

    private VoteRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(CheckId.FW53, VoteRules::vote, CheckId.FW54, VoteRules::power);
    }

    /// A vote that the Safe casts.
    private record Vote(String place, Address governor, BigInteger proposal, BigInteger choice) {

        static List<Vote> in(Scene scene) {
            return scene.calls().stream()
                    .filter(call -> VOTES.contains(name(call)))
                    .map(Vote::of)
                    .toList();
        }

        private static Vote of(ReviewedCall call) {
            var given = new Arguments(call.understood().orElseThrow().call().values());
            return new Vote(call.place(), call.target(), given.number(0), given.number(1));
        }

        private static String name(ReviewedCall call) {
            return call.understood().map(read -> read.call().function().name()).orElse("");
        }

        private AbiValue number() {
            return new AbiValue.Whole(proposal);
        }

        private String words() {
            return "Call " + place + " votes "
                    + (choice.bitLength() < 3 && choice.intValue() < CHOICES.size()
                            ? CHOICES.get(choice.intValue())
                            : "with the unknown choice " + choice + " on")
                    + " the proposal";
        }

        /// The hash of the proposal's text.
        private Optional<Hash32> text(ReviewChain chain) throws ProblemException {
            return Asked.values(
                            chain,
                            governor,
                            "proposalDetails(uint256)",
                            "(address[],uint256[],bytes[],bytes32)",
                            number())
                    .map(details -> details.word(3));
        }

        private Optional<BigInteger> asked(ReviewChain chain, String function) throws ProblemException {
            return Asked.number(chain, governor, function, number());
        }

        private Optional<BigInteger> votes(ReviewChain chain, Address voter, BigInteger at) throws ProblemException {
            return Asked.number(
                    chain, governor, "getVotes(address,uint256)", new AbiValue.Account(voter), new AbiValue.Whole(at));
        }
    }

    private static CheckResult vote(Scene scene) throws ProblemException {
        var votes = Vote.in(scene);
        if (votes.isEmpty()) {
            return new NotApplicable("It is no vote.");
        }
        var findings = new Findings();
        for (var vote : votes) {
            var state = vote.asked(scene.chain(), "state(uint256)");
            if (state.isEmpty()) {
                return new NotAvailable(
                        scene.written(vote.governor()) + " does not tell how the proposal stands, so it is not read.");
            }
            judge(scene, vote, state.get(), findings);
        }
        return findings.orPassed("The proposal is open, and its text is known.");
    }

    private static void judge(Scene scene, Vote vote, BigInteger state, Findings findings) throws ProblemException {
        findings.note(vote.words() + " " + title(scene, vote) + "." + until(scene, vote));
        if (!state.equals(OPEN)) {
            findings.warn("The proposal is not open for votes: it is "
                    + (state.bitLength() < 4 && state.intValue() < STATES.size()
                            ? STATES.get(state.intValue())
                            : "in the unknown state " + state)
                    + ".");
        }
        var snapshot = vote.asked(scene.chain(), "proposalSnapshot(uint256)");
        if (snapshot.isPresent()) {
            vote.votes(scene.chain(), scene.safe(), snapshot.get())
                    .filter(weight -> weight.signum() == 0)
                    .ifPresent(_ -> findings.warn(
                            "The Safe had no votes when the proposal opened: what it votes counts for nothing."));
        }
    }

    /// What the proposal is called, from a text that has the hash on the chain.
    private static String title(Scene scene, Vote vote) throws ProblemException {
        var hash = vote.text(scene.chain());
        if (hash.isEmpty()) {
            return vote.proposal() + ", whose text its governor does not keep";
        }
        var texts = scene.kept().texts();
        return texts.title(hash.get())
                .map(title -> Quotation.of(title) + ", whose text has the hash that the chain keeps")
                .orElseGet(() -> texts.served(hash.get()).isPresent()
                                && texts.text(hash.get()).isEmpty()
                        ? "whose text was handed over here with other words than the chain's hash has"
                        : vote.proposal() + ", whose text (" + hash.get() + ") is not known here");
    }

    private static String until(Scene scene, Vote vote) throws ProblemException {
        return countsSeconds(scene, vote)
                ? vote.asked(scene.chain(), "proposalDeadline(uint256)")
                        .filter(end -> end.bitLength() < 40)
                        .map(end -> " It is open until " + Instant.ofEpochSecond(end.longValue()) + ".")
                        .orElse("")
                : "";
    }

    private static boolean countsSeconds(Scene scene, Vote vote) throws ProblemException {
        return Asked.text(scene.chain(), vote.governor(), "CLOCK_MODE()")
                .filter("mode=timestamp"::equals)
                .isPresent();
    }

    private static CheckResult power(Scene scene) throws ProblemException {
        var votes = Vote.in(scene);
        if (votes.isEmpty()) {
            return new NotApplicable("It is no vote.");
        }
        var findings = new Findings();
        for (var vote : votes) {
            var proposer = Asked.account(scene.chain(), vote.governor(), "proposalProposer(uint256)", vote.number());
            var snapshot = vote.asked(scene.chain(), "proposalSnapshot(uint256)");
            if (proposer.isEmpty() || snapshot.isEmpty() || proposer.get().isZero()) {
                return new NotAvailable(
                        scene.written(vote.governor()) + " does not tell who proposed, so it is not looked at.");
            }
            judge(scene, vote, proposer.get(), snapshot.get(), findings);
        }
        return findings.orPassed("Whoever proposed it had most of their votes for more than a week.");
    }

    private static void judge(Scene scene, Vote vote, Address proposer, BigInteger snapshot, Findings findings)
            throws ProblemException {
        var week = BigInteger.valueOf(countsSeconds(scene, vote) ? WEEK_OF_SECONDS : WEEK_OF_BLOCKS);
        var before = vote.votes(scene.chain(), proposer, snapshot.subtract(week).max(BigInteger.ZERO));
        var then = vote.votes(scene.chain(), proposer, snapshot);
        if (before.isPresent()
                && then.isPresent()
                && then.get().signum() > 0
                && before.get().shiftLeft(1).compareTo(then.get()) < 0) {
            findings.warn(scene.written(proposer) + " proposed it, and got most of their votes within a week before it"
                    + " opened: votes that are borrowed for a proposal look like this.");
        }
    }
}
