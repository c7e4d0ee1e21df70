package org.breakwater.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.breakwater.core.protocol.ParameterUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BPS | 52 | 5200
        BPS | 52.5 | 5250
        BPS | 0.01 | 1
        SECONDS | 72 h | 259200
        SECONDS | 7d | 604800
        SECONDS | 90 min | 5400
        SECONDS | 45 | 45
        ASSET | 25,000.00 | 25000000000
        ASSET | 0.000001 | 1
        TOKEN | 1.5 | 1500000000000000000
        PRICE8 | 0.995 | 99500000
        COUNT | 3 | 3
        USD | 1,000,000 | 1000000
        """)
    void whatAPersonWritesIsReadExactly(ParameterUnit unit, String text, BigInteger value) {
        assertThat(WrittenValue.read(unit, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BPS | 52.005
        BPS | -1
        BPS | 5e3
        BPS | ''
        SECONDS | 2 weeks
        SECONDS | 1.5 h
        ASSET | 0.0000001
        ASSET | 1,00
        ASSET | 1 000
        COUNT | 1.5
        USD | ∞
        """)
    void whatIsNoExactValueIsRefused(ParameterUnit unit, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WrittenValue.read(unit, text));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBack(ParameterUnit unit) {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var value = new BigInteger(random.nextInt(40), random);
            assertThat(WrittenValue.read(unit, WrittenValue.write(unit, value))).isEqualTo(value);
        }
    }

    @Test
    void aTextThatIsLongerThanAnyNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenValue.read(ParameterUnit.ASSET, "9".repeat(10_000)));
    }
}
