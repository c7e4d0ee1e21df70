package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.BatchedCall;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the published MultiSend contracts do with batches, beside what we read in them.
class MultiSendOnChainTest {

    private static final Address MODULE = Address.parse("0x5afe8f36504462aa6a7467372f9a41665820a14f");
    private static final FunctionSignature IS_ENABLED = FunctionSignature.parse("isModuleEnabled(address)");
    private static final FunctionSignature IS_OWNER = FunctionSignature.parse("isOwner(address)");
    private static final int MULTI_SEND = 4;

    private static SafeLaboratory laboratory;

    @BeforeAll
    static void open() throws ProblemException {
        laboratory = SafeLaboratory.open();
    }

    @AfterAll
    static void close() {
        laboratory.close();
    }

    @ParameterizedTest
    @EnumSource(SafeRelease.class)
    void aCallToZeroGoesWhereWeSayThatItGoes(SafeRelease release) throws ProblemException {
        var safe = safe(release);
        var enable = SafeCall.of(Address.ZERO, new SafeChange.EnableModule(MODULE).calldata());
        var batch = MultiSend.pack(List.of(enable));

        var target = MultiSend.parse(multiSend(release), safe.safe(), batch)
                .required()
                .getFirst()
                .target();
        execute(safe, release, batch);

        assertThat(isTrue(safe, IS_ENABLED, MODULE)).isEqualTo(target.equals(safe.safe()));
    }

    @ParameterizedTest
    @EnumSource(SafeRelease.class)
    void aBatchInABatchDoesWhatItsLeavesSay(SafeRelease release) throws ProblemException {
        var safe = safe(release);
        var newOwner = SafeLaboratory.address(SafeLaboratory.people().get(7));
        var add = SafeCall.of(safe.safe(), new SafeChange.AddOwner(newOwner, BigInteger.ONE).calldata());
        var inner = new SafeCall(
                Operation.DELEGATE_CALL, multiSend(release), BigInteger.ZERO, MultiSend.pack(List.of(add)));
        var batch = MultiSend.pack(List.of(inner));

        var leaves = MultiSend.parse(multiSend(release), safe.safe(), batch).required().stream()
                .flatMap(BatchedCall::leaves)
                .map(BatchedCall::call)
                .toList();
        execute(safe, release, batch);

        assertThat(leaves).containsExactly(add);
        assertThat(isTrue(safe, IS_OWNER, newOwner)).isTrue();
    }

    /// Why a batch is read to its exact end: the contract executes an entry that is cut, with zeros for what is
    /// missing.
    @Test
    void aCutEntryIsExecutedByTheContractAndRefusedByUs() throws ProblemException {
        var safe = safe(SafeRelease.V1_4_1);
        var guard = SafeCall.of(safe.safe(), new SafeChange.SetGuard(Address.ZERO).calldata());
        var whole = MultiSend.pack(List.of(guard));
        var content = whole.slice(68, 68 + 85 + 36);
        var cut = batch(content.slice(0, content.length() - 20));

        assertThat(MultiSend.parse(multiSend(SafeRelease.V1_4_1), safe.safe(), cut))
                .isInstanceOf(Decoding.Refused.class);
        assertThat(laboratory.executes(
                        safe,
                        transaction(SafeRelease.V1_4_1, cut),
                        signatures(safe, transaction(SafeRelease.V1_4_1, cut))))
                .isTrue();
    }

    private static Bytes batch(Bytes content) {
        return AbiEncoder.call(FunctionSignature.parse("multiSend(bytes)"), new AbiValue.Binary(content));
    }

    private static Address multiSend(SafeRelease release) {
        return release.contracts().get(MULTI_SEND).address();
    }

    private static SafeDomain safe(SafeRelease release) throws ProblemException {
        return laboratory.create(
                SafeVersion.parse(release.version()),
                1,
                List.of(SafeLaboratory.address(SafeLaboratory.people().getFirst())));
    }

    private static void execute(SafeDomain safe, SafeRelease release, Bytes batch) throws ProblemException {
        var transaction = transaction(release, batch);
        laboratory.execute(safe, transaction, signatures(safe, transaction));
    }

    private static SafeTransaction transaction(SafeRelease release, Bytes batch) {
        return SafeTransaction.of(
                new SafeCall(Operation.DELEGATE_CALL, multiSend(release), BigInteger.ZERO, batch), BigInteger.ZERO);
    }

    private static Bytes signatures(SafeDomain safe, SafeTransaction transaction) {
        var signer = new KeySigner(SafeLaboratory.people().getFirst());
        return OwnerSignature.inOwnerOrder(List.of(signer.sign(SafeTxHash.of(safe, transaction))));
    }

    private static boolean isTrue(SafeDomain safe, FunctionSignature function, Address argument) {
        return laboratory
                        .ask(safe.safe(), function, new AbiValue.Account(argument))
                        .orElseThrow()
                        .toUnsigned()
                        .signum()
                != 0;
    }
}
