package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.decoding.Refusal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiSendTest {

    private static final Address V1_3_0 = Address.parse("0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761");
    private static final Address V1_4_1 = Address.parse("0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526");
    private static final Address V1_5_0 = Address.parse("0x218543288004CD07832472D464648173c77D7eB7");
    private static final Address V1_5_0_CALL_ONLY = Address.parse("0xA83c336B20401Af773B6219BA5027174338D1836");
    private static final Address SAFE = Address.parse("0x3850cd76006dc6CaCBCBB514995C47Ca8Ad0bb96");

    /// safe-eth-py, `test_multisend_parse_real_transaction`
    private static final String MIGRATION = """
        8d80ff0a
        0000000000000000000000000000000000000000000000000000000000000020
        00000000000000000000000000000000000000000000000000000000000000f2
        005b9ea52aaa931d4eef74c8aeaf0fe759434fed74
        0000000000000000000000000000000000000000000000000000000000000000
        0000000000000000000000000000000000000000000000000000000000000024
        7de7edef00000000000000000000000034cfac646f301356faa8b21e94227e3583fe3f5f
        005b9ea52aaa931d4eef74c8aeaf0fe759434fed74
        0000000000000000000000000000000000000000000000000000000000000000
        0000000000000000000000000000000000000000000000000000000000000024
        f08a0323000000000000000000000000d5d82b6addc9027b22dca772aa68d5d74cdbdf44
        0000000000000000000000000000\
        """;

    /// protocol-kit, `createTransactionBatch.test.ts`
    private static final String TWO_TRANSFERS = """
        8d80ff0a
        0000000000000000000000000000000000000000000000000000000000000020
        00000000000000000000000000000000000000000000000000000000000000aa
        000000000000000000000000000000000000000000
        00000000000000000000000000000000000000000000000006f05b59d3b20000
        0000000000000000000000000000000000000000000000000000000000000000
        000000000000000000000000000000000000000000
        00000000000000000000000000000000000000000000000006f05b59d3b20000
        0000000000000000000000000000000000000000000000000000000000000000
        00000000000000000000000000000000000000000000\
        """;

    /// Safenet, `denies_arbitrary_self_calls`
    private static final String HIDDEN_MODULE = """
        8d80ff0a
        0000000000000000000000000000000000000000000000000000000000000020
        0000000000000000000000000000000000000000000000000000000000000079
        000000000000000000000000000000000000000000
        0000000000000000000000000000000000000000000000000000000000000000
        0000000000000000000000000000000000000000000000000000000000000024
        610b59250000000000000000000000005afe8f36504462aa6a7467372f9a41665820a14f
        00000000000000\
        """;

    /// Safenet, `denies_delegatecall_via_multisend_to_disallowed_target`
    private static final String BYBIT_IN_A_BATCH = """
        8d80ff0a
        0000000000000000000000000000000000000000000000000000000000000020
        0000000000000000000000000000000000000000000000000000000000000099
        0196221423681a6d52e184d440a8efcebb105c7242
        0000000000000000000000000000000000000000000000000000000000000000
        0000000000000000000000000000000000000000000000000000000000000044
        a9059cbb000000000000000000000000bdd077f651ebe7f7b3ce16fe5f2b025be2969516
        0000000000000000000000000000000000000000000000000000000000000000
        00000000000000\
        """;

    @Test
    void aRealMigrationIsTwoCallsOfTheSafeToItself() throws ProblemException {
        var safe = Address.parse("0x5B9ea52Aaa931D4EEf74C8aEaf0Fe759434FeD74");

        var calls = MultiSend.parse(V1_3_0, safe, hex(MIGRATION)).required();

        assertThat(calls).extracting(BatchedCall::target).containsExactly(safe, safe);
        assertThat(calls)
                .extracting(call -> call.call().data().slice(0, 4).toHex())
                .containsExactly("0x7de7edef", "0xf08a0323");
        assertThat(calls.get(1).span().from()).isEqualTo(calls.get(0).span().to());
        assertThat(calls.get(1).span().to()).isEqualTo(4 + 64 + 0xf2);
    }

    @ParameterizedTest
    @ValueSource(strings = {MIGRATION, TWO_TRANSFERS, HIDDEN_MODULE, BYBIT_IN_A_BATCH})
    void publishedBatchesArePackedToTheSameBytes(String published) throws ProblemException {
        var calls = MultiSend.parse(V1_4_1, SAFE, hex(published)).required();

        assertThat(MultiSend.pack(calls.stream().map(BatchedCall::call).toList()))
                .isEqualTo(hex(published));
    }

    @Test
    void callsToZeroGoToZeroUntil141AndToTheSafeFrom150() throws ProblemException {
        for (var old : List.of(V1_3_0, V1_4_1, SAFE)) {
            assertThat(MultiSend.parse(old, SAFE, hex(TWO_TRANSFERS)).required())
                    .extracting(BatchedCall::target)
                    .containsExactly(Address.ZERO, Address.ZERO);
        }
        for (var current : List.of(V1_5_0, V1_5_0_CALL_ONLY)) {
            assertThat(MultiSend.parse(current, SAFE, hex(TWO_TRANSFERS)).required())
                    .extracting(BatchedCall::target)
                    .containsExactly(SAFE, SAFE);
        }
    }

    @Test
    void aModuleHiddenBehindZeroIsEnabledOnTheSafe() throws ProblemException {
        var call = MultiSend.parse(V1_5_0_CALL_ONLY, SAFE, hex(HIDDEN_MODULE))
                .required()
                .getFirst();

        var change = SafeChange.in(
                new SafeDomain(SafeVersion.V1_5_0, BigInteger.ONE, SAFE),
                call.call().operation(),
                call.target(),
                call.call().data());

        assertThat(change)
                .contains(new Decoding.Decoded<>(
                        new SafeChange.EnableModule(Address.parse("0x5afe8f36504462aa6a7467372f9a41665820a14f"))));
    }

    @Test
    void bybitsPayloadInABatchIsADelegateCall() throws ProblemException {
        var call =
                MultiSend.parse(V1_4_1, SAFE, hex(BYBIT_IN_A_BATCH)).required().getFirst();

        assertThat(call.call()).isEqualTo(Vectors.bybitSigned().inner());
    }

    /// safe-eth-py, `test_multisend_parse_invalid_transaction`
    @Test
    void refusesABatchFromWhichBytesWereTaken() {
        var cut = MIGRATION.replace("005b9ea52aaa931d4eef74c8aeaf0fe759434fed74\n0000", "0000");

        assertThat(refusal(hex(cut))).isNotNull();
    }

    @Test
    void refusesACallOfAnotherFunction() {
        assertThat(refusal(hex("1" + MIGRATION.substring(1))).flaw()).isEqualTo(Flaw.OTHER_KIND);
        assertThat(refusal(Bytes.EMPTY).flaw()).isEqualTo(Flaw.OTHER_KIND);
    }

    /// safe-eth-py, `test_multisend_parse_old_transaction`: how 1.0.0 packed its batches
    @Test
    void refusesABatchOf100WhichWasPackedInAnotherWay() {
        var old = """
            8d80ff0a
            0000000000000000000000000000000000000000000000000000000000000020
            00000000000000000000000000000000000000000000000000000000000000e0
            0000000000000000000000000000000000000000000000000000000000000000
            0000000000000000000000001db1a2063504d15d36e9506a192ab7bbb17dbb2a
            0000000000000000000000000000000000000000000000000000000000000000
            0000000000000000000000000000000000000000000000000000000000000080
            0000000000000000000000000000000000000000000000000000000000000024
            e71bdf41000000000000000000000000980f3fb56999bf811f32b85e5274960f
            bf9f5c4f00000000000000000000000000000000000000000000000000000000\
            """;

        assertThat(refusal(hex(old)).flaw()).isEqualTo(Flaw.TOO_LARGE);
    }

    /// The contract would execute it, with whatever bytes follow the batch.
    @Test
    void refusesAnEntryThatEndsBehindTheBatch() {
        for (int missing = 1; missing < 85; missing++) {
            var whole = content(MultiSend.pack(List.of(call("0x"), call("0x"))));

            assertThat(refusal(batch(whole.slice(0, whole.length() - missing))).flaw())
                    .as(missing + " bytes missing")
                    .isEqualTo(Flaw.CUT_SHORT);
        }
    }

    @Test
    void refusesZerosBehindTheLastCall() {
        var whole = content(MultiSend.pack(List.of(call("0x1234"))));

        assertThat(refusal(batch(Bytes.concat(whole, Bytes.zeros(1)))).flaw()).isEqualTo(Flaw.CUT_SHORT);
        assertThat(refusal(batch(Bytes.concat(whole, Bytes.zeros(84)))).flaw()).isEqualTo(Flaw.CUT_SHORT);
    }

    @Test
    void refusesDirtAfterTheBatch() {
        var calldata = MultiSend.pack(List.of(call("0x1234")));
        var dirty = calldata.toArray();
        dirty[dirty.length - 1] = 1;

        assertThat(refusal(Bytes.of(dirty)).flaw()).isEqualTo(Flaw.DIRTY_PADDING);
        assertThat(refusal(Bytes.concat(calldata, Bytes.zeros(32))).flaw()).isEqualTo(Flaw.LEFT_OVER);
    }

    @Test
    void refusesOperationsThatMultiSendDoesNotKnow() {
        var whole = content(MultiSend.pack(List.of(call("0x")))).toArray();
        whole[0] = 2;

        assertThat(refusal(batch(Bytes.of(whole))))
                .extracting(Refusal::flaw, Refusal::offset)
                .containsExactly(Flaw.OUT_OF_RANGE, 68);
    }

    @Test
    void refusesALengthThatTheBatchCannotHold() {
        for (var length : List.of("0".repeat(63) + "1", "0".repeat(56) + "7fffffff", "f".repeat(64))) {
            assertThat(refusal(batch(Bytes.concat(Bytes.zeros(53), Bytes.fromHex(length))))
                            .flaw())
                    .isEqualTo(Flaw.TOO_LARGE);
        }
    }

    @Test
    void readsBatchesInsideBatches() throws ProblemException {
        var calldata = MultiSend.pack(List.of(call("0x01"), nested(V1_5_0, 1), call("0x02")));

        var calls = MultiSend.parse(V1_4_1, SAFE, calldata).required();

        assertThat(calls).hasSize(3);
        assertThat(calls.get(1).inner()).hasSize(1);
        assertThat(calls.stream().flatMap(BatchedCall::leaves))
                .extracting(leaf -> leaf.call().data().toHex())
                .containsExactly("0x01", "0xabcd", "0x02");
        var leaf = calls.get(1).inner().getFirst();
        assertThat(calldata.slice(leaf.span().to() - 2, leaf.span().to())).hasToString("0xabcd");
        assertThat(leaf.target())
                .as("zero in a batch of 1.5.0 inside one of 1.4.1")
                .isEqualTo(SAFE);
    }

    @Test
    void readsFourLevelsAndRefusesTheFifth() {
        assertThat(MultiSend.parse(
                        V1_4_1, SAFE, nested(V1_4_1, MultiSend.MOST_DEPTH).data()))
                .isInstanceOf(Decoding.Decoded.class);
        assertThat(refusal(nested(V1_4_1, MultiSend.MOST_DEPTH + 1).data()).flaw())
                .isEqualTo(Flaw.TOO_DEEP);
        assertThat(refusal(nested(V1_4_1, 500).data()).flaw()).isEqualTo(Flaw.TOO_DEEP);
    }

    @Test
    void refusesABrokenBatchInsideABatchAtItsPlaceInTheWhole() {
        var broken = new SafeCall(Operation.DELEGATE_CALL, V1_4_1, BigInteger.ZERO, batch(Bytes.zeros(7)));
        var calldata = MultiSend.pack(List.of(call("0x"), broken));

        assertThat(refusal(calldata))
                .extracting(Refusal::flaw, Refusal::offset)
                .containsExactly(Flaw.CUT_SHORT, 68 + 85 + 85 + 68);
    }

    @Test
    void anOrdinaryCallOfMultiSendIsACallLikeAnyOther() throws ProblemException {
        var ordinary = SafeCall.of(V1_4_1, MultiSend.pack(List.of(call("0x01"))));

        var calls =
                MultiSend.parse(V1_4_1, SAFE, MultiSend.pack(List.of(ordinary))).required();

        assertThat(calls.getFirst().inner()).isEmpty();
    }

    @Test
    void boundsTheNumberOfCallsInAllBatchesTogether() {
        var most = Collections.nCopies(MultiSend.MOST_CALLS, call("0x"));
        var half = new SafeCall(
                Operation.DELEGATE_CALL,
                V1_4_1,
                BigInteger.ZERO,
                MultiSend.pack(most.subList(0, MultiSend.MOST_CALLS / 2)));

        assertThat(MultiSend.parse(V1_4_1, SAFE, MultiSend.pack(most))).isInstanceOf(Decoding.Decoded.class);
        assertThat(refusal(MultiSend.pack(List.of(half, half))).flaw()).isEqualTo(Flaw.TOO_LARGE);
        assertThatThrownBy(() -> MultiSend.pack(Collections.nCopies(MultiSend.MOST_CALLS + 1, call("0x"))))
                .hasMessageContaining("at most");
    }

    @Test
    void refusesABatchThatIsTooLong() {
        assertThat(refusal(batch(Bytes.zeros(AbiDecoder.MOST_BYTES))).flaw()).isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void doesNotPackACreation() {
        var creation = new SafeCall(Operation.CREATE, Address.ZERO, BigInteger.ZERO, Bytes.EMPTY);

        assertThatThrownBy(() -> MultiSend.pack(List.of(creation))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsReadFromHostileBytesIsPackedToTheSameBytes() {
        fuzz(1, 20_000);
    }

    @Test
    @Tag("deep")
    void whatIsReadFromAMillionHostileBatchesIsPackedToTheSameBytes() {
        fuzz(2, 1_000_000);
    }

    private static void fuzz(long seed, int count) {
        var random = new Random(seed);
        var mutations = new Mutations(random);
        for (int i = 0; i < count; i++) {
            var calls = Stream.concat(
                            IntStream.range(0, random.nextInt(5))
                                    .mapToObj(n -> call("0x" + "ab".repeat(random.nextInt(80)))),
                            random.nextBoolean() ? Stream.of(nested(V1_5_0, random.nextInt(1, 4))) : Stream.of())
                    .toList();
            var mutated = mutations.of(MultiSend.pack(calls));
            if (MultiSend.parse(V1_4_1, SAFE, mutated) instanceof Decoding.Decoded(var read)) {
                assertThat(MultiSend.pack(read.stream().map(BatchedCall::call).toList()))
                        .isEqualTo(mutated);
            }
        }
    }

    /// A delegate call of a batch in a batch in …, with one call to zero in the innermost.
    private static SafeCall nested(Address multiSend, int depth) {
        var inner = depth == 1 ? SafeCall.of(Address.ZERO, Bytes.fromHex("0xabcd")) : nested(multiSend, depth - 1);
        return new SafeCall(Operation.DELEGATE_CALL, multiSend, BigInteger.ZERO, MultiSend.pack(List.of(inner)));
    }

    private static SafeCall call(String data) {
        return SafeCall.of(SAFE, Bytes.fromHex(data));
    }

    /// The packed calls of a batch's calldata.
    private static Bytes content(Bytes calldata) {
        var length = calldata.slice(36, 68).toUnsigned().intValueExact();
        return calldata.slice(68, 68 + length);
    }

    private static Bytes batch(Bytes content) {
        return Bytes.concat(
                Bytes.fromHex("0x8d80ff0a"),
                Bytes.fromHex("%064x".formatted(32)),
                Bytes.fromHex("%064x".formatted(content.length())),
                content,
                Bytes.zeros(-content.length() & 31));
    }

    private static Refusal refusal(Bytes calldata) {
        return switch (MultiSend.parse(V1_4_1, SAFE, calldata)) {
            case Decoding.Refused(var refusal) -> refusal;
            case Decoding.Decoded(var calls) -> throw new AssertionError("read as " + calls);
        };
    }

    private static Bytes hex(String text) {
        return Bytes.fromHex(text.replaceAll("\\s", ""));
    }
}
