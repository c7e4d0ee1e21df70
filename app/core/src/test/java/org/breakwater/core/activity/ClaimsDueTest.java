package org.breakwater.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.Incident;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// Each window at its last second and at the one after it, as the contracts compare them.
class ClaimsDueTest {

    private static final long END = 1_790_000_000;
    private static final BigInteger ONE = BigInteger.ONE;

    @Test
    void anIncidentIsChallengedUntilTheEndAndSettledAfterIt() {
        var confirmed = incident(IncidentState.CONFIRMED);

        assertThat(tasks(END, confirmed, Totals.NONE, 0))
                .containsExactly(Task.CHALLENGE_INCIDENT, Task.SETTLE_INCIDENT);
        assertThat(tasks(END + 1, confirmed, Totals.NONE, 0)).containsExactly(Task.SETTLE_INCIDENT);
    }

    @Test
    void aDetectedIncidentIsConfirmedUntilItLapses() {
        var detected = incident(IncidentState.DETECTED);

        assertThat(tasks(END, detected, Totals.NONE, 0)).containsExactly(Task.CONFIRM_INCIDENT);
        assertThat(tasks(END + 1, detected, Totals.NONE, 0)).containsExactly(Task.LAPSE_INCIDENT);
    }

    @Test
    void claimsAreFiledUntilTheEndAndAnIncidentClosesOnceNoneIsOpen() {
        var settling = incident(IncidentState.SETTLING);
        var open = Totals.NONE.submitted(ONE);

        assertThat(tasks(END, settling, open, END)).containsExactly(Task.SUBMIT_CLAIMS);
        assertThat(tasks(END + 1, settling, open, END)).isEmpty();
        assertThat(tasks(END + 1, settling, Totals.NONE, END)).containsExactly(Task.CLOSE_INCIDENT);
    }

    @Test
    void theCouncilDecidesUntilTheEndAndThenAnybodySendsItBack() {
        assertThat(tasks(END, incident(IncidentState.COUNCIL_REVIEW), Totals.NONE, 0))
                .containsExactly(Task.REVIEW_INCIDENT);
        assertThat(tasks(END + 1, incident(IncidentState.COUNCIL_REVIEW), Totals.NONE, 0))
                .containsExactly(Task.REOPEN_INCIDENT);
        assertThat(tasks(END, claim(ClaimState.COUNCIL_REVIEW, false), false)).containsExactly(Task.REVIEW_CLAIM);
        assertThat(tasks(END + 1, claim(ClaimState.COUNCIL_REVIEW, false), false))
                .containsExactly(Task.REOPEN_CLAIM);
    }

    @Test
    void aDenialIsAppealedUntilTheEndThenMadeFinalAndOnceFinalIsNothing() {
        var denied = claim(ClaimState.DENIED, false);

        assertThat(tasks(END, denied, false)).containsExactly(Task.APPEAL_CLAIM);
        assertThat(tasks(END + 1, denied, false)).containsExactly(Task.FINALISE_CLAIM);
        assertThat(new ClaimsDue(END).ofClaim(1, denied, ONE, END, OptionalLong.empty(), false))
                .isEmpty();
    }

    @Test
    void aGrantedClaimIsPaidUntilTheEndAndExpiredAfterItUnlessOthersAreUndecided() {
        var payable = claim(ClaimState.PAYABLE, false);

        assertThat(tasks(END, payable, false)).containsExactly(Task.PAY_CLAIM);
        assertThat(tasks(END + 1, payable, false)).containsExactly(Task.EXPIRE_CLAIM);
        assertThat(tasks(END + 1, payable, true)).isEmpty();
    }

    @Test
    void whatWaitsForThePoolsWindowNeverRunsOut() {
        var due = new ClaimsDue(END + 1)
                .ofClaim(1, claim(ClaimState.PAYABLE, true), ONE, END, OptionalLong.empty(), false)
                .toList();

        assertThat(due).singleElement().satisfies(one -> {
            assertThat(one.task()).isEqualTo(Task.PAY_CLAIM);
            assertThat(one.until()).isEmpty();
        });
    }

    @Test
    void aCaseTakesEvidenceBeforeItOpensAndIsClosedAtTheVeryEnd() {
        var opened = opened();

        assertThat(tasks(END - 101, opened)).containsExactly(Task.ADD_EVIDENCE, Task.VOTE_IN_CASE);
        assertThat(tasks(END - 100, opened)).containsExactly(Task.VOTE_IN_CASE);
        assertThat(tasks(END - 1, opened)).containsExactly(Task.VOTE_IN_CASE);
        assertThat(tasks(END, opened)).containsExactly(Task.CLOSE_CASE);
    }

    private static List<Task> tasks(long time, Incident incident, Totals totals, long claimsEnd) {
        return new ClaimsDue(time)
                .ofIncident(1, incident, totals, claimsEnd)
                .map(Due::task)
                .toList();
    }

    private static List<Task> tasks(long time, Claim claim, boolean undecided) {
        var open = claim.state() == ClaimState.DENIED ? OptionalLong.of(END) : OptionalLong.empty();
        return new ClaimsDue(time)
                .ofClaim(1, claim, ONE, END, open, undecided)
                .map(Due::task)
                .toList();
    }

    private static List<Task> tasks(long time, Case opened) {
        return new ClaimsDue(time).ofCase(1, opened).map(Due::task).toList();
    }

    private static Incident incident(IncidentState state) {
        return new Incident(
                1,
                1,
                state,
                EscalationReason.NONE,
                Route.DAO_VOTE,
                0,
                0,
                0,
                0,
                END,
                END,
                0,
                END,
                END,
                0,
                Address.ZERO,
                Address.ZERO,
                Address.ZERO,
                ONE,
                ONE,
                ONE,
                Address.ZERO,
                ONE,
                0,
                Hash32.ZERO);
    }

    private static Claim claim(ClaimState state, boolean waits) {
        return new Claim(
                ONE,
                1,
                Address.ZERO,
                Address.ZERO,
                state,
                Route.DAO_VOTE,
                EscalationReason.NONE,
                0,
                0,
                false,
                waits,
                0,
                0,
                0,
                END,
                END,
                0,
                ONE,
                ONE,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Hash32.ZERO,
                Hash32.ZERO);
    }

    private static Case opened() {
        return new Case(
                Address.ZERO,
                1,
                CaseKind.CLAIM,
                CaseOutcome.OPEN,
                0,
                0,
                0,
                END - 100,
                END - 100,
                END,
                1,
                0,
                ONE,
                ONE,
                ONE,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                0);
    }
}
