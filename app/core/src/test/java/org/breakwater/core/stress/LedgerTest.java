package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A year gone through by hand, and by the ledger.
class LedgerTest {

    private static final double FOR_EVER = Double.POSITIVE_INFINITY;
    private static final int VENUE = 3;
    private static final int PEG = 4;

    private static BigInteger units(long number) {
        return BigInteger.valueOf(number);
    }

    private static Book.Cover cover(int risk, long amount) {
        return new Book.Cover(risk, 3_000, List.of(new Book.Term(FOR_EVER, units(amount))));
    }

    /// 1,000 of which 100 are reserved already; at most 40 % for one incident, 20 % are never touched, the first
    /// tenth of a loss is the holder's.
    private static Book.Pool pool(Book.Cover... covers) {
        return new Book.Pool(
                1, "the pool", 0, units(1_000), units(100), units(450), 4_000, 2_000, 1_000, 0.1, List.of(covers));
    }

    private static Ledger after(Book book, Object... events) throws StressException {
        var year = new Year();
        for (int i = 0; i < events.length; i += 3) {
            year.add((int) events[i], (int) events[i + 1], (double) events[i + 2]);
        }
        year.sort();
        var ledger = new Ledger(book, 5);
        ledger.go(year);
        return ledger;
    }

    private static Book book(long liquid, long venue, long backstop, Book.Cover... covers) {
        var placements = List.of(new Book.Placement(VENUE, units(venue)));
        var holding = new Book.Holding(PEG, units(liquid), placements);
        return new Book(List.of(pool(covers)), new Book.Treasury(List.of(holding), units(backstop)));
    }

    @Test
    void aYearWithoutLossesCostsNothing() throws StressException {
        var ledger = after(book(0, 0, 0, cover(0, 500)));
        assertThat(ledger.loss()).isZero();
        assertThat(ledger.isRuin()).isFalse();
        assertThat(ledger.pool(0).left()).isEqualTo(900);
    }

    @Test
    void aLossIsItsCoverTimesItsSeverityLessTheHoldersPart() throws StressException {
        // 500 × 60 % = 300, of which 30 are the holder's.
        var ledger = after(book(0, 0, 0, cover(0, 500)), 0, 6_000, 0.5);
        assertThat(ledger.claims()).isEqualTo(270);
        assertThat(ledger.cut()).isZero();
        assertThat(ledger.pool(0).left()).isEqualTo(630);
        assertThat(ledger.pool(0).isUnderMinimum()).isFalse();
    }

    @Test
    void whatIsBeyondTheIncidentCapIsCut() throws StressException {
        // 800 × 90 % = 720; the cap is 40 % of 1,000.
        var ledger = after(book(0, 0, 0, cover(0, 800)), 0, 10_000, 0.5);
        assertThat(ledger.claims()).isEqualTo(720);
        assertThat(ledger.cut()).isEqualTo(320);
        assertThat(ledger.isAnyCut()).isTrue();
        assertThat(ledger.pool(0).left()).isEqualTo(500);
    }

    @Test
    void theTreasuryAddsUpToItsLimitAndToWhatItHas() throws StressException {
        assertThat(after(book(200, 0, 150, cover(0, 800)), 0, 10_000, 0.5).cut())
                .isEqualTo(320 - 150);
        assertThat(after(book(90, 0, 150, cover(0, 800)), 0, 10_000, 0.5).cut()).isEqualTo(320 - 90);
        var twice = after(book(200, 0, 150, cover(0, 800), cover(1, 800)), 0, 10_000, 0.2, 1, 10_000, 0.2);
        // The second incident finds 400 and 100 reserved of 1,000, 200 of which are the floor: 300 of its own 720, and
        // what the treasury has left.
        assertThat(twice.cut()).isEqualTo(320 - 150 + (720 - 300 - 50));
    }

    @Test
    void incidentsThatStandOpenTogetherShareWhatIsAboveTheFloor() throws StressException {
        var ledger = after(
                book(0, 0, 0, cover(0, 400), cover(1, 400), cover(2, 400)),
                0,
                10_000,
                0.2,
                1,
                10_000,
                0.25,
                2,
                10_000,
                0.29);
        // Each is due 360. Caps: 400, then min(400, 1,000 − 200 − 500) = 300, then nothing.
        assertThat(ledger.claims()).isEqualTo(1_080);
        assertThat(ledger.cut()).isEqualTo(60 + 360);
        assertThat(ledger.pool(0).left()).isEqualTo(900 - 360 - 300);
    }

    @Test
    void anIncidentThatIsOverFreesTheRestOfItsReserve() throws StressException {
        var ledger = after(book(0, 0, 0, cover(0, 400), cover(1, 400)), 0, 10_000, 0.2, 1, 10_000, 0.31);
        // The first paid 360 of its 400. The second measures on 640: at most 256, of 640 − 128 − 100 untouched.
        assertThat(ledger.cut()).isEqualTo(360 - 256);
    }

    @Test
    void aPolicyThatHasEndedCoversNothing() throws StressException {
        var terms = List.of(new Book.Term(0.25, units(100)), new Book.Term(0.75, units(200)));
        var covers = new Book.Cover(0, 3_000, terms);
        assertThat(after(book(0, 0, 0, covers), 0, 10_000, 0.2).claims()).isEqualTo(270);
        assertThat(after(book(0, 0, 0, covers), 0, 10_000, 0.5).claims()).isEqualTo(180);
        assertThat(after(book(0, 0, 0, covers), 0, 10_000, 0.8).claims()).isZero();
    }

    @Test
    void aVenueLosesItsPart() throws StressException {
        var ledger = after(book(100, 50, 0, cover(0, 500)), VENUE, 3_000, 0.5);
        assertThat(ledger.assetLoss()).isEqualTo(15);
        assertThat(ledger.loss()).isEqualTo(15);
        assertThat(ledger.claims()).isZero();
    }

    @Test
    void aPegThatBreaksTakesItsPartOfWhatClaimsLeave() throws StressException {
        // 900 in the pool and 150 in the treasury, less 270 of claims, at 90 %.
        var ledger = after(book(100, 50, 0, cover(0, 500)), PEG, 1_000, 0.9, 0, 6_000, 0.5);
        assertThat(ledger.assetLoss()).isEqualTo(78);
        assertThat(ledger.loss()).isEqualTo(348);
    }

    @Test
    void ruinIsMoreThanThereIsAndNotAsMuch() throws StressException {
        // 1,000 × 90 % = 900, which is what the pool has besides its reserves.
        var exact = after(book(0, 0, 0, cover(0, 1_000)), 0, 10_000, 0.5);
        assertThat(exact.isRuin()).isFalse();
        assertThat(exact.pool(0).isRuin()).isFalse();
        var more = after(book(0, 0, 0, cover(0, 1_002)), 0, 10_000, 0.5);
        assertThat(more.isRuin()).isTrue();
        assertThat(more.pool(0).isRuin()).isTrue();
    }

    @Test
    void aPoolFallsUnderItsMinimumThatFallsWithWhatIsPaid() throws StressException {
        // 900 − 360 − 300 = 240 are left; 450 − 30 % of 660 = 252 are needed.
        var under = after(book(0, 0, 0, cover(0, 400), cover(1, 400)), 0, 10_000, 0.2, 1, 10_000, 0.2);
        assertThat(under.pool(0).left()).isEqualTo(240);
        assertThat(under.pool(0).isUnderMinimum()).isTrue();
        // 900 − 360 = 540 are left; 342 are needed.
        assertThat(after(book(0, 0, 0, cover(0, 400)), 0, 10_000, 0.2).pool(0).isUnderMinimum())
                .isFalse();
    }

    @Test
    void oneYearLeavesNothingForTheNext() throws StressException {
        var ledger = after(book(50, 50, 20, cover(0, 800)), 0, 10_000, 0.5, VENUE, 10_000, 0.6, PEG, 500, 0.7);
        var year = new Year();
        ledger.go(year);
        assertThat(ledger.loss()).isZero();
        assertThat(ledger.cut()).isZero();
        assertThat(ledger.pool(0).left()).isEqualTo(900);
        assertThat(ledger.pool(0).isCut()).isFalse();
    }
}
