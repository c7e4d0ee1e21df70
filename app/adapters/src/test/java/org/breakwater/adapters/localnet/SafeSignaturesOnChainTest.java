package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHash;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.Credentials;

/// Every kind of signature before the published contracts on a real node.
class SafeSignaturesOnChainTest {

    private static final List<Credentials> PEOPLE = SafeLaboratory.people();
    private static final Credentials PLAIN = PEOPLE.get(1);
    private static final Credentials PREFIXED = PEOPLE.get(2);
    private static final Credentials APPROVER = PEOPLE.get(3);
    private static final Credentials OWNER_OF_OWNER = PEOPLE.get(4);
    private static final Credentials STRANGER = PEOPLE.get(5);
    private static final EcdsaRecovery RECOVERY = new EcdsaRecovery();

    private static final FunctionSignature CHECK =
            FunctionSignature.parse("checkSignatures(bytes32 dataHash,bytes data,bytes signatures)");
    private static final FunctionSignature CHECK_1_5_0 =
            FunctionSignature.parse("checkSignatures(address executor,bytes32 dataHash,bytes signatures)");

    private static SafeLaboratory laboratory;

    @BeforeAll
    static void open() throws ProblemException {
        laboratory = SafeLaboratory.open();
    }

    @AfterAll
    static void close() {
        laboratory.close();
    }

    static Stream<SafeVersion> versions() {
        return SafeLaboratory.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyKindOfSignatureThatWeMakeIsAccepted(SafeVersion version) throws ProblemException {
        var nested = laboratory.create(version, 1, List.of(address(OWNER_OF_OWNER)));
        var council = new Council(version, Optional.of(nested));
        var signatures = new ArrayList<>(council.signatures());
        signatures.add(nestedSignature(nested, council.safe.version(), council.hash));
        var blob = OwnerSignature.inOwnerOrder(signatures);

        assertThat(laboratory.executes(council.safe, council.transaction, blob)).isTrue();
        assertChecked(council, blob);
        assertThat(SignatureBlob.parse(blob).required().signatures())
                .containsExactlyInAnyOrderElementsOf(
                        signatures.stream().map(OwnerSignature::signature).toList());
    }

    /// The contracts' own view of signatures, where there is one.
    private static void assertChecked(Council council, Bytes blob) {
        var hash = new AbiValue.Binary(council.hash.hash().bytes());
        var signatures = new AbiValue.Binary(blob);
        var answer = switch (council.safe.version()) {
            case V1_3_0, V1_4_0, V1_4_1 ->
                laboratory.ask(
                        council.safe.safe(), CHECK, hash, new AbiValue.Binary(council.hash.preimage()), signatures);
            case V1_5_0 ->
                laboratory.ask(council.safe.safe(), CHECK_1_5_0, new AbiValue.Account(Address.ZERO), hash, signatures);
            case V0_1_0, V1_0_0, V1_1_0, V1_1_1, V1_2_0 -> Optional.of(Bytes.EMPTY);
        };
        assertThat(answer).isPresent();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void malformedSignaturesAreRefusedByUsAndByTheChain(SafeVersion version) throws ProblemException {
        var council = new Council(version, Optional.empty());
        var signatures =
                council.signatures().stream().map(OwnerSignature::signature).toList();
        var slots = signatures.stream().map(signature -> signature.slot(0)).toList();
        assertBothSay(true, council, concat(slots));

        assertBothSay(false, council, concat(slots.reversed()));
        assertBothSay(false, council, concat(List.of(slots.get(0), slots.get(0), slots.get(0))));
        assertBothSay(false, council, concat(slots.subList(0, slots.size() - 1)));
        assertBothSay(false, council, Bytes.EMPTY);
        assertBothSay(false, council, concat(slots).slice(0, slots.size() * 65 - 1));
        for (int i = 0; i < slots.size(); i++) {
            for (var kind : List.of(0, 2, 3, 26, 29, 30, 33, 255)) {
                assertBothSay(false, council, concat(replaced(slots, i, kind(slots.get(i), kind))));
            }
        }
        for (var signature : council.signatures()) {
            if (!(signature.signature() instanceof SafeSignature.ApprovedHash)) {
                var index = council.signatures().indexOf(signature);
                assertBothSay(false, council, concat(replaced(slots, index, flipped(slots.get(index)))));
                assertBothSay(false, council, concat(replaced(slots, index, zeroed(slots.get(index)))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aStrangersSignatureAndOneOverAnotherHashAreRefused(SafeVersion version) throws ProblemException {
        var council = new Council(version, Optional.empty());
        var other = SafeTxHash.of(council.safe, SafeTransaction.rejection(council.safe.safe(), BigInteger.TEN));
        var withStranger = council.signatures().stream()
                .map(signature -> signature.owner().equals(address(PLAIN)) ? sign(STRANGER, council.hash) : signature)
                .toList();
        var overAnother = council.signatures().stream()
                .map(signature -> signature.owner().equals(address(PLAIN)) ? sign(PLAIN, other) : signature)
                .toList();

        assertBothSay(false, council, OwnerSignature.inOwnerOrder(withStranger));
        assertBothSay(false, council, OwnerSignature.inOwnerOrder(overAnother));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatWeTakeForValidTheChainExecutes(SafeVersion version) throws ProblemException {
        mutate(version, 200);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("versions")
    void whatWeTakeForValidTheChainExecutesInTenThousandBlobs(SafeVersion version) throws ProblemException {
        mutate(version, 10_000);
    }

    private static void mutate(SafeVersion version, int count) throws ProblemException {
        var council = new Council(version, Optional.empty());
        var blob = OwnerSignature.inOwnerOrder(council.signatures());
        var mutations = new Mutations(new Random(version.toString().hashCode()));
        var valid = 0;
        for (int i = 0; i < count; i++) {
            var mutated = mutations.of(blob);
            if (council.takesForValid(mutated)) {
                assertThat(laboratory.executes(council.safe, council.transaction, mutated))
                        .as(mutated.toString())
                        .isTrue();
                valid++;
            }
        }
        assertThat(valid).isBetween(1, count - 1);
    }

    static Stream<Arguments> pairs() {
        return versions().flatMap(parent -> versions().map(owner -> Arguments.of(parent, owner)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSafeSignsForAnotherWhereTheirVersionsUnderstandEachOther(SafeVersion parent, SafeVersion owner)
            throws ProblemException {
        var nested = laboratory.create(owner, 1, List.of(address(OWNER_OF_OWNER)));
        var safe = laboratory.create(parent, 1, List.of(nested.safe()));
        var transaction = SafeTransaction.call(address(STRANGER), Bytes.EMPTY, BigInteger.ZERO);
        var hash = SafeTxHash.of(safe, transaction);

        if (understand(parent, owner)) {
            assertThat(laboratory.executes(
                            safe,
                            transaction,
                            OwnerSignature.inOwnerOrder(List.of(nestedSignature(nested, parent, hash)))))
                    .isTrue();
        } else {
            assertThatThrownBy(() -> NestedOwner.messageHash(nested, parent, hash))
                    .isInstanceOf(ProblemException.class);
            for (var message : List.of(hash.preimage(), hash.hash().bytes())) {
                var signature = contractSignature(nested, SafeMessageHash.of(nested, message));
                assertThat(laboratory.executes(safe, transaction, OwnerSignature.inOwnerOrder(List.of(signature))))
                        .isFalse();
            }
        }
    }

    private static boolean understand(SafeVersion parent, SafeVersion owner) {
        return parent == SafeVersion.V1_5_0 ? owner.isAtLeast(SafeVersion.V1_3_0) : owner != SafeVersion.V1_5_0;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSafeApprovesForAnotherOfAnyVersion(SafeVersion parent, SafeVersion owner) throws ProblemException {
        var nested = laboratory.create(owner, 1, List.of(address(OWNER_OF_OWNER)));
        var safe = laboratory.create(parent, 1, List.of(nested.safe()));
        var transaction = SafeTransaction.call(address(STRANGER), Bytes.EMPTY, BigInteger.ZERO);
        var hash = SafeTxHash.of(safe, transaction);
        var approval = NestedOwner.approval(safe.safe(), hash.hash(), BigInteger.ZERO);
        var approved = OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(nested.safe(), new SafeSignature.ApprovedHash(nested.safe()))));

        assertThat(laboratory.executes(safe, transaction, approved)).isFalse();
        laboratory.execute(
                nested,
                approval,
                OwnerSignature.inOwnerOrder(List.of(sign(OWNER_OF_OWNER, SafeTxHash.of(nested, approval)))));
        assertThat(laboratory.executes(safe, transaction, approved)).isTrue();
    }

    private static OwnerSignature nestedSignature(SafeDomain nested, SafeVersion parent, SafeHash hash)
            throws ProblemException {
        return contractSignature(nested, NestedOwner.messageHash(nested, parent, hash));
    }

    private static OwnerSignature contractSignature(SafeDomain nested, SafeHash message) {
        return NestedOwner.signature(
                nested.safe(), OwnerSignature.inOwnerOrder(List.of(sign(OWNER_OF_OWNER, message))));
    }

    private static OwnerSignature sign(Credentials person, SafeHash hash) {
        return new OwnerSignature(address(person), new KeySigner(person).sign(hash.hash()));
    }

    private static Address address(Credentials person) {
        return SafeLaboratory.address(person);
    }

    private static void assertBothSay(boolean valid, Council council, Bytes blob) {
        assertThat(council.takesForValid(blob)).as("ours about " + blob).isEqualTo(valid);
        assertThat(laboratory.executes(council.safe, council.transaction, blob))
                .as("the chain's about " + blob)
                .isEqualTo(valid);
    }

    private static List<Bytes> replaced(List<Bytes> slots, int index, Bytes slot) {
        var replaced = new ArrayList<>(slots);
        replaced.set(index, slot);
        return replaced;
    }

    private static Bytes kind(Bytes slot, int kind) {
        return Bytes.concat(slot.slice(0, 64), Bytes.of(new byte[] {(byte) kind}));
    }

    private static Bytes flipped(Bytes slot) {
        var bytes = slot.toArray();
        bytes[40] ^= 1;
        return Bytes.of(bytes);
    }

    private static Bytes zeroed(Bytes slot) {
        return Bytes.concat(Word.of(0), slot.slice(32, 65));
    }

    private static Bytes concat(Collection<Bytes> parts) {
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }

    /// A Safe all of whose owners must sign, each in another way, and a transaction for them.
    private static final class Council {

        private final SafeDomain safe;
        private final List<Address> owners;
        private final SafeTransaction transaction;
        private final SafeTxHash hash;

        Council(SafeVersion version, Optional<SafeDomain> nested) throws ProblemException {
            owners = new ArrayList<>(List.of(address(PLAIN), address(APPROVER)));
            if (version.knowsEthSign()) {
                owners.add(address(PREFIXED));
            }
            nested.map(SafeDomain::safe).ifPresent(owners::add);
            safe = laboratory.create(version, owners.size(), owners);
            transaction = SafeTransaction.call(address(STRANGER), Bytes.EMPTY, BigInteger.ZERO);
            hash = SafeTxHash.of(safe, transaction);
            var approval = NestedOwner.approval(safe.safe(), hash.hash(), BigInteger.ZERO);
            laboratory.send(APPROVER, approval.inner());
        }

        /// Of all owners but the nested Safe, in ascending order.
        List<OwnerSignature> signatures() {
            var signatures = new ArrayList<OwnerSignature>();
            signatures.add(sign(PLAIN, hash));
            signatures.add(new OwnerSignature(address(APPROVER), new SafeSignature.ApprovedHash(address(APPROVER))));
            if (safe.version().knowsEthSign()) {
                var prefixed = new KeySigner(PREFIXED)
                        .sign(PersonalMessage.hash(hash.hash().bytes()));
                signatures.add(new OwnerSignature(address(PREFIXED), new SafeSignature.EthSign(prefixed)));
            }
            signatures.sort((one, other) -> one.owner().compareTo(other.owner()));
            return signatures;
        }

        /// Our judgement of a blob without contracts' signatures, as the contracts judge: the first signatures
        /// count.
        boolean takesForValid(Bytes blob) {
            if (!(SignatureBlob.parse(blob) instanceof Decoding.Decoded(var read))) {
                return false;
            }
            var counted = read.signatures().stream().limit(owners.size()).toList();
            var signers = counted.stream()
                    .filter(signature -> signature.isKnownTo(safe.version()))
                    .map(this::signer)
                    .flatMap(Optional::stream)
                    .toList();
            return signers.size() == owners.size() && owners.containsAll(signers) && SignatureBlob.isAscending(signers);
        }

        private Optional<Address> signer(SafeSignature signature) {
            return switch (signature) {
                case SafeSignature.Contract _ -> Optional.empty();
                case SafeSignature.ApprovedHash(var owner) ->
                    owner.equals(address(APPROVER)) ? Optional.of(owner) : Optional.empty();
                case SafeSignature.Ecdsa _, SafeSignature.EthSign _ -> signature.owner(hash(), RECOVERY);
            };
        }

        private Hash32 hash() {
            return hash.hash();
        }
    }
}
