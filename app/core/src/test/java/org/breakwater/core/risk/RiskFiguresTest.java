package org.breakwater.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.breakwater.core.projection.view.Health;
import org.breakwater.core.projection.view.PegFeed;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.projection.view.Venue;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.stress.Book;
import org.breakwater.core.stress.Dependence;
import org.breakwater.core.stress.Occurrence;
import org.breakwater.core.stress.ReverseStress;
import org.breakwater.core.stress.Risk;
import org.breakwater.core.stress.RiskModel;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Shock;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.chance.Severity;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.treasury.TreasuryPast.Month;
import org.breakwater.core.treasury.TreasuryTotals;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// Figures by hand.
class RiskFiguresTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private static BigInteger units(long number) {
        return BigInteger.valueOf(number);
    }

    private static List<BigInteger> parts(long... numbers) {
        return LongStream.of(numbers).mapToObj(BigInteger::valueOf).toList();
    }

    // ── concentration ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void concentrationIsTheSumOfSquaredShares() {
        assertThat(Concentration.index(parts(7))).hasValue(units(10_000));
        assertThat(Concentration.index(parts(1, 1, 1, 1))).hasValue(units(2_500));
        // 50² + 30² + 20²
        assertThat(Concentration.index(parts(50, 30, 20, 0))).hasValue(units(3_800));
        // 10,000 / 3 = 3,333.3
        assertThat(Concentration.index(parts(1, 1, 1))).hasValue(units(3_333));
    }

    @Test
    void whereThereIsNothingThereIsNoConcentration() {
        assertThat(Concentration.index(List.of())).isEmpty();
        assertThat(Concentration.index(parts(0, 0))).isEmpty();
    }

    // ── drawdown ───────────────────────────────────────────────────────────────────────────────────────────────

    private static Drawdown.Point point(Duration ago, long value) {
        return new Drawdown.Point(NOW.minus(ago), units(value));
    }

    private static final Drawdown FALLING = new Drawdown(List.of(
            point(Duration.ofDays(40), 800),
            point(Duration.ofDays(30), 1_000),
            point(Duration.ofDays(8), 960),
            point(Duration.ofHours(30), 880),
            point(Duration.ofMinutes(70), 840),
            point(Duration.ZERO, 836)));

    @Test
    void drawdownIsMeasuredFromTheHighest() {
        assertThat(FALLING.level()).hasValue(units(1_640));
    }

    @Test
    void aFallIsMeasuredFromWhatWasKnownASpanBefore() {
        // 4 of 840, 44 of 880, 124 of 960, rounded up
        assertThat(FALLING.within(Duration.ofHours(1))).hasValue(units(48));
        assertThat(FALLING.within(Duration.ofDays(1))).hasValue(units(500));
        assertThat(FALLING.within(Duration.ofDays(7))).hasValue(units(1_292));
    }

    @Test
    void aFallThatNothingIsKnownOfIsNotZero() {
        assertThat(FALLING.within(Duration.ofMinutes(10))).isEmpty();
        assertThat(new Drawdown(List.of(point(Duration.ZERO, 5))).within(Duration.ofDays(1)))
                .isEmpty();
        assertThat(new Drawdown(List.of(point(Duration.ZERO, 0))).level()).isEmpty();
    }

    @Test
    void whereEveryChangeIsKnownWhatWasSoBeforeIsKnownHoweverLongNothingChanged() {
        var points = List.of(
                point(Duration.ofHours(70), 1_000), point(Duration.ofMinutes(20), 990), point(Duration.ZERO, 950));
        var whole = new Drawdown(points, NOW.minus(Duration.ofHours(70)));
        assertThat(whole.within(Duration.ofHours(1))).hasValue(units(500));
        assertThat(whole.within(Duration.ofDays(1))).hasValue(units(500));
        assertThat(whole.within(Duration.ofDays(7))).isEmpty();
        assertThat(new Drawdown(points).within(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aRiseIsNoFall() {
        var rising = new Drawdown(List.of(point(Duration.ofHours(25), 5), point(Duration.ZERO, 9)));
        assertThat(rising.within(Duration.ofDays(1))).hasValue(BigInteger.ZERO);
        assertThat(rising.level()).hasValue(BigInteger.ZERO);
    }

    // ── expected claims and reverse stress ─────────────────────────────────────────────────────────────────────

    private static RiskModel model() throws StressException {
        var half = Severity.always(5_000);
        var risks = LongStream.rangeClosed(1, 4)
                .mapToObj(number -> new Risk("subject " + number, new RiskTarget.Subject(number), 0.02, 0, half))
                .toList();
        return RiskModel.of(
                risks,
                List.of(new Shock("an oracle", 0.01, 0.5, List.of(1, 2))),
                new Occurrence.AtMostOnce(new Dependence.Independent()));
    }

    private static Book.Cover cover(int risk, long amount) {
        return new Book.Cover(risk, 0, List.of(new Book.Term(Double.POSITIVE_INFINITY, units(amount))));
    }

    private static Book.Pool pool(long gross, Book.Cover... covers) {
        return new Book.Pool(
                1, "a pool", 0, units(gross), units(100), BigInteger.ZERO, 4_000, 1_000, 1_000, 0.1, List.of(covers));
    }

    @Test
    void expectedClaimsAreChanceTimesSeverityTimesCover() throws StressException {
        // 1,000,000 less a tenth, times a half, times 2 %
        assertThat(BestEstimate.of(model(), pool(0, cover(0, 1_000_000)))).isEqualTo(units(9_000));
        // 1 − 0.98 × e^(−0.005) = 2.48877… %
        assertThat(BestEstimate.of(model(), pool(0, cover(1, 1_000_000)))).isEqualTo(units(11_200));
        assertThat(BestEstimate.chance(model(), 1)).isCloseTo(0.0248878, within(5e-7));
    }

    private static ReverseStress reverse(long gross, long treasury) throws StressException {
        var pools = List.of(
                pool(gross, cover(0, 100), cover(1, 400), cover(2, 300)), pool(100, cover(3, 200), cover(1, 50)));
        var holdings = List.of(new Book.Holding(0, units(treasury), List.of()));
        return ReverseStress.of(model(), new Book(pools, new Book.Treasury(holdings, BigInteger.ZERO)));
    }

    @Test
    void theFewestSubjectsThatExhaustEverythingAreTheLargest() throws StressException {
        // Losses: subject 2: 360 + 45, subject 3: 270, subject 4: 180, subject 1: 90. There is 500 − 100 + 0 + 200.
        var found = reverse(500, 200);
        assertThat(found.exhausted()).isTrue();
        assertThat(found.available()).isEqualTo(units(600));
        assertThat(found.subjects())
                .extracting(ReverseStress.Subject::subjectId)
                .containsExactly(2L, 3L);
        assertThat(found.subjects()).extracting(ReverseStress.Subject::sum).containsExactly(units(405), units(675));
    }

    @Test
    void whereNotEvenAllAreEnoughThatIsSaid() throws StressException {
        var found = reverse(2_000, 0);
        assertThat(found.exhausted()).isFalse();
        assertThat(found.subjects()).hasSize(4);
        assertThat(found.subjects().getLast().sum()).isEqualTo(units(945));
    }

    // ── treasury ───────────────────────────────────────────────────────────────────────────────────────────────

    private static AssetView asset(long liquid, long deployed, long liabilities) {
        return new AssetView(
                Address.ZERO,
                new Health(units(liquid), units(deployed), units(liabilities), 0, 0, 0, PegState.NORMAL, 0),
                new PegFeed(Address.ZERO, PegState.NORMAL, 0, units(100_000_000), 0));
    }

    private static TreasuryView treasury(AssetView... assets) {
        var venues = List.of(
                new VenueView(Address.ZERO, units(30), new Venue(Address.ZERO, 0, 0, true, false, units(30))),
                new VenueView(Address.ZERO, units(20), new Venue(Address.ZERO, 0, 0, false, false, units(20))));
        return new TreasuryView(List.of(assets), venues, units(0), units(0), 0, 0, 0);
    }

    @Test
    void theTreasurysAssetsAddUp() {
        var totals = TreasuryTotals.of(treasury(asset(100, 50, 60), asset(40, 0, 0)));
        assertThat(totals.assets()).isEqualTo(units(190));
        assertThat(totals.liquidBps()).isEqualTo(7_368);
        assertThat(totals.coverageBps()).isEqualTo(31_666);
        assertThat(totals.selfReported()).isEqualTo(units(30));
        assertThat(TreasuryTotals.of(treasury(asset(5, 0, 0))).coverageBps()).isEqualTo(Solvency.UNBOUNDED);
        assertThat(TreasuryTotals.of(treasury()).liquidBps()).isZero();
    }

    private static Month month(int number, long fees, long spent) {
        var nothing = BigInteger.ZERO;
        return new Month(
                YearMonth.of(2026, number), units(fees), nothing, nothing, units(spent), nothing, nothing, nothing);
    }

    @Test
    void moneyLastsAsLongAsTheLastThreeWholeMonthsLetIt() {
        var past = new TreasuryPast(
                List.of(month(7, 0, 9_999), month(8, 10, 40), month(9, 20, 50), month(10, 0, 31), month(11, 0, 5)), 0);
        // 91 went out net in 91 days
        assertThat(Metrics.runway(units(500), past)).hasValue(units(500));
    }

    @Test
    void moneyThatGrowsHasNoEnd() {
        var past = new TreasuryPast(List.of(month(9, 20, 5), month(10, 3, 3), month(11, 0, 5)), 0);
        assertThat(Metrics.runway(units(500), past)).isEmpty();
        assertThat(Metrics.runway(units(500), new TreasuryPast(List.of(), 0))).isEmpty();
    }

    // ── what a figure is ───────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aFigureIsThereOrThereIsAReason() {
        var block = new BlockRef(5, Hash32.ZERO, NOW.minusSeconds(4));
        var scope = new Metric.Scope.Protocol();
        var figure = new Metric(MetricKind.OWN_FUNDS, scope, Optional.of(units(7)), "", block, NOW.minusSeconds(90));
        assertThat(figure.age(NOW)).hasSeconds(90);
        assertThat(figure.kind().unit()).isEqualTo(MetricKind.Unit.ASSETS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Metric(MetricKind.OWN_FUNDS, scope, Optional.empty(), "", block, NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Metric(MetricKind.OWN_FUNDS, scope, Optional.of(units(7)), "why", block, NOW));
        for (var kind : MetricKind.values()) {
            assertThat(kind.formula()).isNotBlank();
            assertThat(kind.title()).isNotBlank();
        }
    }
}
