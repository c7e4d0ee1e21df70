package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;

/// The holders' own affairs: proposals that failed, and at the head one in every state that a Governor with a timelock
/// can be
/// found in; small holders who lend their votes.
final class Governance implements Strand {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);
    private static final long SMALL_HOLDING = 20_000;
    private static final int AGAINST = 0;
    private static final int FOR = 1;

    private final Props props;
    private final Contract governor;
    private final Draw draw;

    Governance(Props props) {
        this.props = props;
        this.governor = props.setting().protocol().contract("CoverGovernor");
        this.draw = props.setting().draw("governance");
    }

    @Override
    public void begin() {
        lendVotes();
        at(
                240,
                () -> propose(
                        "Let the treasury lend to its own pools",
                        "Half of what the treasury holds, to the pool with the lowest solvency, at the pool's own"
                                + " rate.",
                        List.of(parameter("LIQUID_FLOOR", 2_700)),
                        Dao.Fate.DEFEATED));
        at(
                350,
                () -> propose(
                        "A shorter vote in the tribunal",
                        "Three days instead of four. (To be asked again with longer evidence periods.)",
                        List.of(parameter("VOTE_PERIOD", Duration.ofDays(3).toSeconds())),
                        Dao.Fate.CANCELED));
        at(
                468,
                () -> propose(
                        "A logo for the protocol",
                        "Five thousand dollars for a drawing.",
                        List.of(props.setting()
                                .protocol()
                                .contract("Treasury")
                                .call(
                                        "spend",
                                        props.setting().protocol().usdc(),
                                        Outsiders.addressOf("Illustrator"),
                                        Setting.usdc(5_000),
                                        props.library().write("memo.grant").hash())),
                        Dao.Fate.WITHOUT_QUORUM));
        atHead();
    }

    /// Small holders have votes cast for them; one changes their mind.
    private void lendVotes() {
        var holders = props.setting().cast().of(Part.HOLDER).subList(0, 2);
        var token = props.setting().protocol().contract("CoverToken");
        at(90, () -> {
            for (var holder : holders) {
                var amount = TOKEN.multiply(BigInteger.valueOf(SMALL_HOLDING));
                props.stage()
                        .mine(List.of(
                                Stage.Deed.of(
                                        props.setting().one(Part.FOUNDATION), token.call("transfer", holder, amount)),
                                Stage.Deed.of(holder, token.call("delegate", voter(4)))));
            }
        });
        at(412, () -> props.stage().send(holders.getFirst(), token.call("delegate", voter(9))));
    }

    private Person voter(int rank) {
        return props.setting().dao().voters().get(rank);
    }

    private void atHead() {
        beforeHead(
                Duration.ofHours(175),
                () -> propose(
                        "Pay the report signers from the treasury",
                        "6,000 USD a quarter for each of the five, decided once instead of every time.",
                        List.of(props.setting()
                                .protocol()
                                .contract("Treasury")
                                .call(
                                        "spend",
                                        props.setting().protocol().usdc(),
                                        Outsiders.addressOf("Signers"),
                                        Setting.usdc(30_000),
                                        props.library().write("memo.signers").hash())),
                        Dao.Fate.QUEUED));
        beforeHead(
                Duration.ofHours(151),
                () -> propose(
                        "Attestations every three weeks",
                        "A month is long for those whose risk changes in a week.",
                        List.of(parameter(
                                "ATTESTATION_MAX_AGE", Duration.ofDays(21).toSeconds())),
                        Dao.Fate.SUCCEEDED));
        beforeHead(Duration.ofHours(143), this::extended);
        beforeHead(
                Duration.ofHours(101),
                () -> propose(
                        "More voters for a case",
                        "Seven distinct voters instead of five: the tribunal has had twenty cases and never fewer than"
                                + " eight.",
                        List.of(parameter("CASE_MIN_VOTERS", 7)),
                        Dao.Fate.EXECUTED));
        beforeHead(
                Duration.ofHours(21),
                () -> propose(
                        "A second guardian budget for the bridge pool",
                        "Four stops in ninety days instead of three.",
                        List.of(parameter("PAUSE_BUDGET_90D", 4)),
                        Dao.Fate.EXECUTED));
    }

    /// The quorum was reached on the last day, so the vote goes on for another.
    private void extended() throws ProblemException {
        var calls = List.of(parameter("VENUE_CAP", 1_800));
        var receipt = props.stage()
                .send(
                        voter(1),
                        governor.call(
                                "propose",
                                calls.stream().map(Call::to).toList(),
                                calls.stream().map(call -> BigInteger.ZERO).toList(),
                                calls.stream()
                                        .map(call -> call.data().toArray())
                                        .toList(),
                                "# Less in any one venue\n\n"
                                        + "At most 18 % of the treasury in one venue, instead of 20 %."));
        var id = receipt.event(governor, "ProposalCreated").number("proposalId");
        var voters = new ArrayList<>(props.setting().dao().voters());
        // The largest come last: without them there is no quorum.
        var last = List.copyOf(voters.subList(0, 4));
        var early = draw.shuffled(voters.subList(12, 30));
        for (var voter : early) {
            var support = draw.chance(0.2) ? AGAINST : FOR;
            props.agenda()
                    .after(
                            draw.time(Duration.ofHours(50), Duration.ofHours(110)),
                            "Voting early",
                            () -> props.stage().send(voter, governor.call("castVote", id, support)));
        }
        for (var voter : last) {
            props.agenda()
                    .after(
                            draw.time(Duration.ofHours(132), Duration.ofHours(141)),
                            "Voting on the last day",
                            () -> props.stage().send(voter, governor.call("castVote", id, FOR)));
        }
    }

    private void propose(String title, String why, List<Call> calls, Dao.Fate fate) throws ProblemException {
        props.setting().dao().propose(title, why, calls, fate, () -> {});
    }

    private Call parameter(String key, long value) {
        var rationale = props.setting().texts().add("Rationale", key + " to " + value + ", as the proposal says.");
        return props.setting()
                .protocol()
                .contract("ParameterRegistry")
                .call(
                        "proposeChangeAsDao",
                        key,
                        ParameterScope.GLOBAL.encoded(),
                        BigInteger.valueOf(value),
                        rationale.hash());
    }

    private void at(int day, Act act) {
        props.agenda().at(props.agenda().day(day, 17.3), "The holders' affairs", act);
    }

    private void beforeHead(Duration before, Act act) {
        props.agenda().at(props.head().minus(before), "A proposal that is open at the head", act);
    }
}
