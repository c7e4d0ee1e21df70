package org.breakwater.core.review.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// Amounts as people write them.
class AmountsTest {

    private static String written(String units, int decimals) {
        return Amounts.decimal(new BigInteger(units), decimals);
    }

    @Test
    void everyDigitIsThereAndNoZeroThatSaysNothing() {
        assertThat(written("1234500000", 6)).isEqualTo("1,234.5");
        assertThat(written("1234567890123456789", 18)).isEqualTo("1.234567890123456789");
        assertThat(written("1000000", 0)).isEqualTo("1,000,000");
        assertThat(written("100", 0)).isEqualTo("100");
        assertThat(written("0", 6)).isEqualTo("0");
        assertThat(written("1", 18)).isEqualTo("0.000000000000000001");
        assertThat(written("-1500", 3)).isEqualTo("-1.5");
    }

    @Test
    void moneyOfTheNetworkHasItsName() {
        assertThat(Amounts.ether(new BigInteger("20000000000000000000"))).isEqualTo("20 ETH");
    }
}
