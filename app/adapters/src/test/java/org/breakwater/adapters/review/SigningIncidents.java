package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.IncidentStage.DAY;
import static org.breakwater.adapters.review.IncidentStage.blocks;
import static org.breakwater.adapters.review.IncidentStage.call;
import static org.breakwater.adapters.review.IncidentStage.holds;
import static org.breakwater.adapters.review.IncidentStage.quiet;
import static org.breakwater.adapters.review.IncidentStage.result;
import static org.breakwater.adapters.review.IncidentStage.warns;
import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

/// What councils and guardians signed without seeing it.
interface SigningIncidents {

    IncidentStage stage();

    @Test
    default void bybitSignedATransferThatRewroteTheSafe() throws ProblemException {
        var stage = stage();
        var trojan = stage.world().unknown("trojan", Bytecode.stores(0, stranger("sweeper")));
        var data = Calldata.of("transfer(address,uint256)", stranger("sweeper"), 0);
        var review = stage.review("Bybit", new SafeCall(Operation.DELEGATE_CALL, trojan, BigInteger.ZERO, data));
        blocks(result(review, CheckId.FW09), trojan.toString());
        blocks(result(review, CheckId.FW22), "the code behind the Safe");

        var twin = stage.review("A call", SafeCall.of(stage.world().dollars(), data));
        quiet(result(twin, CheckId.FW09));
        quiet(result(twin, CheckId.FW22));
    }

    @Test
    default void radiantGaveItsPoolsToAStranger() throws ProblemException {
        var stage = stage();
        var provider = stage.world().known("Lending pool provider", Bytecode.TAKES_ANYTHING);
        var review = stage.review("Radiant", call(provider, "transferOwnership(address)", stranger("radiant")));
        holds(result(review, CheckId.FW30), "is transferOwnership of Lending pool provider", "power goes to ");

        quiet(result(stage.review("Rewards", call(provider, "claim()")), CheckId.FW30));
    }

    @Test
    default void theFounderOfNexusSentEverything() throws ProblemException {
        var stage = stage();
        var thief = stranger("karp");
        holds(
                result(stage.review("Karp", pay(thief, 9_000_000)), CheckId.FW32),
                thief + " gets ",
                " of the tokens of ");

        quiet(result(stage.review("A bill", pay(stage.world().friend("Payroll"), 10)), CheckId.FW32));
    }

    private SafeCall pay(Address to, long dollars) {
        return call(
                stage().world().dollars(),
                "transfer(address,uint256)",
                to,
                DOLLAR.multiply(BigInteger.valueOf(dollars)));
    }

    @Test
    default void driftTookItsDelayAway() throws ProblemException {
        var stage = stage();
        holds(result(stage.review("Drift", schedule(0)), CheckId.FW38), "schedules without any delay.");
        var threshold = call(stage.world().council(), "changeThreshold(uint256)", 2);
        holds(result(stage.review("2 of 7", threshold), CheckId.FW17), "2");

        quiet(result(stage.review("With its delay", schedule(2 * DAY)), CheckId.FW38));
        quiet(result(stage.review("With its delay", schedule(2 * DAY)), CheckId.FW17));
    }

    private SafeCall schedule(long delay) {
        return call(
                stage().world().deployed("TimelockController"),
                "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
                stage().world().dollars(),
                0,
                Calldata.of("transfer(address,uint256)", stage().world().friend("Payroll"), DOLLAR),
                ReviewStage.word(0),
                ReviewStage.word(1),
                delay);
    }

    @Test
    default void gitcoinSentItsTokensToTheToken() throws ProblemException {
        var stage = stage();
        var dollars = stage.world().dollars();
        blocks(
                result(stage.review("Gitcoin", pay(dollars, 521_440)), CheckId.FW36),
                "sends 521,440 USDC to the token's own contract, which cannot give them back.");

        quiet(result(stage.review("A bill", pay(stage.world().friend("Payroll"), 521)), CheckId.FW36));
    }

    @Test
    default void mangoVotedForItsOwnPayout() throws ProblemException {
        var stage = stage();
        var council = stage.world().council();
        var proposal = stage.propose(
                stage.proposer(),
                "# Repay the bad debt\n\nAnd keep the rest.",
                stage.action(
                        "Treasury",
                        "spend(address,address,uint256,bytes32)",
                        stage.world().dollars(),
                        council,
                        DOLLAR.multiply(BigInteger.valueOf(70_000)),
                        Keccak.hash("no prosecution")));
        stage.open(proposal);
        holds(
                result(stage.review("Mango", ballot(proposal.id(), 1)), CheckId.FW59),
                "The Safe itself is paid 70,000 USDC by the proposal that call 1 votes for: nobody judges their own.");

        quiet(result(stage.review("Against it", ballot(proposal.id(), 0)), CheckId.FW59));
    }

    private SafeCall ballot(BigInteger proposal, int support) {
        return call(stage().dao().governor(), "castVote(uint256,uint8)", proposal, support);
    }

    @Test
    default void aProposalIsCopiedAndCancelledByAnother() throws ProblemException {
        var stage = stage();
        var council = stage.world().council();
        stage.lend(council, 200_000);
        stage.world().hand().pass(DAY);
        var text = "# The delay stays\n\n2 days, as the council says.";
        var open = SafeCall.of(
                stage.dao().governor(), IncidentStage.calldata(stage.written(council, text, stage.harmless())));
        var kept = SafeCall.of(
                stage.dao().governor(),
                IncidentStage.calldata(stage.written(council, text + "\n#proposer=" + council, stage.harmless())));
        warns(
                result(stage.review("Anybody's", open), CheckId.FW51),
                "does not end with “#proposer=" + council + "”",
                "anybody can copy it, propose it first, and cancel it");
        quiet(result(stage.review("The council's", kept), CheckId.FW51));

        // it is what the Governor does: the copy wins where the text names nobody
        var rival = stage.proposer();
        stage.world().hand().send(rival, stage.dao().governor(), open.data());
        holds(result(stage.review("Too late", open), CheckId.FW49), "It reverts: ");
        quiet(result(stage.review("The council's", kept), CheckId.FW49));
    }

    private Address guardians() {
        return stage().world().network().description().safes().stream()
                .filter(safe -> !safe.state().address().equals(stage().world().council()))
                .findFirst()
                .orElseThrow()
                .state()
                .address();
    }

    private SafeCall pause(int scopes) {
        return call(
                stage().world().deployed("EmergencyGuardian"),
                "pause(uint16,uint32,uint32,bytes32)",
                scopes,
                1,
                DAY,
                Keccak.hash("why"));
    }

    @Test
    default void aPauseKeepsPeopleIn() throws ProblemException {
        var stage = stage();
        var exits = PauseScope.WITHDRAW.bit() | PauseScope.SUBMIT.bit() | PauseScope.PAYOUT.bit();
        warns(
                result(stage.review("Nobody leaves", guardians(), pause(exits)), CheckId.FW62),
                "While it stands, until about ",
                "nobody can leave a pool, claim or be paid a claim.");

        quiet(result(stage.review("No new cover", guardians(), pause(PauseScope.BUY.bit())), CheckId.FW62));
    }

    @Test
    default void balancerCouldNoLongerBeStopped() throws ProblemException {
        var stage = stage();
        // what the world's guardians have used comes back
        stage.world().hand().pass(91 * DAY);
        for (var scope : List.of(PauseScope.BUY, PauseScope.DEPOSIT, PauseScope.DETECT)) {
            quiet(result(stage.review("In time", guardians(), pause(scope.bit())), CheckId.FW62));
            stage.world()
                    .hand()
                    .send(
                            guardians(),
                            pause(scope.bit()).to(),
                            pause(scope.bit()).data());
        }
        holds(
                result(stage.review("Too late", guardians(), pause(PauseScope.TREASURY_OUT.bit())), CheckId.FW62),
                "The guardian refuses it: 3 of 3 pauses in 90 days are used, and the next is free from ");
    }
}
