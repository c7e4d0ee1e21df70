package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.governor.OperationState;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.review.check.ProposalRules.Proposed;
import org.breakwater.core.value.Address;

/// How a proposal is decided: with whose votes, by which rules, how late, and how long ago.
record ProposedVote(Scene scene, Proposed proposed) {

    /// How far back a proposer's votes are looked at, seconds.
    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private static final Duration STALE = Duration.ofDays(14);

    private static final int VOTE_DECIMALS = 18;

    // ── whose votes ────────────────────────────────────────────────────────────────────────────────────────────

    CheckResult power() throws ProblemException {
        if (proposed.standing().isEmpty()) {
            return new NotApplicable("It was not proposed.");
        }
        var proposer = Asked.account(scene.chain(), governor(), "proposalProposer(uint256)", id());
        if (proposer.isEmpty() || proposer.get().isZero()) {
            return new NotAvailable("The Governor does not tell who proposed it.");
        }
        var counted = Math.min(proposed.standing().get().snapshot(), now() - 1);
        var votes = votes(proposer.get(), counted);
        if (votes.isEmpty()) {
            return new NotAvailable("The Governor does not tell the proposer's votes.");
        }
        var before = votes(proposer.get(), counted - WEEK).orElse(BigInteger.ZERO);
        var quorum = Asked.number(scene.chain(), governor(), "quorum(uint256)", AbiValue.Whole.of(counted));
        var alone = quorum.filter(needed -> needed.signum() > 0 && votes.get().compareTo(needed) >= 0);
        var borrowed = before.shiftLeft(1).compareTo(votes.get()) < 0;
        var findings = new Findings();
        if (borrowed) {
            var got = scene.written(proposer.get()) + " proposed it, and got most of their " + shown(votes.get())
                    + " votes within a week before they are counted: votes that are borrowed for a proposal look like"
                    + " this.";
            if (alone.isPresent()) {
                findings.hold(got);
            } else {
                findings.warn(got);
            }
        }
        alone.ifPresent(needed -> findings.warn(scene.written(proposer.get()) + " proposed it, and has "
                + shown(votes.get()) + " votes: alone as many as the quorum of " + shown(needed) + "."));
        return findings.orPassed("Whoever proposed it had most of their votes for more than a week, and does not reach"
                + " the quorum alone.");
    }

    private Optional<BigInteger> votes(Address voter, long at) throws ProblemException {
        return Asked.number(
                scene.chain(),
                governor(),
                "getVotes(address,uint256)",
                new AbiValue.Account(voter),
                AbiValue.Whole.of(Math.max(0, at)));
    }

    // ── by which rules ─────────────────────────────────────────────────────────────────────────────────────────

    /// A setting of the Governor; less of it makes a proposal easier to pass unseen.
    ///
    /// @param getter that tells it
    private record Setting(String words, String getter, Unit unit) {}

    private enum Unit {
        SECONDS,
        VOTES,
        PERCENT;

        String written(BigInteger number) {
            return switch (this) {
                case SECONDS -> Amounts.decimal(number, 0) + " s";
                case VOTES -> shown(number) + " votes";
                case PERCENT -> number + " %";
            };
        }
    }

    private static final Map<String, Setting> SETTINGS = Map.of(
            "setVotingDelay(uint48)",
            new Setting("The time before a vote opens", "votingDelay()", Unit.SECONDS),
            "setVotingPeriod(uint32)",
            new Setting("The time that a vote is open", "votingPeriod()", Unit.SECONDS),
            "setProposalThreshold(uint256)",
            new Setting("What proposing takes", "proposalThreshold()", Unit.VOTES),
            "updateQuorumNumerator(uint256)",
            new Setting("The quorum", "quorumNumerator()", Unit.PERCENT),
            "setLateQuorumVoteExtension(uint48)",
            new Setting("The time that is added for a late quorum", "lateQuorumVoteExtension()", Unit.SECONDS));

    private static final String QUORUM = "updateQuorumNumerator(uint256)";

    CheckResult rules() throws ProblemException {
        var findings = new Findings();
        for (var call : scene.understood()) {
            var setting = SETTINGS.get(call.signature());
            if (setting != null && call.call().target().equals(governor())) {
                var value = new Arguments(call.read().call().values()).number(0);
                var old = Asked.number(scene.chain(), governor(), setting.getter());
                var goes = setting.words() + " goes from "
                        + old.map(setting.unit()::written).orElse("—") + " to "
                        + setting.unit().written(value) + ".";
                if (old.isPresent() && value.compareTo(old.get()) < 0) {
                    findings.hold(goes);
                    if (call.signature().equals(QUORUM)) {
                        revived(value, findings);
                    }
                } else {
                    findings.warn(goes);
                }
            }
        }
        return findings.orPassed("It leaves the Governor's own settings as they are.");
    }

    /// Defeated proposals that would have passed with the lower quorum. Governors before OpenZeppelin 4.7.2 revive
    /// them (CVE-2022-31198).
    private void revived(BigInteger numerator, Findings findings) throws ProblemException {
        var revived = new ArrayList<String>();
        for (var other : OtherProposals.of(scene, governor())) {
            var number = new AbiValue.Whole(other.id());
            var state = Asked.number(scene.chain(), governor(), "state(uint256)", number);
            if (state.equals(OtherProposals.DEFEATED) && wouldPass(number, numerator)) {
                revived.add(other.title());
            }
        }
        if (!revived.isEmpty()) {
            findings.hold("Defeated proposals that would have reached it: " + String.join(", ", revived) + ".");
        }
    }

    private boolean wouldPass(AbiValue number, BigInteger numerator) throws ProblemException {
        var votes =
                Asked.values(scene.chain(), governor(), "proposalVotes(uint256)", "(uint256,uint256,uint256)", number);
        var snapshot = Asked.number(scene.chain(), governor(), "proposalSnapshot(uint256)", number);
        var denominator = Asked.number(scene.chain(), governor(), "quorumDenominator()");
        if (votes.isEmpty() || snapshot.isEmpty() || denominator.isEmpty()) {
            return false;
        }
        var supply = Asked.number(
                scene.chain(),
                proposed.dao().token(),
                "getPastTotalSupply(uint256)",
                new AbiValue.Whole(snapshot.get()));
        return votes.get().number(1).compareTo(votes.get().number(0)) > 0
                && supply.map(all -> all.multiply(numerator).divide(denominator.get()))
                        .filter(quorum ->
                                votes.get().number(1).add(votes.get().number(2)).compareTo(quorum) >= 0)
                        .isPresent();
    }

    // ── how late ───────────────────────────────────────────────────────────────────────────────────────────────

    CheckResult late() throws ProblemException {
        var open = proposed.standing().filter(standing -> standing.state() == ProposalState.ACTIVE);
        if (open.isEmpty()) {
            return new NotApplicable("It is not open for votes.");
        }
        var findings = new Findings();
        var standing = open.get();
        var period = Asked.number(scene.chain(), governor(), "votingPeriod()").orElse(BigInteger.ZERO);
        var ends = Instant.ofEpochSecond(standing.deadline());
        if (BigInteger.valueOf(standing.deadline() - standing.snapshot()).compareTo(period) > 0) {
            findings.warn("The quorum was reached so late that the vote stays open until " + ends
                    + ", longer than others: look at it again before it closes.");
        }
        margin(standing).ifPresent(turn -> findings.note(turn + " It is open until " + ends + "."));
        return findings.orPassed("It is open until " + ends + ".");
    }

    private static Optional<String> margin(ProposalOnChain standing) {
        if (standing.counted().add(standing.against()).signum() == 0) {
            return Optional.empty();
        }
        var ahead = standing.inFavour().compareTo(standing.against()) > 0 ? "For" : "Against";
        return Optional.of(ahead + " is ahead by "
                + shown(standing.inFavour().subtract(standing.against()).abs())
                + " votes: as many more on the other side would turn it.");
    }

    // ── how long ago ───────────────────────────────────────────────────────────────────────────────────────────

    /// What was decided and has long not been carried out.
    void stale(Findings findings) {
        proposed.standing().flatMap(ProposedVote::decided).ifPresent(decided -> {
            var age = Duration.between(decided, scene.chain().block().time());
            if (age.compareTo(STALE) > 0) {
                findings.hold("It was decided on " + decided + ", " + age.toDays()
                        + " days ago, and anybody can still have it carried out: what it was decided on may be"
                        + " otherwise today.");
            }
        });
    }

    private static Optional<Instant> decided(ProposalOnChain standing) {
        return switch (standing.state()) {
            case SUCCEEDED -> Optional.of(Instant.ofEpochSecond(standing.deadline()));
            case QUEUED ->
                standing.operationState() == OperationState.READY
                        ? Optional.of(Instant.ofEpochSecond(standing.deadline()))
                        : Optional.empty();
            case PENDING, ACTIVE, CANCELED, DEFEATED, EXPIRED, EXECUTED -> Optional.empty();
        };
    }

    private static String shown(BigInteger votes) {
        return Amounts.decimal(votes, VOTE_DECIMALS);
    }

    private long now() {
        return scene.chain().block().time().getEpochSecond();
    }

    private Address governor() {
        return proposed.dao().governor();
    }

    private AbiValue id() {
        return new AbiValue.Whole(proposed.id());
    }
}
