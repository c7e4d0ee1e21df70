package org.breakwater.core.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.treasury.TreasuryPast.Month;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class TreasuryPastTest {

    private static final Address TREASURY = Address.parse("0x0000000000000000000000000000000000000001");
    private static final Address ASSET = Address.parse("0x0000000000000000000000000000000000000002");
    private static final Address OTHER = Address.parse("0x0000000000000000000000000000000000000003");
    private static final Instant NOW = Instant.parse("2026-04-02T00:00:00Z");

    private static LoggedFact at(String time, TreasuryFact fact) {
        return new LoggedFact(new BlockRef(1, Hash32.ZERO, Instant.parse(time)), Hash32.ZERO, 0, TREASURY, fact);
    }

    private static BigInteger units(long units) {
        return BigInteger.valueOf(units);
    }

    private static TreasuryPast past(LoggedFact... facts) {
        return TreasuryPast.of(List.of(facts), Set.of(ASSET), NOW);
    }

    @Test
    void eachEventIsCountedInTheMonthOfItsBlock() {
        var past = past(
                at("2026-01-31T23:59:59Z", new TreasuryFact.FeesReceived(1, ASSET, units(7))),
                at("2026-02-01T00:00:00Z", new TreasuryFact.FeesReceived(1, ASSET, units(5))),
                at("2026-02-03T00:00:00Z", new TreasuryFact.Spent(OTHER, ASSET, units(3), Hash32.ZERO, true)),
                at("2026-02-04T00:00:00Z", new TreasuryFact.BackstopPaid(2, 9, units(11), false)),
                at("2026-02-05T00:00:00Z", new TreasuryFact.BackstopReturned(2, 9, units(4))),
                at("2026-04-01T00:00:00Z", new TreasuryFact.LossRealised(OTHER, units(6), units(0))));

        assertThat(past.months())
                .extracting(Month::month)
                .containsExactly(
                        YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3), YearMonth.of(2026, 4));
        assertThat(past.months()).extracting(Month::in).containsExactly(units(7), units(9), units(0), units(0));
        assertThat(past.months()).extracting(Month::out).containsExactly(units(0), units(14), units(0), units(6));
    }

    @Test
    void whatIsRecalledForMoreIsYieldAndForLessIsALoss() {
        var past = past(
                at("2026-04-01T00:00:00Z", new TreasuryFact.Recalled(OTHER, units(100), units(8), units(0))),
                at("2026-04-01T01:00:00Z", new TreasuryFact.Recalled(OTHER, units(100), units(-3), units(0))));

        assertThat(past.months().getFirst().earned()).isEqualTo(units(8));
        assertThat(past.months().getFirst().lost()).isEqualTo(units(3));
    }

    @Test
    void aPaymentInAnotherTokenIsCountedAndNotAdded() {
        var past = past(at("2026-04-01T00:00:00Z", new TreasuryFact.Spent(OTHER, OTHER, units(3), Hash32.ZERO, false)));

        assertThat(past).isEqualTo(new TreasuryPast(List.of(), 1));
    }

    @Test
    void whatMovesNoMoneyBeginsNoMonth() {
        assertThat(past(at("2025-01-01T00:00:00Z", new TreasuryFact.VenueClosed(OTHER)))
                        .months())
                .isEmpty();
    }
}
