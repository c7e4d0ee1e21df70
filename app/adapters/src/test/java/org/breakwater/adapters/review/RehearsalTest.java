package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.review.rehearsal.Rehearsal.Outcome;
import org.breakwater.core.review.rehearsal.Rehearsal.Step;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A Safe's queue is carried out on a copy of the chain, in nonce order, and the chain itself stays as it is.
class RehearsalTest {

    private static ReviewStage stage;
    private static Reviewer reviewer;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        stage = ReviewStage.open();
        reviewer =
                NodeReviews.on(stage.network().node(), stage.network().deployment(), Clock.systemUTC(), Kept.NOTHING);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static SafeTransaction queued(int after, SafeCall call) {
        return SafeTransaction.of(call, stage.nonce(stage.council()).add(BigInteger.valueOf(after)));
    }

    private static SafeCall pay(BigInteger wei) {
        return new SafeCall(Operation.CALL, stage.friend("Payroll"), wei, Bytes.EMPTY);
    }

    private static SafeCall ownCall(String function, Object... arguments) {
        return SafeCall.of(stage.council(), Calldata.of(function, arguments));
    }

    private static List<Outcome> outcomes(Rehearsal rehearsal) {
        return rehearsal.steps().stream().map(Step::outcome).toList();
    }

    @Test
    void eachTransactionFindsTheSafeAsTheOneBeforeItLeftIt() throws ProblemException {
        var threshold = ownCall("changeThreshold(uint256)", 5);
        var rehearsal = reviewer.rehearse(
                stage.council(),
                List.of(queued(1, pay(ReviewStage.ETHER)), queued(0, threshold), queued(2, pay(ReviewStage.ETHER))));

        assertThat(outcomes(rehearsal))
                .allMatch(Outcome.Executed.class::isInstance)
                .hasSize(3);
        assertThat(rehearsal.steps().getFirst().transaction().inner()).isEqualTo(threshold);
        assertThat(rehearsal.before().threshold()).isEqualTo(4);
        assertThat(rehearsal.after().orElseThrow().threshold()).isEqualTo(5);
        assertThat(rehearsal.balances())
                .singleElement()
                .satisfies(balance -> assertThat(balance.before().subtract(balance.after()))
                        .isEqualTo(ReviewStage.ETHER.shiftLeft(1)));
    }

    @Test
    void aRivalOfAUsedNonceAndOneBehindAGapAreOutOfTurn() throws ProblemException {
        var rehearsal = reviewer.rehearse(
                stage.council(),
                List.of(
                        queued(0, pay(ReviewStage.ETHER)),
                        queued(0, pay(BigInteger.ONE)),
                        queued(5, pay(ReviewStage.ETHER))));

        var next = stage.nonce(stage.council()).add(BigInteger.ONE);
        assertThat(outcomes(rehearsal))
                .containsExactly(new Outcome.Executed(), new Outcome.OutOfTurn(next), new Outcome.OutOfTurn(next));
    }

    @Test
    void whatRevertsSaysWhyAndStopsWhatComesAfterIt() throws ProblemException {
        var rehearsal = reviewer.rehearse(
                stage.council(),
                List.of(
                        queued(
                                0,
                                SafeCall.of(
                                        stage.dollars(),
                                        Calldata.of(
                                                "transfer(address,uint256)",
                                                stage.friend("Payroll"),
                                                ReviewStage.DOLLAR.multiply(BigInteger.valueOf(900_000_000))))),
                        queued(1, pay(ReviewStage.ETHER))));

        assertThat(outcomes(rehearsal).getFirst()).isInstanceOf(Outcome.Reverted.class);
        assertThat(outcomes(rehearsal).getLast()).isEqualTo(new Outcome.OutOfTurn(stage.nonce(stage.council())));
    }

    @Test
    void codeThatTakesTheSafeOverShowsWhatItLeaves() throws ProblemException {
        var trojan = stage.unknown("threshold", Bytecode.stores(4, Address.parse("0x" + "0".repeat(39) + "1")));
        var rehearsal = reviewer.rehearse(
                stage.council(),
                List.of(queued(0, new SafeCall(Operation.DELEGATE_CALL, trojan, BigInteger.ZERO, Bytes.EMPTY))));

        assertThat(outcomes(rehearsal)).containsExactly(new Outcome.Executed());
        assertThat(rehearsal.after()).map(safe -> safe.threshold()).isEqualTo(Optional.of(BigInteger.ONE));
    }

    @Test
    void theChainItselfStaysAsItIs() throws ProblemException {
        var before = stage.network().node().head();
        var nonce = stage.nonce(stage.council());

        reviewer.rehearse(stage.council(), List.of(queued(0, pay(ReviewStage.ETHER))));

        assertThat(stage.network().node().head()).isEqualTo(before);
        assertThat(stage.nonce(stage.council())).isEqualTo(nonce);
    }
}
