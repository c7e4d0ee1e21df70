package org.breakwater.core.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.breakwater.core.rule.DrainWindow;
import org.junit.jupiter.api.Test;

class DrainForecastTest {

    private static final long DAY = 86_400;

    private static BigInteger units(long number) {
        return BigInteger.valueOf(number);
    }

    private static DrainForecast forecast(long gross, long payouts, long redemptions, long bps, long least) {
        return new DrainForecast(units(gross), units(payouts), units(redemptions), units(bps), units(least));
    }

    @Test
    void atOnceBothWindowsLetOutWhatTheyHaveLeft() {
        assertThat(forecast(9_000, 600, 400, 1_500, 0).within(0)).isEqualTo(units(1_500 - 600 + 1_500 - 400));
    }

    @Test
    void aDayLaterTheWindowsAreEmptyAndTheirLimitIsAShareOfWhatIsLeft() {
        var first = 2 * 1_500L;
        assertThat(forecast(10_000, 0, 0, 1_500, 0).within(1)).isEqualTo(units(first + 2 * 1_050));
    }

    @Test
    void theLeastLimitLetsTheLastProviderOutAndNeverMoreThanThereIs() {
        assertThat(forecast(100, 0, 0, 1_000, 40).within(0)).isEqualTo(units(80));
        assertThat(forecast(100, 0, 0, 1_000, 40).within(1)).isEqualTo(units(100));
        assertThat(forecast(100, 0, 0, 1_000, 40).within(90)).isEqualTo(units(100));
    }

    @Test
    void aWindowThatIsOverdrawnLetsNothingOut() {
        assertThat(forecast(1_000, 500, 500, 1_000, 0).within(0)).isZero();
    }

    /// The same days played on the windows of the contracts.
    @Test
    void itIsWhatThePoolsOwnWindowsLetOutDayByDay() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var gross = units(random.nextInt(1_000_000));
            var bps = units(random.nextInt(10_001));
            var least = units(random.nextInt(1_000));
            var payouts = units(random.nextInt(1_000));
            var redemptions = units(random.nextInt(1_000));
            var window = DrainWindow.UNUSED.plusPayout(0, payouts).plusRedemption(0, redemptions);
            var days = random.nextInt(12);
            var forecast = new DrainForecast(gross, payouts, redemptions, bps, least);
            assertThat(forecast.within(days)).isEqualTo(played(window, gross, bps, least, days));
        }
    }

    private static BigInteger played(DrainWindow window, BigInteger gross, BigInteger bps, BigInteger least, int days) {
        var left = gross;
        var now = window;
        for (int day = 0; day <= days; day++) {
            var at = day * DAY;
            var limit = now.limit(at, left, bps, least);
            var payout =
                    limit.subtract(now.payouts().used(at)).max(BigInteger.ZERO).min(left);
            var redemption = limit.subtract(now.redemptions().used(at))
                    .max(BigInteger.ZERO)
                    .min(left.subtract(payout));
            now = now.plusPayout(at, payout).plusRedemption(at, redemption);
            left = left.subtract(payout).subtract(redemption);
        }
        return gross.subtract(left);
    }
}
