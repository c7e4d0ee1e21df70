package org.breakwater.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionSignatureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfer(address to,uint256 amount) | transfer(address,uint256) | 0xa9059cbb",
                "multiSend(bytes transactions) | multiSend(bytes) | 0x8d80ff0a",
                "pause() | pause() | 0x8456cb59",
                "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)"
                        + "| execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)"
                        + "| 0x6a761202",
                "testSig((address a,address b,address c) r0) | testSig((address,address,address)) | 0x8b1dcee0",
                "g(uint256[][] a,string[]) | g(uint256[][],string[]) | 0x2289b18c"
            })
    void hasTheSelectorOfItsCanonicalText(String text, String canonical, String selector) {
        var function = FunctionSignature.parse(text);

        assertThat(function.canonical()).isEqualTo(canonical);
        assertThat(function.selector()).hasToString(selector);
        assertThat(function.isCalledBy(Bytes.concat(function.selector().bytes(), Bytes.zeros(32))))
                .isTrue();
    }

    @Test
    void keepsTheNamesOfParameters() {
        var function = FunctionSignature.parse("setPrice((address token,uint256) quote,uint64 at)");

        assertThat(function.parameters()).extracting(AbiParameter::name).containsExactly("quote", "at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "transfer",
                "transfer(",
                "transfer(address",
                "transfer(address,)",
                "transfer(,address)",
                "transfer(address to to)",
                "transfer(address  to)",
                "transfer(address to) ",
                " transfer(address)",
                "transfer(uint)",
                "transfer(uint7)",
                "transfer(uint264)",
                "transfer(uint08)",
                "transfer(bytes0)",
                "transfer(bytes33)",
                "transfer(fixed128x18)",
                "transfer(function)",
                "transfer(())",
                "transfer(uint8[0])",
                "transfer(uint8[-1])",
                "transfer(uint8[01])",
                "transfer(uint8[)",
                "transfer(uint8])",
                "transfer(uint8[9999999])",
                "1transfer(uint8)",
                "transfer(uint8 1a)",
                "trans fer(uint8)"
            })
    void refusesWhatIsNoSignature(String text) {
        assertThatThrownBy(() -> FunctionSignature.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[]", "uint8[9],"})
    void boundsDepthAndLength(String repeated) {
        var text = "f(uint8" + repeated.repeat(20_000);

        assertThatThrownBy(() -> FunctionSignature.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunctionSignature.parse("f" + "(".repeat(1_000)))
                .hasMessageContaining("deep");
        assertThatThrownBy(() -> AbiType.parse("uint8" + "[]".repeat(13))).hasMessageContaining("deep");
    }

    @Test
    void boundsWhatATypeTakesInPlace() {
        assertThatThrownBy(() -> AbiType.parse("uint8[99999][99999]")).hasMessageContaining("in place");
        assertThatThrownBy(() -> AbiType.parse("(uint8[30000],uint8[30000])")).hasMessageContaining("in place");
    }
}
