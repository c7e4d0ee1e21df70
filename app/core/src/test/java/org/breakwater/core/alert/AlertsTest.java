package org.breakwater.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.FeedView.Use;
import org.breakwater.core.projection.view.Health;
import org.breakwater.core.projection.view.Integrator;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.projection.view.Venue;
import org.breakwater.core.protocol.Enrolment;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final long NOW = 1_000_000;
    private static final Address FEED = Address.parse("0x00000000000000000000000000000000000000f1");
    private static final Address ASSET = Address.parse("0x00000000000000000000000000000000000000a5");
    private static final Address ADAPTER = Address.parse("0x00000000000000000000000000000000000000ad");
    private static final Address VENUE = Address.parse("0x00000000000000000000000000000000000000e1");

    private static BigInteger units(long number) {
        return BigInteger.valueOf(number);
    }

    private static FeedView feed(Use use, Optional<Long> updatedAt) {
        return new FeedView(FEED, use, Optional.empty(), updatedAt, 3_600, NOW);
    }

    private static List<Alert> feeds(FeedView... feeds) {
        return FeedAlerts.of(
                List.of(feeds),
                new AlertNames(address -> address.equals(ASSET) ? "USDC" : "the adapter", id -> "subject " + id));
    }

    @Test
    void aPriceAtItsLimitOfAgeIsNoAlertAndASecondLaterItIs() {
        assertThat(feeds(feed(new Use.Peg(ASSET), Optional.of(NOW - 3_600)))).isEmpty();
        assertThat(feeds(feed(new Use.Peg(ASSET), Optional.of(NOW - 3_601))))
                .extracting(Alert::severity)
                .containsExactly(Severity.HOLD);
    }

    @Test
    void aLatePriceSaysByHowMuch() {
        assertThat(feeds(feed(new Use.Peg(ASSET), Optional.of(NOW - 3_600 - 1_200)))
                        .getFirst())
                .extracting(Alert::sentence, Alert::about)
                .containsExactly("The price of USDC is 20\u00A0min past its limit of age", new Subject.Feed(FEED));
    }

    @Test
    void aFeedWithoutAnAnswerIsCalledSo() {
        assertThat(feeds(feed(new Use.Peg(ASSET), Optional.empty())).getFirst().sentence())
                .isEqualTo("The price feed of USDC gives no answer");
    }

    @Test
    void theTwoLateFeedsOfOneSubjectAreOneAlertAboutIt() {
        var late = feed(new Use.Trigger(4, 9, ADAPTER, false), Optional.of(NOW - 3_600 - 1_080));
        var second = feed(new Use.Trigger(4, 9, ADAPTER, true), Optional.of(NOW - 3_600 - 60));
        var young = feed(new Use.Trigger(4, 10, ADAPTER, false), Optional.of(NOW - 60));
        assertThat(feeds(late, second, young)).singleElement().satisfies(alert -> {
            assertThat(alert.sentence()).isEqualTo("The price of subject 9 is 18\u00A0min past its limit of age");
            assertThat(alert.severity()).isEqualTo(Severity.HOLD);
            assertThat(alert.about()).isEqualTo(new Subject.InsuredSubject(4, 9));
        });
    }

    @Test
    void aTriggerFeedWithoutAnAnswerIsNeverTakenForAYoungOne() {
        var silent = feed(new Use.Trigger(4, 9, ADAPTER, true), Optional.empty());
        assertThat(feeds(silent).getFirst().sentence()).isEqualTo("The price of subject 9 gets no answer");
    }

    @Test
    void lateFeedsOfSeveralSubjectsAreCountedTogether() {
        var one = feed(new Use.Trigger(4, 9, ADAPTER, false), Optional.of(NOW - 90_000));
        var other = feed(new Use.Trigger(4, 10, ADAPTER, false), Optional.of(NOW - 9_000));
        assertThat(feeds(one, other)).singleElement().satisfies(alert -> {
            assertThat(alert.sentence()).isEqualTo("The prices of 2 subjects are late at the adapter");
            assertThat(alert.about()).isEqualTo(new Subject.Adapter(ADAPTER));
        });
    }

    private static List<Alert> venue(long value, long principal, long rest) {
        var state = new Venue(ASSET, 2_000, 0, false, false, units(principal));
        var health = new Health(units(rest), units(value), units(0), 0, 0, 0, PegState.NORMAL, NOW);
        return TreasuryAlerts.venue(new VenueView(VENUE, units(value), state), health, "The venue");
    }

    @Test
    void aVenueIsCalledFrom95PercentOfItsCapOn() {
        assertThat(venue(1_899, 1_000, 8_101)).isEmpty();
        assertThat(venue(1_900, 1_000, 8_100)).extracting(Alert::severity).containsExactly(Severity.WARNING);
        assertThat(venue(2_000, 1_000, 8_000)).extracting(Alert::severity).containsExactly(Severity.WARNING);
        assertThat(venue(2_001, 1_000, 7_999)).extracting(Alert::severity).containsExactly(Severity.HOLD);
    }

    @Test
    void aVenueThatLostMoneyIsCalled() {
        assertThat(venue(999, 1_000, 9_001))
                .extracting(Alert::sentence)
                .containsExactly("The venue is worth less than was put in");
    }

    private static TreasuryView treasury(long spent, long limit, int used, int max) {
        return new TreasuryView(List.of(), List.of(), units(spent), units(limit), used, max, 0);
    }

    @Test
    void theCouncilsSpendingIsCalledNearItsLimit() {
        assertThat(TreasuryAlerts.council(treasury(94, 100, 0, 3))).isEmpty();
        assertThat(TreasuryAlerts.council(treasury(95, 100, 0, 3))).isPresent();
    }

    @Test
    void aSpentBudgetOfPausesHolds() {
        assertThat(TreasuryAlerts.guardian(treasury(0, 100, 2, 3))).isEmpty();
        assertThat(TreasuryAlerts.guardian(treasury(0, 100, 3, 3)).orElseThrow().severity())
                .isEqualTo(Severity.HOLD);
    }

    private static Health covered(long bps) {
        return new Health(units(1), units(0), units(1), bps, 0, 0, PegState.NORMAL, NOW);
    }

    @Test
    void aTreasuryThatCoversLessThanThePoolsAreShortOfHolds() {
        assertThat(TreasuryAlerts.coverage(covered(10_000))).isEmpty();
        assertThat(TreasuryAlerts.coverage(covered(9_999)).orElseThrow().sentence())
                .isEqualTo("The treasury covers 99.9\u00A0% of what the pools are short of");
    }

    private static List<Alert> integrators(boolean active, long accounts, long fundedUntil) {
        var state = new Integrator(1, 1, 0, Enrolment.OPT_IN, active, units(0), units(0), units(0), 0, Hash32.ZERO);
        var names = new AlertNames(address -> "Helm Wallet", id -> "subject " + id);
        return new IntegratorAlerts(List.of(new IntegratorView(VENUE, fundedUntil, accounts, state)), NOW, names).all();
    }

    @Test
    void accountsThatNothingIsPrepaidForAreCalled() {
        assertThat(integrators(true, 3, NOW + 1)).isEmpty();
        assertThat(integrators(true, 0, NOW)).isEmpty();
        assertThat(integrators(false, 3, NOW)).isEmpty();
        assertThat(integrators(true, 3, NOW))
                .extracting(Alert::sentence)
                .containsExactly("Nothing is prepaid for the 3 accounts of Helm Wallet");
    }

    @Test
    void theWorstStandsFirstAndEachSeverityIsCounted() {
        var note = new Alert(Severity.NOTE, new Subject.Treasury(), "c", "");
        var hold = new Alert(Severity.HOLD, new Subject.Treasury(), "a", "");
        var warning = new Alert(Severity.WARNING, new Subject.Treasury(), "b", "");
        var sorted = Alerts.worstFirst(List.of(note, warning, hold));
        assertThat(sorted).containsExactly(hold, warning, note);
        assertThat(Alerts.count(sorted, Severity.HOLD)).isOne();
    }
}
