package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;

/// Whose signatures stand in the calldata of an execution.
class ExecutionSignersTest {

    private static final Address SAFE = account(0x5afe);
    private static final Address ANA = account(0xa1);
    private static final Address BO = account(0xb1);
    private static final Address CLEO = account(0xc1);
    private static final Hash32 EXECUTED = Keccak.hash("executed");
    private static final EcdsaSignature ANAS = signature(1);
    private static final EcdsaSignature NOBODYS = signature(9);

    /// Signatures here are known by their number; over another hash they are somebody else's.
    private static final SignatureRecovery RECOVERY = (hash, signature) ->
            hash.equals(EXECUTED) ? Optional.ofNullable(Map.of(ANAS, ANA).get(signature)) : Optional.empty();

    private static Address account(long number) {
        return new Address(Word.of(number).slice(12, Word.LENGTH));
    }

    private static EcdsaSignature signature(long number) {
        return new EcdsaSignature(BigInteger.valueOf(number), BigInteger.valueOf(number), 27);
    }

    private static Bytes calldata(Bytes signatures) {
        var transaction = SafeTransaction.call(ANA, Bytes.fromHex("0xdeadbeef"), BigInteger.TEN);
        return ExecTransaction.encode(transaction, signatures);
    }

    private static Optional<Set<Address>> signers(SafeSignature... signatures) {
        var slots = new ArrayList<Bytes>();
        var parts = new ArrayList<Bytes>();
        var end = signatures.length * SafeSignature.LENGTH;
        for (var signature : signatures) {
            slots.add(signature.slot(end));
            parts.add(signature.part());
            end += signature.part().length();
        }
        slots.addAll(parts);
        return ExecutionSigners.of(calldata(Bytes.concat(slots.toArray(Bytes[]::new))), EXECUTED, RECOVERY);
    }

    @Test
    void ownersAreRecoveredOrNamed() {
        assertThat(signers(
                        new SafeSignature.Ecdsa(ANAS),
                        new SafeSignature.ApprovedHash(BO),
                        new SafeSignature.Contract(CLEO, Bytes.fromHex("0x1234"))))
                .hasValueSatisfying(owners -> assertThat(owners).containsExactlyInAnyOrder(ANA, BO, CLEO));
    }

    @Test
    void aSafeAsOwnerSignsByItselfWhoeverSignedForIt() {
        var inner = OwnerSignature.inOwnerOrder(List.of(new OwnerSignature(ANA, ANAS)));
        assertThat(signers(new SafeSignature.Contract(SAFE, inner)))
                .hasValueSatisfying(owners -> assertThat(owners).containsExactly(SAFE));
    }

    @Test
    void oneSignatureThatIsNobodysMakesAllOfThemUnreadable() {
        assertThat(signers(new SafeSignature.Ecdsa(NOBODYS), new SafeSignature.ApprovedHash(BO)))
                .isEmpty();
    }

    @Test
    void signaturesInAnotherOrderThanASafeTakesThemAreUnreadable() {
        assertThat(signers(new SafeSignature.ApprovedHash(BO), new SafeSignature.Ecdsa(ANAS)))
                .isEmpty();
        assertThat(signers(new SafeSignature.ApprovedHash(BO), new SafeSignature.ApprovedHash(BO)))
                .isEmpty();
    }

    @Test
    void calldataThatAreNotTheSafesOwnAreUnreadable() {
        var slot = new SafeSignature.ApprovedHash(BO).slot(0);
        var whole = calldata(slot);
        assertThat(ExecutionSigners.of(whole, EXECUTED, RECOVERY)).isPresent();
        assertThat(List.of(
                        Bytes.EMPTY,
                        Bytes.fromHex("0x8d80ff0a"),
                        whole.slice(0, whole.length() - 1),
                        Bytes.concat(whole, Bytes.fromHex("0x00")),
                        calldata(Bytes.EMPTY),
                        calldata(slot.slice(0, 64)),
                        calldata(Bytes.concat(slot.slice(0, 64), Bytes.fromHex("0x02")))))
                .allSatisfy(other -> assertThat(ExecutionSigners.of(other, EXECUTED, RECOVERY))
                        .isEmpty());
    }

    @Test
    void calldataThatAreTooLongAreNotRead() {
        var transaction = SafeTransaction.call(ANA, Bytes.of(new byte[ExecutionSigners.MOST_INPUT]), BigInteger.TEN);
        var calldata = ExecTransaction.encode(transaction, new SafeSignature.ApprovedHash(BO).slot(0));
        assertThat(ExecutionSigners.of(calldata, EXECUTED, RECOVERY)).isEmpty();
    }
}
