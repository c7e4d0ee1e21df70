package org.breakwater.core.review.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.review.call.ReviewedCall.Way;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;

class UnfoldingTest {

    private static final Address SAFE = address(1);
    private static final Address TOKEN = address(2);
    private static final Address PAYEE = address(3);
    private static final Address TIMELOCK = address(4);
    private static final Address CALL_ONLY = Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2");
    private static final Address CALL_ONLY_1_5_0 = Address.parse("0xA83c336B20401Af773B6219BA5027174338D1836");

    private static Address address(int number) {
        return Address.parse("0x%040x".formatted(BigInteger.valueOf(number).shiftLeft(100)));
    }

    private static Bytes calldata(String function, AbiValue... arguments) {
        return AbiEncoder.call(FunctionSignature.parse(function), arguments);
    }

    private static AbiValue account(Address address) {
        return new AbiValue.Account(address);
    }

    private static SafeCall transfer() {
        return SafeCall.of(TOKEN, calldata("transfer(address,uint256)", account(PAYEE), AbiValue.Whole.of(5)));
    }

    private static SafeCall batch(Address by, SafeCall... calls) {
        return new SafeCall(Operation.DELEGATE_CALL, by, BigInteger.ZERO, MultiSend.pack(List.of(calls)));
    }

    private static Unfolding.Unfolded unfold(SafeVersion version, SafeCall call) {
        return Unfolding.of(new SafeDomain(version, new ChainId(1), SAFE), call, _ -> Optional.empty());
    }

    private static ReviewedCall unfold(SafeCall call) {
        return unfold(SafeVersion.V1_4_1, call).call();
    }

    @Test
    void aTransferIsReadByItsSelectorAndSaysSo() {
        var call = unfold(transfer());

        assertThat(call.basis()).isEqualTo(Basis.BY_SELECTOR);
        assertThat(call.signature()).isEqualTo("transfer(address,uint256)");
    }

    @Test
    void aTransferThatRunsAsTheSafeIsForeignCodeWhateverItLooksLike() {
        var call = unfold(new SafeCall(
                Operation.DELEGATE_CALL, TOKEN, BigInteger.ZERO, transfer().data()));

        assertThat(call.reading()).isInstanceOf(CallReading.ForeignCode.class);
    }

    @Test
    void theCallsOfABatchAreTheSafes() {
        var call = unfold(batch(CALL_ONLY, transfer(), transfer()));

        assertThat(call.inner()).extracting(ReviewedCall::place).containsExactly("1.1", "1.2");
        assertThat(call.inner()).allMatch(inner -> inner.performer().equals(SAFE) && inner.way() == Way.BATCH);
    }

    @Test
    void theZeroAddressIsTheSafeForTheBatchOfOneFiveZeroAlone() {
        var call = new SafeCall(
                Operation.CALL, Address.ZERO, BigInteger.ZERO, calldata("enableModule(address)", account(PAYEE)));

        assertThat(unfold(batch(CALL_ONLY_1_5_0, call)).inner().getFirst().reading())
                .isEqualTo(new CallReading.ChangesSafe(SAFE, new SafeChange.EnableModule(PAYEE)));
        assertThat(unfold(batch(CALL_ONLY, call)).inner().getFirst().target()).isEqualTo(Address.ZERO);
    }

    @Test
    void aBatchOfATimelockIsUnfoldedAsItsOwnCalls() {
        var scheduled = calldata(
                "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)",
                new AbiValue.Items(List.of(account(TOKEN), account(PAYEE))),
                new AbiValue.Items(List.of(AbiValue.Whole.of(0), AbiValue.Whole.of(7))),
                new AbiValue.Items(List.of(new AbiValue.Binary(transfer().data()), new AbiValue.Binary(Bytes.EMPTY))),
                new AbiValue.Binary(Bytes.zeros(32)),
                new AbiValue.Binary(Bytes.zeros(32)),
                AbiValue.Whole.of(86_400));

        var call = unfold(SafeCall.of(TIMELOCK, scheduled));

        assertThat(call.inner()).extracting(ReviewedCall::performer).containsOnly(TIMELOCK);
        assertThat(call.inner().getFirst().signature()).isEqualTo("transfer(address,uint256)");
        assertThat(call.inner().getLast().reading()).isEqualTo(new CallReading.Payment(BigInteger.valueOf(7)));
    }

    @Test
    void compoundsTimelockPutsTheSelectorInFrontOfTheArguments() {
        var queued = calldata(
                "queueTransaction(address,uint256,string,bytes,uint256)",
                account(TOKEN),
                AbiValue.Whole.of(0),
                new AbiValue.Text("transferOwnership(address)"),
                new AbiValue.Binary(Word.of(PAYEE)),
                AbiValue.Whole.of(1));

        assertThat(unfold(SafeCall.of(TIMELOCK, queued)).inner().getFirst().signature())
                .isEqualTo("transferOwnership(address)");
    }

    @Test
    void calldataWithDirtyPaddingIsNotReadAndSaysWhere() {
        var bytes = transfer().data().toArray();
        bytes[5] = 1;

        var call = unfold(SafeCall.of(TOKEN, Bytes.of(bytes)));

        assertThat(call.flaw()).isPresent();
        assertThat(call.reading()).isInstanceOf(CallReading.Unreadable.class);
    }

    @Test
    void anUnknownSelectorIsNotGuessedAt() {
        var call = unfold(SafeCall.of(TOKEN, Bytes.fromHex("0x12345678")));

        assertThat(call.basis()).isEqualTo(Basis.NONE);
        assertThat(call.flaw()).isEmpty();
    }

    @Test
    void callsThatNestWithoutEndAreCutAndSaySo() {
        var call = transfer();
        for (int i = 0; i < 2 * Unfolding.MOST_DEPTH; i++) {
            call = SafeCall.of(
                    TIMELOCK, calldata("execute(address,bytes)", account(call.to()), new AbiValue.Binary(call.data())));
        }

        var unfolded = unfold(SafeVersion.V1_4_1, call);

        assertThat(unfolded.cut()).isTrue();
        assertThat(unfolded.call().all()).hasSizeLessThanOrEqualTo(Unfolding.MOST_CALLS);
    }

    @Test
    void aFunctionThatTheSafesVersionDoesNotHaveIsNoChangeOfIt() {
        var call = SafeCall.of(SAFE, calldata("setGuard(address)", account(PAYEE)));

        assertThat(unfold(SafeVersion.V1_1_1, call).call().reading()).isNotInstanceOf(CallReading.ChangesSafe.class);
        assertThat(unfold(SafeVersion.V1_4_1, call).call().reading()).isInstanceOf(CallReading.ChangesSafe.class);
    }
}
