package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Power;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.TreasuryStanding;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.protocol.ParameterUnit;
import org.junit.jupiter.api.Test;

/// Payments, venues and backstops of the treasury.
interface TreasuryCallsOnTheWorld extends ComposedCalls {

    private String usdc(BigInteger units) {
        return WrittenValue.write(ParameterUnit.ASSET, units);
    }

    @Test
    default void aPaymentIsAnnouncedAsTheRoleHasADelay() throws IOException {
        var payee = network().executor().address();
        var call = written(
                Template.SPEND,
                Input.TOKEN,
                asset(),
                Input.AMOUNT,
                "1,250.50",
                Input.RECIPIENT,
                payee,
                Input.REASON,
                "Audit");
        var done = finished(council(), call);

        assertThat(done.power()).isEqualTo(new Power.AfterDelay(21, 86_400));
        assertThat(done.isAnnounced()).isTrue();
        assertThat(error(council().account(), done.meant().encoded())).contains("AccessManagerNotScheduled");
        taken(council(), call);
    }

    @Test
    default void nothingIsPaidBeyondAllowanceAndFloor() {
        var standing = TreasuryStanding.of(known().view(), council().book());
        var left = standing.allowance(BigInteger.ZERO).min(standing.mostToSpend(asset()));
        var call = written(
                Template.SPEND,
                Input.TOKEN,
                asset(),
                Input.RECIPIENT,
                network().executor().address(),
                Input.REASON,
                "Audit");

        assertThat(refused(council(), call.with(Input.AMOUNT, usdc(left.add(BigInteger.ONE)))))
                .containsExactly(Input.AMOUNT);
        var first = finished(council(), call.with(Input.AMOUNT, usdc(left)));
        assertThat(refused(council().after(first.meant()), call.with(Input.AMOUNT, "1")))
                .as("the first payment of a batch leaves nothing for the second")
                .containsExactly(Input.AMOUNT);
    }

    @Test
    default void moneyIsNotSentWhereItNeverLeaves() {
        for (var place :
                List.of(deployment().address("Treasury"), asset(), deployment().address("AccessManager"))) {
            var call = written(
                    Template.SPEND,
                    Input.TOKEN,
                    asset(),
                    Input.AMOUNT,
                    "1",
                    Input.RECIPIENT,
                    place,
                    Input.REASON,
                    "Why");
            assertThat(refused(council(), call)).containsExactly(Input.RECIPIENT);
        }
    }

    @Test
    default void venuesGiveBackWhatTheyHave() throws IOException {
        var venue = venue(true);
        taken(council(), written(Template.RECALL, Input.VENUE, venue.venue(), Input.AMOUNT, "1,000"));
        taken(council(), written(Template.RECALL, Input.VENUE, venue.venue(), Input.AMOUNT, "all"));
        taken(council(), written(Template.CLOSE_VENUE, Input.VENUE, venue.venue()));
        taken(
                council(),
                written(Template.REQUEST_EXIT, Input.VENUE, venue(false).venue(), Input.AMOUNT, "1"));
        var tooMuch = venue.value().add(BigInteger.valueOf(1_000_000));
        assertThat(refused(
                        council(), written(Template.RECALL, Input.VENUE, venue.venue(), Input.AMOUNT, usdc(tooMuch))))
                .containsExactly(Input.AMOUNT);
    }

    @Test
    default void aVenueIsGivenNoMoreThanItsCap() throws IOException {
        var standing = TreasuryStanding.of(known().view(), council().book());
        for (var venue : known().view().treasury().venues()) {
            var most = standing.mostToAllocate(venue);
            var call = written(Template.ALLOCATE, Input.VENUE, venue.venue());
            if (most.signum() > 0 && !venue.state().closed()) {
                taken(council(), call.with(Input.AMOUNT, usdc(most)));
            }
            assertThat(refused(council(), call.with(Input.AMOUNT, usdc(most.add(BigInteger.ONE)))))
                    .contains(Input.AMOUNT);
        }
    }

    @Test
    default void aLossIsWrittenOffOnlyWhereThereIsOne() throws IOException {
        for (var venue : known().view().treasury().venues()) {
            var call = written(Template.REALISE_LOSS, Input.VENUE, venue.venue());
            var answered = error(
                    council().account(),
                    new ComposedCall.RealiseLoss(deployment().address("Treasury"), venue.venue()).encoded());
            assertThat(ComposeCall.of(call, council()) instanceof Finished)
                    .as("%s: %s", venue, answered)
                    .isEqualTo(answered.isEmpty());
        }
    }

    @Test
    default void aBackstopIsAnnounced() throws IOException {
        var incident = known().view().incidents().getLast();
        taken(
                council(),
                written(
                        Template.BACKSTOP,
                        Input.POOL,
                        incident.incident().poolId(),
                        Input.INCIDENT,
                        incident.incidentId(),
                        Input.AMOUNT,
                        "1"));
    }
}
