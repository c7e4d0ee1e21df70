package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.adapters.review.IncidentStage.DAY;
import static org.breakwater.adapters.review.IncidentStage.holds;
import static org.breakwater.adapters.review.IncidentStage.quiet;
import static org.breakwater.adapters.review.IncidentStage.result;
import static org.breakwater.adapters.review.IncidentStage.saysNothingOf;
import static org.breakwater.adapters.review.IncidentStage.warns;
import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

/// Votes that were bought, borrowed, slept through or taken late.
interface VoteIncidents {

    IncidentStage stage();

    @Test
    default void beanstalkBorrowedItsVotesAndExchangedFacets() throws ProblemException {
        var stage = stage();
        var attacker = stranger("flash loan");
        var quorum = stage.number(
                stage.dao().governor(),
                "quorum(uint256)",
                BigInteger.valueOf(stage.now().getEpochSecond() - 1));
        stage.lend(attacker, quorum.divide(BigInteger.TEN.pow(18)).longValueExact() + 1);
        var diamond = stage.world().unknown("diamond", Bytecode.TAKES_ANYTHING);
        var proposal = stage.propose(
                attacker,
                "# Donate to Ukraine\n\nA gift.",
                stage.action(
                        diamond,
                        "diamondCut((address,uint8,bytes4[])[],address,bytes)",
                        List.of(),
                        stranger("init"),
                        Bytes.fromHex("0xe1c7392a")));
        stage.open(proposal);

        var review = stage.review(proposal);
        holds(
                result(review, ProposalCheckId.P9),
                attacker + " proposed it, and got most of their",
                "votes that are borrowed for a proposal look like this.",
                "alone as many as the quorum");
        holds(result(review, CheckId.FW30), "is diamondCut of " + diamond);

        var twin = stage.propose(stage.proposer(), "# The delay stays\n\n2 days.", stage.harmless());
        quiet(result(stage.review(twin), ProposalCheckId.P9));
        quiet(result(stage.review(twin), CheckId.FW30));
    }

    @Test
    default void compound289PaidASafeOfItsProposer() throws ProblemException {
        var stage = stage();
        var proposer = stage.proposer();
        var vault = stage.world().safe(SafeRelease.V1_4_1, 2, List.of(proposer, stranger("golden boy")));
        var liquid = stage.number(
                stage.world().dollars(), "balanceOf(address)", stage.world().deployed("Treasury"));
        var grant = stage.action(
                "Treasury",
                "spend(address,address,uint256,bytes32)",
                stage.world().dollars(),
                vault.safe(),
                liquid.divide(BigInteger.valueOf(5)),
                Keccak.hash("goldCOMP"));
        var first = stage.propose(proposer, "# A vault for yield\n\nThe first try.", grant);
        stage.world().hand().pass(8 * DAY);
        assertThat(stage.review(first).standing().orElseThrow().state().name()).isEqualTo("DEFEATED");
        var again = stage.propose(proposer, "# Trust setup\n\nThe next try, on a weekend.", grant);

        var review = stage.review(again);
        holds(
                result(review, ProposalCheckId.P6),
                "20 % of what Treasury",
                "go to " + vault.safe() + ", a Safe of 2 owners, whoever proposed it among them.");
        warns(result(review, ProposalCheckId.P10), "The same actions were voted down before, as ");

        var twin = stage.written(
                proposer,
                "# Pay an audit\n\n1000 USDC",
                stage.action(
                        "Treasury",
                        "spend(address,address,uint256,bytes32)",
                        stage.world().dollars(),
                        stage.world().friend("Auditor"),
                        DOLLAR.multiply(BigInteger.valueOf(1_000)),
                        Keccak.hash("bill")));
        warns(result(stage.review(twin), ProposalCheckId.P6), "1,000 USDC", " go to Auditor");
        quiet(result(stage.review(twin), ProposalCheckId.P10));
    }

    @Test
    default void buildFinanceGaveAwayItsMint() throws ProblemException {
        var stage = stage();
        var dollars = stage.world().dollars();
        stage.giveTheMintToTheTimelock();
        var taker = stranger("suho.eth");
        var review = stage.review(stage.written(
                taker,
                "# Improve the token\n\nMaintenance.",
                stage.action(dollars, "transferOwnership(address)", taker)));
        holds(result(review, ProposalCheckId.P5), " goes from the timelock", " to " + taker + ".");
        holds(result(review, CheckId.FW30), "is transferOwnership of ", "power goes to " + taker);

        var twin = stage.review(stage.written(taker, "# The delay stays\n\n2 days.", stage.harmless()));
        quiet(result(twin, ProposalCheckId.P5));
        quiet(result(twin, CheckId.FW30));
    }

    @Test
    default void coverProtocolMintedOutOfNothing() throws ProblemException {
        var stage = stage();
        var dollars = stage.world().dollars();
        stage.giveTheMintToTheTimelock();
        var taker = stranger("infinite mint");
        var endless = BigInteger.TEN.pow(24);
        var review = stage.review(stage.written(
                taker, "# Pay rewards\n\nAs usual.", stage.action(dollars, "mint(address,uint256)", taker, endless)));
        holds(
                result(review, ProposalCheckId.P6),
                "1,000,000,000,000,000,000 USDC are made out of nothing",
                ", for " + taker + ".");

        var twin = stage.review(stage.written(taker, "# The delay stays\n\n2 days.", stage.harmless()));
        quiet(result(twin, ProposalCheckId.P6));
    }

    @Test
    default void synthetifyHidOneAmongManyThatLookAlike() throws ProblemException {
        var stage = stage();
        var proposer = stage.proposer();
        var text = "# Test of the staging market 7\n\nThe committee moves a symbolic amount to verify voting.";
        stage.keep(text);
        stage.propose(proposer, text, stage.harmless());
        var payload = stage.action(
                "Treasury",
                "spend(address,address,uint256,bytes32)",
                stage.world().dollars(),
                stranger("payload"),
                DOLLAR,
                Keccak.hash("symbolic"));
        var same = stage.review(stage.propose(proposer, text, payload));
        holds(result(same, ProposalCheckId.P10), "has the very same text and other actions");
        var alike = stage.review(stage.written(
                proposer,
                "# Test of the staging market 8\n\nThe committee moves a symbolic amount to verify voting.",
                payload));
        warns(
                result(alike, ProposalCheckId.P10),
                "The proposal “Test of the staging market 7” has almost the same text and other actions");

        var twin = stage.review(stage.written(proposer, "# Pay the auditor\n\nFor spring.", payload));
        quiet(result(twin, ProposalCheckId.P10));
    }

    @Test
    default void aLowerQuorumRevivesWhatWasDefeated() throws ProblemException {
        var stage = stage();
        var proposer = stage.proposer();
        var text = "# A bonus for the proposer\n\nNobody came to vote.";
        stage.keep(text);
        var defeated = stage.propose(proposer, text, stage.harmless());
        stage.open(defeated);
        stage.vote(defeated, proposer, 1);
        stage.world().hand().pass(5 * DAY);
        var review = stage.review(stage.written(
                proposer,
                "# Fewer votes\n\nThe quorum becomes 1 %.",
                stage.action("CoverGovernor", "updateQuorumNumerator(uint256)", 1)));
        holds(
                result(review, ProposalCheckId.P11),
                "The quorum goes from 4 % to 1 %.",
                "Defeated proposals that would have reached it: ",
                "“A bonus for the proposer”");

        var twin = stage.review(stage.written(proposer, "# The delay stays\n\n2 days.", stage.harmless()));
        quiet(result(twin, ProposalCheckId.P11));
    }

    @Test
    default void aStaleProposalWaitsToBeCarriedOut() throws ProblemException {
        var stage = stage();
        var proposal =
                stage.propose(stage.proposer(), "# The delay stays\n\n2 days, decided long ago.", stage.harmless());
        stage.open(proposal);
        stage.carry(proposal);
        stage.world().hand().pass(6 * DAY);
        quiet(result(stage.review(proposal), ProposalCheckId.P8));

        stage.world().hand().pass(40 * DAY);
        holds(
                result(stage.review(proposal), ProposalCheckId.P8),
                "It was decided on ",
                "anybody can still have it carried out");
    }

    @Test
    default void aLateSwingKeepsTheVoteOpen() throws ProblemException {
        var stage = stage();
        var early = stage.propose(stage.proposer(), "# The delay stays\n\n2 days, early.", stage.harmless());
        var late = stage.propose(stage.proposer(), "# The delay stays\n\n2 days, late.", stage.harmless());
        stage.open(late);
        stage.carry(early);
        quiet(result(stage.review(early), ProposalCheckId.P12));

        stage.world().hand().pass(3 * DAY + DAY / 2);
        stage.carry(late);
        warns(
                result(stage.review(late), ProposalCheckId.P12),
                "The quorum was reached so late that the vote stays open until ",
                "For is ahead by ");
        quiet(result(stage.review(early), ProposalCheckId.P12));
    }

    @Test
    default void anExtraProposerGoesAroundTheTimelock() throws ProblemException {
        var stage = stage();
        var bypass = stranger("second proposer");
        var review = stage.review(stage.written(
                stage.proposer(),
                "# Faster help\n\nA small change.",
                stage.action(
                        "TimelockController", "grantRole(bytes32,address)", Keccak.hash("PROPOSER_ROLE"), bypass)));
        holds(result(review, ProposalCheckId.P5), bypass + " gains PROPOSER_ROLE of the timelock");
        warns(result(review, ProposalCheckId.P3), "An action names " + bypass);

        var twin = stage.review(stage.written(
                stage.proposer(),
                "# Nobody else\n\nThe Governor stays.",
                stage.action(
                        "TimelockController", "revokeRole(bytes32,address)", Keccak.hash("PROPOSER_ROLE"), bypass)));
        saysNothingOf(result(twin, ProposalCheckId.P5), "gains");
    }
}
