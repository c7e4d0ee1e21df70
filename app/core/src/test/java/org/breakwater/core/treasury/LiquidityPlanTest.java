package org.breakwater.core.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.projection.view.ExitNotice;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.projection.view.Venue;
import org.breakwater.core.treasury.Outflow.Reason;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;

class LiquidityPlanTest {

    private static final long NOW = 1_000_000;
    private static final long DAY = 86_400;
    private static final Address VENUE = Address.parse("0x00000000000000000000000000000000000000A1");

    private static BigInteger units(long number) {
        return BigInteger.valueOf(number);
    }

    private static VenueView venue(long value, long exitDelay) {
        return new VenueView(
                VENUE, units(value), new Venue(Address.ZERO, 2_000, exitDelay, false, false, units(value)));
    }

    private static List<Inflow> exits(VenueView venue, Optional<ExitNotice> notice) {
        return new VenueExit(venue, notice).inflows(NOW);
    }

    @Test
    void aVenueWithoutDelayPaysAtOnce() {
        assertThat(exits(venue(500, 0), Optional.empty()))
                .containsExactly(new Inflow(new Source.AtVenue(VENUE), NOW, units(500)));
    }

    @Test
    void aVenueWithTenDaysPaysAfterThem() {
        assertThat(exits(venue(500, 10 * DAY), Optional.empty()))
                .containsExactly(new Inflow(new Source.AtVenue(VENUE), NOW + 10 * DAY, units(500)));
    }

    @Test
    void whatIsUnderNoticeLeavesWithItAndTheRestAfterAnotherNotice() {
        var notice = new ExitNotice(VENUE, units(160), NOW + 6 * DAY);
        assertThat(exits(venue(500, 10 * DAY), Optional.of(notice)))
                .containsExactly(
                        new Inflow(new Source.AtVenue(VENUE), NOW + 6 * DAY, units(160)),
                        new Inflow(new Source.AtVenue(VENUE), NOW + 16 * DAY, units(340)));
    }

    @Test
    void aNoticeForMoreThanThereIsMovesWhatThereIs() {
        var notice = new ExitNotice(VENUE, units(900), NOW - DAY);
        assertThat(exits(venue(500, 10 * DAY), Optional.of(notice)))
                .containsExactly(new Inflow(new Source.AtVenue(VENUE), NOW, units(500)));
    }

    private static LiquidityPlan plan() {
        return new LiquidityPlan(
                NOW,
                List.of(
                        new Inflow(new Source.AtHand(), NOW, units(100)),
                        new Inflow(new Source.AtVenue(VENUE), NOW + 10 * DAY, units(50))),
                List.of(new DrainForecast(units(1_000), units(0), units(0), units(1_000), units(0))),
                List.of(
                        new Outflow(NOW + 40 * DAY, units(7), new Reason.IncidentReserve(4, 2)),
                        new Outflow(NOW, units(30), new Reason.Uncollected(1)),
                        new Outflow(NOW + DAY, units(20), new Reason.Spending(VENUE, true))));
    }

    @Test
    void outflowsStandInTheOrderOfTime() {
        assertThat(plan().outflows()).extracting(Outflow::at).isSorted();
    }

    @Test
    void aRungCountsWhatIsThereByItsLastSecondAndNothingLater() {
        var rungs = plan().rungs();
        assertThat(rungs.get(2).liquid()).containsEntry(new Source.AtVenue(VENUE), units(0));
        assertThat(rungs.get(3).liquid()).containsEntry(new Source.AtVenue(VENUE), units(50));
        assertThat(rungs).extracting(Rung::due).containsExactly(units(30), units(50), units(50), units(50), units(57));
    }

    @Test
    void moneyThatBecomesLiquidExactlyAtTheEndOfAHorizonCounts() {
        var plan = new LiquidityPlan(
                NOW, List.of(new Inflow(new Source.AtHand(), NOW + DAY, units(9))), List.of(), List.of());
        assertThat(plan.rungs().get(0).total()).isZero();
        assertThat(plan.rungs().get(1).total()).isEqualTo(units(9));
    }

    @Test
    void theTreasuryAndThePoolsTogetherAreTheWhole() {
        var treasury = plan().rungs(Party.TREASURY);
        var pools = plan().rungs(Party.POOLS);
        var whole = plan().rungs();
        for (int i = 0; i < whole.size(); i++) {
            assertThat(treasury.get(i).total().add(pools.get(i).total()))
                    .isEqualTo(whole.get(i).total());
            assertThat(treasury.get(i).due().add(pools.get(i).due()))
                    .isEqualTo(whole.get(i).due());
        }
    }

    @Test
    void aLongerHorizonNeverHasLess() {
        var totals = plan().rungs().stream().map(Rung::total).toList();
        assertThat(totals).isSorted();
    }
}
