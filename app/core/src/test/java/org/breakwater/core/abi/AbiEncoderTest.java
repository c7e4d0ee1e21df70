package org.breakwater.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.decoding.Decoding.Decoded;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of Solidity's ABI specification, and values that are not of their type.
class AbiEncoderTest {

    static Stream<Arguments> specification() {
        return Stream.of(
                Arguments.of("baz(uint32,bool)", List.of(whole(69), new AbiValue.Flag(true)), """
                    cdcd77c0
                    0000000000000000000000000000000000000000000000000000000000000045
                    0000000000000000000000000000000000000000000000000000000000000001
                    """),
                Arguments.of("bar(bytes3[2])", List.of(items(ascii("abc"), ascii("def"))), """
                    fce353f6
                    6162630000000000000000000000000000000000000000000000000000000000
                    6465660000000000000000000000000000000000000000000000000000000000
                    """),
                Arguments.of(
                        "sam(bytes,bool,uint256[])",
                        List.of(ascii("dave"), new AbiValue.Flag(true), items(whole(1), whole(2), whole(3))),
                        """
                        a5643bf2
                        0000000000000000000000000000000000000000000000000000000000000060
                        0000000000000000000000000000000000000000000000000000000000000001
                        00000000000000000000000000000000000000000000000000000000000000a0
                        0000000000000000000000000000000000000000000000000000000000000004
                        6461766500000000000000000000000000000000000000000000000000000000
                        0000000000000000000000000000000000000000000000000000000000000003
                        0000000000000000000000000000000000000000000000000000000000000001
                        0000000000000000000000000000000000000000000000000000000000000002
                        0000000000000000000000000000000000000000000000000000000000000003
                        """),
                Arguments.of(
                        "f(uint256,uint32[],bytes10,bytes)",
                        List.of(
                                whole(0x123),
                                items(whole(0x456), whole(0x789)),
                                ascii("1234567890"),
                                ascii("Hello, world!")),
                        """
                        8be65246
                        0000000000000000000000000000000000000000000000000000000000000123
                        0000000000000000000000000000000000000000000000000000000000000080
                        3132333435363738393000000000000000000000000000000000000000000000
                        00000000000000000000000000000000000000000000000000000000000000e0
                        0000000000000000000000000000000000000000000000000000000000000002
                        0000000000000000000000000000000000000000000000000000000000000456
                        0000000000000000000000000000000000000000000000000000000000000789
                        000000000000000000000000000000000000000000000000000000000000000d
                        48656c6c6f2c20776f726c642100000000000000000000000000000000000000
                        """),
                Arguments.of(
                        "g(uint256[][],string[])",
                        List.of(
                                items(items(whole(1), whole(2)), items(whole(3))),
                                items(text("one"), text("two"), text("three"))),
                        """
                        2289b18c
                        0000000000000000000000000000000000000000000000000000000000000040
                        0000000000000000000000000000000000000000000000000000000000000140
                        0000000000000000000000000000000000000000000000000000000000000002
                        0000000000000000000000000000000000000000000000000000000000000040
                        00000000000000000000000000000000000000000000000000000000000000a0
                        0000000000000000000000000000000000000000000000000000000000000002
                        0000000000000000000000000000000000000000000000000000000000000001
                        0000000000000000000000000000000000000000000000000000000000000002
                        0000000000000000000000000000000000000000000000000000000000000001
                        0000000000000000000000000000000000000000000000000000000000000003
                        0000000000000000000000000000000000000000000000000000000000000003
                        0000000000000000000000000000000000000000000000000000000000000060
                        00000000000000000000000000000000000000000000000000000000000000a0
                        00000000000000000000000000000000000000000000000000000000000000e0
                        0000000000000000000000000000000000000000000000000000000000000003
                        6f6e650000000000000000000000000000000000000000000000000000000000
                        0000000000000000000000000000000000000000000000000000000000000003
                        74776f0000000000000000000000000000000000000000000000000000000000
                        0000000000000000000000000000000000000000000000000000000000000005
                        7468726565000000000000000000000000000000000000000000000000000000
                        """));
    }

    @ParameterizedTest
    @MethodSource("specification")
    void encodesAndDecodesTheExamplesOfTheSpecification(String signature, List<AbiValue> values, String expected) {
        var function = FunctionSignature.parse(signature);
        var calldata = Bytes.fromHex(expected.replaceAll("\\s", ""));

        assertThat(AbiEncoder.call(function, values)).isEqualTo(calldata);
        assertThat(AbiDecoder.call(function, calldata))
                .isInstanceOfSatisfying(
                        Decoded.class,
                        decoded -> assertThat(((DecodedCall) decoded.value()).values())
                                .isEqualTo(values));
    }

    @Test
    void signedNumbersAreInTwosComplement() {
        var encoded = AbiEncoder.encode(
                List.of(AbiType.parse("int8"), AbiType.parse("int256")),
                List.of(whole(-128), new AbiValue.Whole(BigInteger.TWO.pow(255).negate())));

        assertThat(encoded).hasToString("0x" + "f".repeat(62) + "80" + "8" + "0".repeat(63));
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                Arguments.of("uint8", whole(256)),
                Arguments.of("uint8", whole(-1)),
                Arguments.of("uint256", new AbiValue.Whole(BigInteger.TWO.pow(256))),
                Arguments.of("int8", whole(128)),
                Arguments.of("int8", whole(-129)),
                Arguments.of("bool", whole(1)),
                Arguments.of("address", whole(1)),
                Arguments.of("bytes4", new AbiValue.Binary(Bytes.zeros(5))),
                Arguments.of("bytes4", new AbiValue.Binary(Bytes.zeros(3))),
                Arguments.of("bytes", text("a")),
                Arguments.of("string", new AbiValue.Account(Address.ZERO)),
                Arguments.of("uint8[2]", items(whole(1))),
                Arguments.of("uint8[]", whole(1)),
                Arguments.of("(uint8,uint8)", new AbiValue.Tuple(List.of(whole(1)))),
                Arguments.of("(uint8,uint8)", items(whole(1), whole(2))));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void refusesAValueThatIsNotOfItsType(String type, AbiValue value) {
        assertThatThrownBy(() -> AbiEncoder.encode(List.of(AbiType.parse(type)), List.of(value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AbiValue whole(long number) {
        return AbiValue.Whole.of(number);
    }

    private static AbiValue ascii(String text) {
        return new AbiValue.Binary(Bytes.ofText(text));
    }

    private static AbiValue text(String text) {
        return new AbiValue.Text(text);
    }

    private static AbiValue items(AbiValue... items) {
        return new AbiValue.Items(List.of(items));
    }
}
