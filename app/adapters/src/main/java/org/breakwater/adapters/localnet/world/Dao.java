package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.problem.ProblemException;

/// The token holders: what they propose, how they vote, and what becomes of it.
final class Dao {

    /// Of the 100 M tokens, what votes: 11 M.
    private static final long DELEGATED = 11_000_000;

    private static final long PROPOSER_AT_LEAST = 100_000;
    private static final double LEAST_TURNOUT = 4_600_000;
    private static final double MOST_TURNOUT = 9_000_000;
    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private static final Duration VOTING_DELAY = Duration.ofDays(2);
    private static final Duration VOTING_PERIOD = Duration.ofDays(4);
    private static final Duration TIMELOCK = Duration.ofDays(2);
    private static final Duration A_WHILE = Duration.ofMinutes(25);

    private final Agenda agenda;
    private final Stage stage;
    private final Protocol protocol;
    private final Contract governor;
    private final List<Person> voters;
    private final Person keeper;
    private final Draw draw;
    private final Map<Person, Long> votes = new HashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();

    Dao(Agenda agenda, Stage stage, Protocol protocol, Cast cast, Draw draw) {
        this.agenda = agenda;
        this.stage = stage;
        this.protocol = protocol;
        this.governor = protocol.contract("CoverGovernor");
        this.voters = cast.of(Part.VOTER);
        this.keeper = cast.one(Part.KEEPER);
        this.draw = draw;
        shareOut();
    }

    /// How far a proposal gets by itself.
    enum Fate {
        /// Passed, queued, executed.
        EXECUTED,
        /// Passed and queued; nobody executes it.
        QUEUED,
        /// Passed; nobody queues it.
        SUCCEEDED,
        /// More against it than for it.
        DEFEATED,
        /// Too few vote.
        WITHOUT_QUORUM,
        /// Taken back by its proposer before the vote.
        CANCELED
    }

    /// A proposal on its way.
    record Proposal(BigInteger id, String title, Fate fate, Person proposer) {}

    /// Few hold much: weights fall with rank, and sum up to what is delegated.
    private void shareOut() {
        var sum = 0.0;
        for (int i = 0; i < voters.size(); i++) {
            sum += weight(i);
        }
        for (int i = 0; i < voters.size(); i++) {
            votes.put(voters.get(i), Math.round(DELEGATED * weight(i) / sum / 1_000) * 1_000);
        }
    }

    private static double weight(int rank) {
        return 1 / Math.pow(rank + 2.5, 0.85);
    }

    /// A voter's tokens, whole.
    long votesOf(Person voter) {
        return votes.getOrDefault(voter, 0L);
    }

    List<Person> voters() {
        return voters;
    }

    List<Proposal> proposals() {
        return List.copyOf(proposals);
    }

    /// Gives the voters their tokens, and has each delegate to themselves.
    void seatVoters(Person foundation) throws ProblemException {
        var token = protocol.contract("CoverToken");
        var transfers = new ArrayList<Call>();
        var delegations = new ArrayList<Stage.Deed>();
        for (var voter : voters) {
            transfers.add(token.call("transfer", voter, TOKEN.multiply(BigInteger.valueOf(votesOf(voter)))));
            delegations.add(Stage.Deed.of(voter, token.call("delegate", voter)));
        }
        stage.send(foundation, transfers);
        stage.mine(delegations);
    }

    /// Proposes something that passes and is executed eight days from now.
    ///
    /// @param done what happens then
    Proposal carry(String title, String why, List<Call> calls, Act done) throws ProblemException {
        return propose(title, why, calls, Fate.EXECUTED, done);
    }

    /// Proposes something and gives it its fate. The life of the proposal is put on the agenda.
    ///
    /// @param done what happens when it has been executed
    Proposal propose(String title, String why, List<Call> calls, Fate fate, Act done) throws ProblemException {
        var proposer = draw.pick(voters.stream()
                .filter(voter -> votesOf(voter) >= PROPOSER_AT_LEAST)
                .toList());
        var description = "# " + title + "\n\n" + why;
        var receipt = stage.send(
                proposer,
                governor.call(
                        "propose",
                        calls.stream().map(Call::to).toList(),
                        calls.stream().map(call -> BigInteger.ZERO).toList(),
                        calls.stream().map(call -> call.data().toArray()).toList(),
                        description));
        var id = receipt.event(governor, "ProposalCreated").number("proposalId");
        var proposal = new Proposal(id, title, fate, proposer);
        proposals.add(proposal);
        if (fate == Fate.CANCELED) {
            agenda.after(
                    draw.time(Duration.ofHours(5), Duration.ofHours(40)),
                    "Taking back: " + title,
                    () -> stage.send(proposer, governor.call("cancel(uint256)", id)));
        } else {
            vote(proposal);
            agenda.after(
                    VOTING_DELAY.plus(VOTING_PERIOD).plus(A_WHILE), "Queueing: " + title, () -> queue(proposal, done));
        }
        return proposal;
    }

    private void vote(Proposal proposal) {
        var ballots = ballots(proposal.fate());
        var sittings = 4;
        for (int sitting = 0; sitting < sittings; sitting++) {
            var from = ballots.size() * sitting / sittings;
            var to = ballots.size() * (sitting + 1) / sittings;
            // The first come on the first evening; none so late that quorum is reached on the last day.
            var when = VOTING_DELAY
                    .plus(Duration.ofHours(3 + 20L * sitting))
                    .plus(draw.time(Duration.ZERO, Duration.ofHours(9)));
            agenda.after(when, "Voting on: " + proposal.title(), () -> cast(proposal, ballots.subList(from, to)));
        }
    }

    /// @param support 0 against, 1 for, 2 abstain
    private record Ballot(Person voter, int support) {}

    private List<Ballot> ballots(Fate fate) {
        var turnout = fate == Fate.WITHOUT_QUORUM
                ? draw.between(1_900_000.0, 3_300_000.0)
                : draw.between(LEAST_TURNOUT + 200_000, MOST_TURNOUT - 600_000);
        var ballots = new ArrayList<Ballot>();
        var sum = 0.0;
        var contrary = 0.0;
        for (var voter : draw.shuffled(voters)) {
            if (sum >= turnout) {
                break;
            }
            var weight = votesOf(voter);
            if (sum + weight > turnout + 400_000) {
                continue;
            }
            sum += weight;
            var minority = contrary + weight < turnout * 0.09 && draw.chance(0.25);
            contrary += minority ? weight : 0;
            var yes = fate == Fate.DEFEATED ? minority : !minority;
            ballots.add(new Ballot(voter, yes ? 1 : minority && draw.chance(0.3) ? 2 : 0));
        }
        return ballots;
    }

    private void cast(Proposal proposal, List<Ballot> ballots) throws ProblemException {
        stage.mine(ballots.stream()
                .map(ballot ->
                        Stage.Deed.of(ballot.voter(), governor.call("castVote", proposal.id(), ballot.support())))
                .toList());
    }

    private void queue(Proposal proposal, Act done) throws ProblemException {
        switch (proposal.fate()) {
            case EXECUTED, QUEUED -> {
                stage.send(keeper, governor.call("queue(uint256)", proposal.id()));
                if (proposal.fate() == Fate.EXECUTED) {
                    agenda.after(TIMELOCK.plus(A_WHILE), "Executing: " + proposal.title(), () -> {
                        stage.send(keeper, governor.call("execute(uint256)", proposal.id()));
                        done.play();
                    });
                }
            }
            case SUCCEEDED, DEFEATED, WITHOUT_QUORUM, CANCELED -> {}
        }
    }
}
