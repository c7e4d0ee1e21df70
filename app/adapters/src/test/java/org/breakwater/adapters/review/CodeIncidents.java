package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.IncidentStage.DAY;
import static org.breakwater.adapters.review.IncidentStage.blocks;
import static org.breakwater.adapters.review.IncidentStage.holds;
import static org.breakwater.adapters.review.IncidentStage.quiet;
import static org.breakwater.adapters.review.IncidentStage.result;
import static org.breakwater.adapters.review.IncidentStage.saysNothingOf;
import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

/// Proposals whose code, prices, parameters or spending were other than people thought.
interface CodeIncidents {

    IncidentStage stage();

    @Test
    default void tornadoCashExchangedTheCodeThatWasVotedOn() throws ProblemException {
        var stage = stage();
        var target = stage.world().unknown("metamorphic", Bytecode.TAKES_ANYTHING);
        stage.world().hand().pass(1);
        var proposal = stage.propose(
                stage.proposer(),
                "# Penalise cheating relayers\n\nThe same logic as proposal 16.",
                stage.action(target, "claim()"));
        var proposed = Optional.of(stage.now());
        stage.open(proposal);
        var before = stage.review(proposal, proposed);
        saysNothingOf(result(before, ProposalCheckId.P4), "was exchanged");

        stage.world()
                .hand()
                .code(
                        target,
                        Bytecode.calls(
                                stage.dao().token(),
                                Calldata.of("transfer(address,uint256)", stranger("votes"), BigInteger.ONE)));
        stage.world().hand().pass(1);
        blocks(
                result(stage.review(proposal, proposed), ProposalCheckId.P4),
                "The code at " + target + " was exchanged: when it was proposed on " + proposed.get(),
                "What was proposed is not what would be carried out.");
        blocks(result(stage.review(proposal), ProposalCheckId.P4), "when its vote opened");

        stage.world().hand().code(target, "0x6000ff");
        blocks(
                result(stage.review(proposal, proposed), ProposalCheckId.P4),
                "can end itself, and whoever made it may put other code in its place");
    }

    @Test
    default void aParameterSlipsByItsDecimals() throws ProblemException {
        var slip = parameter(ParameterKey.DEDUCTIBLE, BigInteger.valueOf(5).multiply(BigInteger.TEN.pow(16)));
        holds(
                result(slip, CheckId.FW60),
                "moves DEDUCTIBLE (everywhere) from 500 to 50000000000000000, which the registry refuses, because it"
                        + " lies outside the bounds; now it takes ");

        quiet(result(parameter(ParameterKey.DEDUCTIBLE, BigInteger.valueOf(550)), CheckId.FW60));
    }

    /// Of a proposal to change it.
    private ProposalReview parameter(ParameterKey key, BigInteger value) throws ProblemException {
        return stage().review(stage().written(
                        stage().proposer(),
                        "# A parameter\n\n" + value,
                        stage().action(
                                        "ParameterRegistry",
                                        "proposeChangeAsDao(bytes32,bytes32,uint128,bytes32)",
                                        key.word(),
                                        Hash32.ZERO,
                                        value,
                                        Keccak.hash("why"))));
    }

    @Test
    default void aaveCapoMovedOneOfAPair() throws ProblemException {
        var recover = stage().number(
                        stage().world().deployed("ParameterRegistry"),
                        "get(bytes32,bytes32)",
                        ParameterKey.PEG_RECOVER.word(),
                        Hash32.ZERO);
        holds(
                result(parameter(ParameterKey.PEG_WATCH, recover), CheckId.FW60),
                "which the registry refuses, because it contradicts another parameter that is in force");

        quiet(result(parameter(ParameterKey.PEG_WATCH, recover.subtract(BigInteger.valueOf(500_000))), CheckId.FW60));
    }

    private ProposalReview feed(Address source) throws ProblemException {
        return stage().review(stage().written(
                        stage().proposer(),
                        "# Another feed\n\nFor the price of the dollar.",
                        stage().action(
                                        "Treasury",
                                        "setPegFeed(address,address)",
                                        stage().world().dollars(),
                                        source)));
    }

    private Address told(String name, long answer, Instant at) {
        return stage().world().unknown(name, Bytecode.tells(answer, at.getEpochSecond()));
    }

    @Test
    default void compound117SetASourceThatAnswersNothing() throws ProblemException {
        var silent = stage().world().unknown("silent source", Bytecode.TAKES_ANYTHING);
        blocks(result(feed(silent), CheckId.FW70), "tells no price: whatever asks for one stands still.");

        quiet(result(feed(told("good source", 100_000_000, stage().now())), CheckId.FW70));
    }

    @Test
    default void moonwellToldADollarForAnEther() throws ProblemException {
        holds(
                result(feed(told("ratio alone", 45_000, stage().now())), CheckId.FW70),
                " tells 0.00045, and the one before tells ");

        quiet(result(feed(told("good source", 99_900_000, stage().now())), CheckId.FW70));
    }

    @Test
    default void venusAndBlizzWereToldAnOldPrice() throws ProblemException {
        var then = stage().now().minusSeconds(2 * DAY);
        holds(
                result(feed(told("paused source", 100_000_000, then)), CheckId.FW70),
                "tells a price of " + then + ", older than a day.");

        quiet(result(feed(told("good source", 100_000_000, stage().now())), CheckId.FW70));
    }

    @Test
    default void sherlockGaveAwayWhatHadToStayAtHand() throws ProblemException {
        var stage = stage();
        var treasury = stage.world().deployed("Treasury");
        var health =
                stage.world().asked(treasury, "health(address)", stage.world().dollars());
        var liquid = health.slice(0, 32).toUnsigned();
        var deployed = health.slice(32, 64).toUnsigned();
        var floor = stage.number(
                stage.world().deployed("ParameterRegistry"),
                "get(bytes32,bytes32)",
                ParameterKey.LIQUID_FLOOR.word(),
                Hash32.ZERO);
        // liquid / (liquid + deployed) = floor
        var least = deployed.multiply(floor).divide(BigInteger.valueOf(10_000).subtract(floor));
        holds(
                result(spend(liquid.subtract(least).add(DOLLAR.multiply(BigInteger.valueOf(1_000)))), CheckId.FW61),
                "only ",
                " stay at hand, less than the ");

        quiet(result(spend(DOLLAR), CheckId.FW61));
    }

    private ProposalReview spend(BigInteger amount) throws ProblemException {
        return stage().review(stage().written(
                        stage().proposer(),
                        "# Lend to one borrower\n\n" + amount,
                        stage().action(
                                        "Treasury",
                                        "spend(address,address,uint256,bytes32)",
                                        stage().world().dollars(),
                                        stage().world().friend("Borrower"),
                                        amount,
                                        Keccak.hash("loan"))));
    }
}
