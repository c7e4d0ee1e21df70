package org.breakwater.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    @ParameterizedTest
    @CsvSource({"0,0", "7,7", "-7,-7", "0x0,0", "0x0f,15", "0xAb,171", "9007199254740993,9007199254740993"})
    void readsDecimalAndHexadecimal(String text, String number) {
        assertThat(WrittenNumber.parse(text)).isEqualTo(new BigInteger(number));
    }

    @Test
    void readsUpTo256BitsExactly() {
        assertThat(WrittenNumber.parseUint256(LARGEST.toString())).isEqualTo(LARGEST);
        assertThat(WrittenNumber.parseUint256("0x" + "f".repeat(64))).isEqualTo(LARGEST);
    }

    @Test
    void refusesOneMoreThanTheLargest() {
        var tooLarge = LARGEST.add(BigInteger.ONE).toString();

        assertThatThrownBy(() -> WrittenNumber.parseUint256(tooLarge)).hasMessageContaining("2^256 - 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-0", "+1", "01", "1.0", "1e3", " 1", "1\n", "0x", "0X1", "0xg", "-0x1", "1_000", "1,000", "١"
            })
    void refusesWhatReadersCouldTakeForDifferentNumbers(String text) {
        assertThatThrownBy(() -> WrittenNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABelowZeroWhereNoneCanBe() {
        assertThatThrownBy(() -> WrittenNumber.parseUint256("-1")).hasMessageContaining("between 0");
    }

    @Test
    void refusesALongTextInFewWords() {
        assertThatThrownBy(() -> WrittenNumber.parse("9".repeat(1_000_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
    }
}
