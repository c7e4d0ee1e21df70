package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.Solvency;
import org.junit.jupiter.api.Test;

class WholeUnitsTest {

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    @Test
    void theRulesIn64BitsAreTheContractsRulesToTheUnit() throws StressException {
        var random = new Random(25);
        for (int i = 0; i < 20_000; i++) {
            var gross = random.nextLong(1L << random.nextInt(1, 60));
            var bps = random.nextInt(10_001);
            var other = random.nextInt(10_001);
            var most = random.nextLong(1L << random.nextInt(1, 60));
            var floor = random.nextLong(1L << random.nextInt(1, 60));
            var reserved = random.nextLong(1L << random.nextInt(1, 60));
            assertThat(WholeUnits.of("it", big(WholeUnits.limit(gross % 900_000_000_000_000_000L, bps))))
                    .isEqualTo(Solvency.limit(big(gross % 900_000_000_000_000_000L), big(bps))
                            .longValueExact());
            assertThat(WholeUnits.requirement(gross, bps))
                    .isEqualTo(Solvency.requirement(big(gross), big(bps)).longValueExact());
            assertThat(WholeUnits.most(gross, bps, other))
                    .isEqualTo(ClaimAmount.of(big(gross), big(bps), big(other))
                            .most()
                            .longValueExact());
            assertThat(WholeUnits.incidentCap(gross, bps, most, floor, reserved))
                    .isEqualTo(Solvency.incidentCap(big(gross), big(bps), big(most), big(floor), big(reserved))
                            .longValueExact());
        }
    }

    @Test
    void anAmountThatDoesNotFitIsRefusedWithASentence() {
        assertThatThrownBy(() -> WholeUnits.of("Tidal pool", BigInteger.TEN.pow(18)))
                .isInstanceOf(StressException.class)
                .hasMessageContaining("The amount of Tidal pool is 1000000000000000000.");
        assertThatThrownBy(() -> WholeUnits.of("Tidal pool", BigInteger.ONE.negate()))
                .isInstanceOf(StressException.class);
    }
}
