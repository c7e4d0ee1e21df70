package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.junit.jupiter.api.Test;

/// Decisions on incidents, claims and disputes.
interface ClaimCallsOnTheWorld extends ComposedCalls {

    @Test
    default void casesAreDecidedOnlyWhereTheCouncilReviewsThem() throws IOException {
        for (var view : known().view().incidents()) {
            var call = written(
                    Template.DECIDE_INCIDENT,
                    Input.INCIDENT,
                    view.incidentId(),
                    Input.VERDICT,
                    "reject",
                    Input.REASON,
                    "Why");
            var answered = error(
                    council().account(),
                    new ComposedCall.DecideIncident(
                                    deployment().address("Incidents"), view.incidentId(), false, 0, 0, WHY)
                            .encoded());
            assertThat(ComposeCall.of(call, council()) instanceof Finished)
                    .as("incident %s: %s", view.incidentId(), answered)
                    .isEqualTo(answered.isEmpty());
        }
        for (var view : known().view().claims()) {
            var decide = written(
                    Template.DECIDE_CLAIM, Input.CLAIM, view.claimId(), Input.VERDICT, "reject", Input.REASON, "Why");
            var decided = error(
                    council().account(),
                    new ComposedCall.DecideClaim(
                                    deployment().address("Claims"), view.claimId(), false, BigInteger.ZERO, WHY)
                            .encoded());
            assertThat(ComposeCall.of(decide, council()) instanceof Finished)
                    .as("claim %s: %s", view.claimId(), decided)
                    .isEqualTo(decided.isEmpty());
            var flag = written(Template.FLAG_FRAUD, Input.CLAIM, view.claimId(), Input.REASON, "Why");
            var flagged = error(
                    council().account(),
                    new ComposedCall.FlagFraud(deployment().address("Claims"), view.claimId(), WHY).encoded());
            assertThat(ComposeCall.of(flag, council()) instanceof Finished)
                    .as("claim %s: %s", view.claimId(), flagged)
                    .isEqualTo(flagged.isEmpty());
        }
    }

    @Test
    default void anAssertionThatNobodyMadeIsRefusedByTheAdapterItself() throws IOException {
        var call = written(Template.RESOLVE_DISPUTE, Input.ASSERTION, 99, Input.VERDICT, "accept", Input.REASON, "Why");

        assertThat(error(council().account(), finished(council(), call).call()))
                .isPresent()
                .get()
                .asString()
                .isNotEqualTo("AccessManagedUnauthorized");
    }
}
