package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.decoding.Refusal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SignatureBlob.Oddity;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignatureBlobTest {

    private static final Address ONE = address("01");
    private static final Address TWO = address("02");
    private static final Address THREE = address("03");

    private static final EcdsaSignature EOA = new EcdsaSignature(
            new BigInteger("bde0b9f486b1960454e326375d0b1680243e031fd4fb3f070d9a3ef9871ccfd5", 16),
            new BigInteger("7d1a653cffb6321f889169f08e548684e005f2b0c3a6c06fba4c4a68f5e00624", 16),
            28);

    /// The three slots of the example in Safe's documentation, `docs/signatures.md`.
    private static final String DOCUMENTED_SLOTS = "0x"
            + "0".repeat(63) + "1" + "0".repeat(62) + "c3" + "00"
            + "0".repeat(63) + "2" + "0".repeat(64) + "01"
            + "bde0b9f486b1960454e326375d0b1680243e031fd4fb3f070d9a3ef9871ccfd5"
            + "7d1a653cffb6321f889169f08e548684e005f2b0c3a6c06fba4c4a68f5e00624" + "1c";

    private static final List<SafeSignature> DOCUMENTED = List.of(
            new SafeSignature.Contract(ONE, Bytes.fromHex("0".repeat(56) + "deadbeef")),
            new SafeSignature.ApprovedHash(TWO),
            new SafeSignature.Ecdsa(EOA));

    @Test
    void ownersStandInAscendingOrderAndContractsPartsBehindThem() {
        var blob = OwnerSignature.inOwnerOrder(List.of(
                new OwnerSignature(THREE, EOA),
                new OwnerSignature(TWO, DOCUMENTED.get(1)),
                new OwnerSignature(ONE, DOCUMENTED.get(0))));

        assertThat(blob).hasToString(DOCUMENTED_SLOTS + "0".repeat(62) + "20" + "0".repeat(56) + "deadbeef");
    }

    @Test
    void readsWhatItWrites() throws ProblemException {
        var blob = Bytes.fromHex(DOCUMENTED_SLOTS + "0".repeat(62) + "20" + "0".repeat(56) + "deadbeef");

        var read = SignatureBlob.parse(blob).required();

        assertThat(read.signatures()).isEqualTo(DOCUMENTED);
        assertThat(read.oddities()).isEmpty();
    }

    /// Its length says 8 bytes and it has 32; the Safe would hand 8 zeros to the contract.
    @Test
    void theExampleOfTheDocumentationSaysAnotherLengthThanItHas() {
        var blob = Bytes.fromHex(DOCUMENTED_SLOTS + "0".repeat(63) + "8" + "0".repeat(56) + "deadbeef");

        assertThat(refusal(blob))
                .isEqualTo(new Refusal(
                        Flaw.LEFT_OVER, "the signatures", 3 * 65 + 32 + 8, "bytes follow the last signature"));
    }

    /// safe-eth-py, `test_parse_signature`
    @Test
    void anApprovedHashAndASignatureAreTwo() throws ProblemException {
        var blob = Bytes.fromHex("0x00000000000000000000000005c85ab5b09eb8a55020d72daf6091e04e264af9" + "0".repeat(64)
                + "01"
                + "5dccf9f1375cee56331a67867a0b05a828894c2b76dee84546ec663997d75482"
                + "57cb2d606087ee7590b966e958d97a65528ae941a0f7e5050949f618629509c8"
                + "1b");

        assertThat(SignatureBlob.parse(blob).required().signatures())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(new SafeSignature.ApprovedHash(
                                        Address.parse("0x05c85Ab5B09Eb8A55020d72daf6091E04e264af9"))),
                        second -> assertThat(second).isInstanceOf(SafeSignature.Ecdsa.class));
    }

    /// safe-eth-py, `test_parse_signature_with_trailing_zeroes`
    @Test
    void zerosBehindTheEndAreToldAndIgnored() throws ProblemException {
        var blob = Bytes.fromHex("0x9173a0b0895c28cdc82729f0a66e3645820a2e395cadad588463ab483e42b3df"
                + "6e8b05d258e58c52551360e032733b507f731001cce6b5391b7750439c8cffc0"
                + "20"
                + "000000000000000000000000dc5299b629ef24fdecfbb240c00fc79fabb9cf97"
                + "0".repeat(64)
                + "01"
                + "0".repeat(60));

        var read = SignatureBlob.parse(blob).required();

        assertThat(read.signatures())
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(SafeSignature.EthSign.class),
                        second -> assertThat(second).isInstanceOf(SafeSignature.ApprovedHash.class));
        assertThat(read.oddities()).containsExactly(Oddity.TRAILING_ZEROS);
    }

    /// safe-eth-py, `test_approved_hash_signature`: executed on Rinkeby
    @Test
    void dirtBeforeAnApproverIsToldAndIgnored() throws ProblemException {
        var blob = Bytes.fromHex(
                "0x0000000000000000000000ffdc5299b629ef24fdecfbb240c00fc79fabb9cf97" + "0".repeat(64) + "01");

        var read = SignatureBlob.parse(blob).required();

        assertThat(read.signatures())
                .containsExactly(
                        new SafeSignature.ApprovedHash(Address.parse("0xdC5299b629Ef24fDECfBb240C00Fc79FAbB9cf97")));
        assertThat(read.oddities()).containsExactly(Oddity.DIRTY_OWNER);
    }

    @Test
    void noSignatureAtAllIsAnEmptyBlob() throws ProblemException {
        assertThat(SignatureBlob.parse(Bytes.EMPTY).required().signatures()).isEmpty();
    }

    @Test
    void anOwnerSignsOnce() {
        var twice = List.of(new OwnerSignature(ONE, EOA), new OwnerSignature(ONE, DOCUMENTED.get(0)));

        assertThatThrownBy(() -> OwnerSignature.inOwnerOrder(twice)).hasMessageContaining("once");
    }

    @Test
    void aSignatureBelongsToTheOwnerThatItNames() {
        assertThatThrownBy(() -> new OwnerSignature(TWO, DOCUMENTED.get(0))).hasMessageContaining("names");
    }

    @Test
    void refusesP256WhichNoPublishedSafeKnows() {
        assertThat(refusal(slot("01", "02", 2)).flaw()).isEqualTo(Flaw.OTHER_KIND);
    }

    @Test
    void refusesKindsThatDoNotExist() {
        for (var kind : List.of(3, 26, 29, 30, 33, 255)) {
            assertThat(refusal(slot("01", "02", kind)))
                    .extracting(Refusal::flaw, Refusal::offset)
                    .containsExactly(Flaw.OUT_OF_RANGE, 64);
        }
    }

    @Test
    void refusesNumbersThatAreNoSignatureOfAnyone() {
        var order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
        for (var blob :
                List.of(slot("00", "01", 27), slot("01", "00", 28), slot(order, "01", 31), slot("01", order, 32))) {
            assertThat(refusal(blob).flaw()).isEqualTo(Flaw.OUT_OF_RANGE);
        }
    }

    @Test
    void refusesABlobThatEndsWithinASignature() {
        assertThat(refusal(slot("01", "02", 27).slice(0, 64)).flaw()).isEqualTo(Flaw.CUT_SHORT);
        assertThat(refusal(Bytes.concat(slot("01", "02", 27), Bytes.fromHex("0x01")))
                        .flaw())
                .isEqualTo(Flaw.CUT_SHORT);
    }

    @Test
    void refusesAContractsPartThatIsElsewhere() {
        var part = Bytes.concat(word(2), Bytes.fromHex("0xaaaa"));
        var behind = Bytes.concat(slot("01", "41", 0), part);

        assertThat(SignatureBlob.parse(behind)).isInstanceOf(Decoding.Decoded.class);
        assertThat(refusal(Bytes.concat(slot("01", "00", 0), part)).flaw())
                .as("within itself")
                .isEqualTo(Flaw.MISPLACED);
        assertThat(refusal(Bytes.concat(slot("01", "42", 0), Bytes.zeros(1), part))
                        .flaw())
                .as("after a gap")
                .isEqualTo(Flaw.MISPLACED);
        assertThat(refusal(Bytes.concat(slot("01", "82", 0), slot("02", "82", 0), part))
                        .flaw())
                .as("shared")
                .isEqualTo(Flaw.MISPLACED);
        assertThat(refusal(slot("01", "f".repeat(64), 0)).flaw()).as("far away").isEqualTo(Flaw.TOO_LARGE);
        assertThat(refusal(Bytes.concat(slot("01", "41", 0), word(3), Bytes.fromHex("0xaaaa")))
                        .flaw())
                .as("cut")
                .isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void refusesAnotherSignatureBehindAContractsPart() {
        var blob = Bytes.concat(slot("01", "41", 0), word(0), slot("02", "00", 1));

        assertThat(refusal(blob).flaw()).isEqualTo(Flaw.LEFT_OVER);
    }

    @Test
    void refusesABlobThatIsTooLong() {
        assertThat(refusal(Bytes.zeros(SignatureBlob.MOST_BYTES + 1)).flaw()).isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void ascendingOrderIsStrict() {
        assertThat(SignatureBlob.isAscending(List.of(ONE, TWO, THREE))).isTrue();
        assertThat(SignatureBlob.isAscending(List.of(ONE, THREE, TWO))).isFalse();
        assertThat(SignatureBlob.isAscending(List.of(ONE, ONE))).isFalse();
    }

    @Test
    void whatIsReadFromHostileBytesIsWrittenAsTheSameBytes() {
        fuzz(1, 10_000);
    }

    @Test
    @Tag("deep")
    void whatIsReadFromAMillionHostileBlobsIsWrittenAsTheSameBytes() {
        fuzz(2, 1_000_000);
    }

    private static void fuzz(long seed, int count) {
        var random = new Random(seed);
        var mutations = new Mutations(random);
        for (int i = 0; i < count; i++) {
            var mutated = mutations.of(OwnerSignature.inOwnerOrder(drawn(random)));
            if (SignatureBlob.parse(mutated) instanceof Decoding.Decoded(var read)
                    && !read.oddities().contains(Oddity.DIRTY_OWNER)
                    && !read.oddities().contains(Oddity.UNUSED_WORD)) {
                assertThat(mutated.startsWith(written(read)))
                        .as(mutated.toString())
                        .isTrue();
            }
        }
    }

    private static List<OwnerSignature> drawn(Random random) {
        var kinds = new ArrayList<>(List.of(
                new OwnerSignature(ONE, new SafeSignature.Contract(ONE, Bytes.zeros(random.nextInt(100)))),
                new OwnerSignature(TWO, new SafeSignature.ApprovedHash(TWO)),
                new OwnerSignature(THREE, EOA),
                new OwnerSignature(address("04"), new SafeSignature.EthSign(EOA)),
                new OwnerSignature(address("05"), new SafeSignature.Contract(address("05"), Bytes.zeros(65)))));
        Collections.shuffle(kinds, random);
        return kinds.subList(0, random.nextInt(kinds.size() + 1));
    }

    /// The signatures in the order in which they were read, which may not be their owners'.
    private static Bytes written(SignatureBlob read) {
        var end = read.signatures().size() * SafeSignature.LENGTH;
        var slots = new ArrayList<Bytes>();
        var parts = new ArrayList<Bytes>();
        for (var signature : read.signatures()) {
            slots.add(signature.slot(end));
            parts.add(signature.part());
            end += signature.part().length();
        }
        slots.addAll(parts);
        return Bytes.concat(slots.toArray(Bytes[]::new));
    }

    private static Refusal refusal(Bytes blob) {
        return switch (SignatureBlob.parse(blob)) {
            case Decoding.Refused(var refusal) -> refusal;
            case Decoding.Decoded(var read) -> throw new AssertionError("read as " + read);
        };
    }

    private static Bytes slot(String first, String second, int kind) {
        return Bytes.fromHex("0".repeat(64 - first.length())
                + first
                + "0".repeat(64 - second.length())
                + second
                + "%02x".formatted(kind));
    }

    private static Bytes word(int number) {
        return Bytes.fromHex("%064x".formatted(number));
    }

    private static Address address(String end) {
        return Address.parse("0x" + "0".repeat(38) + end);
    }
}
