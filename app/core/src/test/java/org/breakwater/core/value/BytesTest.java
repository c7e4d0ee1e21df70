package org.breakwater.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void readsHexInEitherCase() {
        assertThat(Bytes.parse("0x00aBFf")).hasToString("0x00abff");
        assertThat(Bytes.parse("0x")).isEqualTo(Bytes.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0X00", "0x0", "0x0g", "0x 0", " 0x00", "0x00\n"})
    void refusesWhatIsNoHex(String text) {
        assertThatThrownBy(() -> Bytes.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAndReadsUtf8() {
        assertThat(Bytes.ofText("é€😀")).hasToString("0xc3a9e282acf09f9880");
        assertThat(Bytes.parse("0xc3a9e282acf09f9880").toText()).contains("é€😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0xff", "0xc3", "0xc0af", "0xeda080", "0xf4908080"})
    void bytesThatAreNotUtf8AreNoText(String bytes) {
        assertThat(Bytes.parse(bytes).toText()).isEmpty();
    }

    @Test
    void halfASurrogatePairIsNotWrittenAsAQuestionMark() {
        assertThatThrownBy(() -> Bytes.ofText("a\ud800b")).hasMessageContaining("surrogate");
    }

    @Test
    void isAnUnsignedNumber() {
        assertThat(Bytes.parse("0xffff").toUnsigned()).isEqualTo(BigInteger.valueOf(65_535));
        assertThat(Bytes.EMPTY.toUnsigned()).isZero();
    }
}
