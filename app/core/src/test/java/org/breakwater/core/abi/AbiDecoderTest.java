package org.breakwater.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Refusal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbiDecoderTest {

    private static final String ZERO = "0".repeat(64);

    @Test
    void everyValueKnowsItsBytes() throws ProblemException {
        var function = FunctionSignature.parse("pay(address to,(uint256 amount,string why)[] parts)");
        var calldata = Bytes.fromHex("0x" + function.selector().bytes().toHex().substring(2)
                + "0000000000000000000000001111111111111111111111111111111111111111"
                + word(0x40)
                + word(1)
                + word(0x20)
                + word(7)
                + word(0x40)
                + word(3)
                + "616263" + "0".repeat(58));

        var call = AbiDecoder.call(function, calldata).required();

        var to = call.arguments().get(0);
        assertThat(to.name()).isEqualTo("to");
        assertThat(to.span()).isEqualTo(new Span(4, 36));
        assertThat(to.pointer()).isEmpty();
        var parts = (Argument.ArrayArgument) call.arguments().get(1);
        assertThat(parts.pointer()).hasValue(36);
        assertThat(parts.span()).isEqualTo(new Span(68, calldata.length()));
        var part = (Argument.TupleArgument) parts.items().getFirst();
        assertThat(part.name()).isEqualTo("0");
        assertThat(part.pointer()).hasValue(100);
        assertThat(part.components()).extracting(Argument::name).containsExactly("amount", "why");
        assertThat(part.components().get(0).span()).isEqualTo(new Span(132, 164));
        assertThat(part.components().get(1).value()).isEqualTo(new AbiValue.Text("abc"));
        assertThat(part.components().get(1).span()).isEqualTo(new Span(196, 260));
    }

    @ParameterizedTest
    @CsvSource({
        "address, 000000000000000000000001111111111111111111111111111111111111111111, DIRTY_PADDING, 0",
        "uint8, 0000000000000000000000000000000000000000000000000000000000000100, DIRTY_PADDING, 0",
        "int8, 00000000000000000000000000000000000000000000000000000000000000ff, DIRTY_PADDING, 0",
        "int8, 000000000000000000000000000000000000000000000000000000000000007f00, LEFT_OVER, 32",
        "bool, 0000000000000000000000000000000000000000000000000000000000000002, OUT_OF_RANGE, 0",
        "bool, 8000000000000000000000000000000000000000000000000000000000000001, OUT_OF_RANGE, 0",
        "bytes4, 6162636401000000000000000000000000000000000000000000000000000000, DIRTY_PADDING, 4",
        "uint256, 00000000000000000000000000000000000000000000000000000000000000, CUT_SHORT, 0"
    })
    void refusesWordsThatAreNotCanonical(String type, String word, Flaw flaw, int offset) {
        assertRefused(type, word, flaw, offset);
    }

    @Test
    void refusesBytesWithDirtAfterThem() {
        assertRefused("bytes", word(0x20) + word(1) + "61" + "0".repeat(60) + "01", Flaw.DIRTY_PADDING, 65);
    }

    @Test
    void refusesAStringThatIsNotUtf8() {
        assertRefused("string", word(0x20) + word(1) + "ff" + "0".repeat(62), Flaw.OUT_OF_RANGE, 64);
    }

    @Test
    void refusesBytesBehindTheEnd() {
        assertRefused("bytes", word(0x20) + ZERO + ZERO, Flaw.LEFT_OVER, 64);
    }

    @Test
    void refusesOffsetsThatOverlap() {
        assertRefused("(bytes,bytes)", word(0x20) + word(0x40) + word(0x40) + ZERO, Flaw.MISPLACED, 64);
    }

    @Test
    void refusesOffsetsThatLeaveAGap() {
        assertRefused("bytes", word(0x40) + ZERO + ZERO, Flaw.MISPLACED, 0);
    }

    @Test
    void refusesOffsetsInTheOtherOrder() {
        assertRefused("(bytes,bytes)", word(0x20) + word(0x60) + word(0x40) + ZERO + ZERO, Flaw.MISPLACED, 32);
    }

    @Test
    void refusesAnOffsetThatPointsBackAtItself() {
        assertRefused("bytes[]", word(0x20) + word(1) + ZERO, Flaw.MISPLACED, 64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uint256[]", "bytes", "string", "bytes[]", "(uint256,bytes)[]", "uint8[][][]"})
    void refusesLengthsThatTheInputCannotHoldBeforeItMakesRoom(String type) {
        for (var length : List.of("7fffffff", "ffffffff", "7fffffffffffffff", "f".repeat(64), "8" + "0".repeat(63))) {
            var padded = "0".repeat(64 - length.length()) + length;

            assertRefused(type, word(0x20) + padded, Flaw.TOO_LARGE, 32);
            assertRefused(type, word(0x20) + padded + ZERO.repeat(50), Flaw.TOO_LARGE, 32);
        }
    }

    @Test
    void refusesAnotherFunction() {
        var function = FunctionSignature.parse("pause()");

        assertThat(refusal(AbiDecoder.call(function, Bytes.fromHex("0x8456cb58"))))
                .extracting(Refusal::flaw)
                .isEqualTo(Flaw.OTHER_KIND);
        assertThat(refusal(AbiDecoder.call(function, Bytes.EMPTY)).flaw()).isEqualTo(Flaw.OTHER_KIND);
    }

    @Test
    void refusesWhatIsTooLong() {
        var function = FunctionSignature.parse("f(bytes)");
        var calldata = Bytes.concat(function.selector().bytes(), Bytes.zeros(AbiDecoder.MOST_BYTES));

        assertThat(refusal(AbiDecoder.call(function, calldata)).flaw()).isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void aRefusalIsASentenceThatNamesThePlace() {
        var decoding = AbiDecoder.values(
                List.of(new AbiParameter("", AbiType.parse("bool"))), "the answer", Bytes.fromHex(word(2)));

        assertThatThrownBy(decoding::required)
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("Byte 0 of the answer: a bool is neither 0 nor 1.");
    }

    private static void assertRefused(String type, String hex, Flaw flaw, int offset) {
        var refusal = refusal(AbiDecoder.values(
                List.of(new AbiParameter("", AbiType.parse(type))), "the values", Bytes.fromHex(hex)));
        assertThat(refusal.flaw()).as(refusal.toString()).isEqualTo(flaw);
        assertThat(refusal.offset()).as(refusal.toString()).isEqualTo(offset);
    }

    private static Refusal refusal(Decoding<?> decoding) {
        return switch (decoding) {
            case Decoding.Refused<?>(var refusal) -> refusal;
            case Decoding.Decoded<?>(var value) -> throw new AssertionError("decoded to " + value);
        };
    }

    private static String word(int number) {
        return "%064x".formatted(number);
    }
}
