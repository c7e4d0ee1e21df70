package org.breakwater.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;

/// The examples are those of Ethereum's documentation of the encoding.
class RlpTest {

    private static final Rlp EMPTY = new Rlp.Items(List.of());
    private static final Rlp ONE = new Rlp.Items(List.of(EMPTY));

    private static final String LOREM = "Lorem ipsum dolor sit amet, consectetur adipisicing elit";

    private static final Map<String, Rlp> EXAMPLES = Map.of(
            "0x83646f67",
            text("dog"),
            "0xc88363617483646f67",
            new Rlp.Items(List.of(text("cat"), text("dog"))),
            "0x80",
            text(""),
            "0xc0",
            EMPTY,
            "0x00",
            new Rlp.Text(Bytes.fromHex("00")),
            "0x0f",
            new Rlp.Text(Bytes.fromHex("0f")),
            "0x820400",
            new Rlp.Text(Bytes.fromHex("0400")),
            "0xc7c0c1c0c3c0c1c0",
            new Rlp.Items(List.of(EMPTY, ONE, new Rlp.Items(List.of(EMPTY, ONE)))),
            "0xb838" + Bytes.ofText(LOREM).toHex().substring(2),
            text(LOREM));

    private static Rlp text(String text) {
        return new Rlp.Text(Bytes.ofText(text));
    }

    private static Decoding<Rlp> decode(String hex) {
        return Rlp.decode("the value", Bytes.fromHex(hex), 1_000);
    }

    private static Flaw flaw(String hex) {
        return ((Decoding.Refused<Rlp>) decode(hex)).refusal().flaw();
    }

    @Test
    void theDocumentedExamplesAreReadAndWritten() throws ProblemException {
        for (var example : EXAMPLES.entrySet()) {
            assertThat(decode(example.getKey()).required()).isEqualTo(example.getValue());
            assertThat(example.getValue().encoded()).hasToString(example.getKey());
        }
    }

    @Test
    void whatIsWrittenInAnyOtherWayIsRefused() {
        assertThat(flaw("0x")).isEqualTo(Flaw.CUT_SHORT);
        assertThat(flaw("0x83646f")).isEqualTo(Flaw.CUT_SHORT);
        assertThat(flaw("0xc883636174")).isEqualTo(Flaw.CUT_SHORT);
        assertThat(flaw("0x83646f6700")).isEqualTo(Flaw.LEFT_OVER);
        assertThat(flaw("0x8100")).as("a small byte with a length").isEqualTo(Flaw.MISPLACED);
        assertThat(flaw("0xb80164")).as("a short length written long").isEqualTo(Flaw.MISPLACED);
        assertThat(flaw("0xb90038" + "61".repeat(56))).as("a leading zero").isEqualTo(Flaw.MISPLACED);
        assertThat(flaw("0xc283646f67")).as("an item longer than its list").isEqualTo(Flaw.MISPLACED);
        assertThat(flaw("0xbfffffffffffffffff")).as("a length of eight bytes").isEqualTo(Flaw.TOO_LARGE);
        assertThat(flaw("c1".repeat(100) + "c0")).isEqualTo(Flaw.TOO_DEEP);
        assertThat(flaw("0xb903e9" + "61".repeat(1_001))).isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void whateverIsReadIsWrittenToTheSameBytes() {
        var mutations = new Mutations(new Random(20261129));
        for (var example : EXAMPLES.keySet()) {
            for (int i = 0; i < 200; i++) {
                var changed = mutations.of(Bytes.fromHex(example));
                if (Rlp.decode("the value", changed, 1_000) instanceof Decoding.Decoded<Rlp>(var read)) {
                    assertThat(read.encoded()).isEqualTo(changed);
                }
            }
        }
    }
}
