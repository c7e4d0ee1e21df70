package org.breakwater.adapters.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.safe.SharedTransactionFiles;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTransactionTest {

    private static final EcdsaRecovery RECOVERY = new EcdsaRecovery();
    private static final SharedTransactionReader READER =
            new SharedTransactionReader(JsonText::parse, _ -> Council.OWNERS, RECOVERY);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAsTheSameAndWrittenToTheSameBytes() throws ProblemException {
        var shared = signed();

        var document = SharedTransactionFormat.document(shared);
        var text = SharedTransactionFormat.text(shared);

        assertThat(READER.read("a file", document)).isEqualTo(shared);
        assertThat(READER.pasted(text)).isEqualTo(shared);
        assertThat(SharedTransactionFormat.document(READER.pasted(text))).isEqualTo(document);
        assertThat(SharedTransactionFormat.text(READER.pasted(document))).isEqualTo(text);
    }

    @Test
    void aTextThatMailHasIndentedIsStillRead() throws ProblemException {
        var text = SharedTransactionFormat.text(signed()).replace("\n", " \r\n  ");

        assertThat(READER.pasted("\n " + text)).isEqualTo(signed());
    }

    @Test
    void theOrderInWhichPartsComeDoesNotMatterAndNothingIsEverLost() throws ProblemException {
        var random = new Random(5);
        var whole = signed();
        var parts = new ArrayList<SharedTransaction>();
        for (var signature : whole.signatures()) {
            parts.add(with(List.of(signature)));
        }
        for (var reason : whole.reasons()) {
            parts.add(SharedTransaction.unsigned(Council.subject()).because(reason));
        }
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(parts, random);
            var merged = SharedTransaction.unsigned(Council.subject());
            for (var part : parts) {
                var before = merged;
                merged = merged.merged(part);
                assertThat(merged.signatures()).containsAll(before.signatures());
                assertThat(merged.reasons()).containsAll(before.reasons());
            }
            assertThat(merged.merged(parts.getFirst())).isEqualTo(whole);
            assertThat(SharedTransactionFormat.document(merged)).isEqualTo(SharedTransactionFormat.document(whole));
        }
    }

    @Test
    void aSignatureReplacesAClaimOfTheSameOwnerAndNotTheReverse() throws ProblemException {
        var claimed = with(List.of(Council.approved(0)));
        var signed = with(List.of(Council.plain(0, Council.subject())));

        assertThat(claimed.merged(signed)).isEqualTo(signed);
        assertThat(signed.merged(claimed)).isEqualTo(signed);
        assertThat(claimed.claims()).hasSize(1);
        assertThat(signed.claims()).isEmpty();
    }

    @Test
    void twoTransactionsAreNotMerged() {
        var one = SharedTransaction.unsigned(Council.subject(1));
        var other = SharedTransaction.unsigned(Council.subject(2));

        assertThatThrownBy(() -> one.merged(other))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("These are two transactions");
    }

    @Test
    void theSameFieldsForAnotherSafeAreAnotherTransaction() {
        var here = Council.subject();
        var there = new SafeHashCase(
                new SafeDomain(SafeVersion.V1_4_1, BigInteger.ONE, Council.OWNERS.getFirst()), here.transaction());

        assertThatThrownBy(() -> SharedTransaction.unsigned(here).merged(SharedTransaction.unsigned(there)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aSignatureOverAnotherTransactionIsRefused() {
        assertThatThrownBy(() -> with(List.of(Council.plain(0, Council.subject(72)))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was not made by it over");
    }

    @Test
    void aStrangersSignatureIsRefused() {
        var owners = Council.OWNERS.subList(1, 5);
        var signature = Council.plain(0, Council.subject());

        assertThatThrownBy(() -> SharedTransaction.unsigned(Council.subject()).signed(signature, owners, RECOVERY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is no owner of the Safe");
    }

    @Test
    void aFileSaysWhatItsSafeIsAndIsRefusedWhereTheChainSaysOtherwise() throws ProblemException {
        var document = SharedTransactionFormat.document(signed());
        var strict = new SharedTransactionReader(
                JsonText::parse,
                safe -> {
                    throw new ProblemException(Problem.of("No such Safe: " + safe.version() + ".", ""));
                },
                RECOVERY);

        assertThatThrownBy(() -> strict.read("a file", document))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No such Safe: 1.4.1");
    }

    /// What Bybit's signers signed and what they were shown: tayvano/lazarus-bluenoroff-research.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0xd0afef78a52fd504479dc2af3dc401334762cbd05609c7ac18db9ec5abf4a07a"
                        + "5cc09fc86efd3489707b89b0c729faed616459189cb50084f208d03b201b001f1f",
                "0x0f62ad358d6b319d3c1221d44456080068fe02ae5b1a39b4afb1e6721ca7f990"
                        + "3ac523a801533f265231cd35fc2dfddc3bd9a9563b51315cf9d5ff23dc6d2c221f",
                "0xdf9e4b878877a8dbeee951a4a31ddbf1d3b71e127d5eda44b4730030114baba5"
                        + "2e06dd23da37cd2a07a6e84f9950db867374a0f77558f42adf4409bfd569673c1f"
            })
    void bybitsSignaturesGoWithWhatTheySignedAndNotWithWhatTheySaw(String blob) throws ProblemException {
        var owners = List.of(
                Address.parse("0x1F4EB0a903619ac168b19A82F1a6e2e426522211"),
                Address.parse("0x3Cc3A225769900e003E264dd4CB43E90896BC21A"),
                Address.parse("0xe3dF2cCEAc61B1aFA311372ecC5B40A3A6585a9E"));
        var signed = bybit(
                "0x96221423681A6d52E184D440a8eFCEbB105C7242",
                "0",
                "0xa9059cbb000000000000000000000000bdd077f651ebe7f7b3ce16fe5f2b025be2969516"
                        + "0000000000000000000000000000000000000000000000000000000000000000",
                Operation.DELEGATE_CALL,
                45_746);
        var shown = bybit(
                "0x88a1493366D48225fc3cEFbdae9eBb23E323Ade3", "30000000000000000000000", "0x", Operation.CALL, 45_745);
        var read = (Decoding.Decoded<SignatureBlob>) SignatureBlob.parse(Bytes.parse(blob));
        var signature = OwnerSignature.recovered(
                        read.value().signatures().getFirst(), signed.hash().hash(), RECOVERY)
                .orElseThrow();

        assertThat(SharedTransaction.unsigned(signed)
                        .signed(signature, owners, RECOVERY)
                        .signatures())
                .hasSize(1);
        assertThatThrownBy(() -> SharedTransaction.unsigned(shown).signed(signature, owners, RECOVERY))
                .isInstanceOf(ProblemException.class);
    }

    private static SafeHashCase bybit(String to, String value, String data, Operation operation, long gas) {
        return new SafeHashCase(
                new SafeDomain(
                        SafeVersion.V1_1_1,
                        BigInteger.ONE,
                        Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4")),
                new SafeTransaction(
                        Address.parse(to),
                        new BigInteger(value),
                        Bytes.parse(data),
                        operation,
                        BigInteger.valueOf(gas),
                        BigInteger.ZERO,
                        BigInteger.ZERO,
                        Address.ZERO,
                        Address.ZERO,
                        BigInteger.valueOf(71)));
    }

    @Test
    void aFileOnlyGrows() throws Exception {
        var files = new SharedTransactionFiles(READER);
        var file = folder.resolve("transaction.json");
        var subject = Council.subject();
        files.write(file, with(List.of(Council.plain(0, subject))));

        files.add(file, with(List.of(Council.prefixed(1, subject))));

        assertThat(files.read(file).signatures()).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u202eb", "a\u0000b", "a\rb"})
    void aReasonHoldsNothingThatCannotBeSeen(String words) {
        assertThatThrownBy(() -> new Reason("ana", words)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SharedTransaction with(List<OwnerSignature> signatures) throws ProblemException {
        var shared = SharedTransaction.unsigned(Council.subject());
        for (var signature : signatures) {
            shared = shared.signed(signature, Council.OWNERS, RECOVERY);
        }
        return shared;
    }

    static SharedTransaction signed() throws ProblemException {
        return with(Council.signatures(Council.subject()))
                .because(new Reason("Ana", "The bridge pool is too large.\nSee the note of 12 March: “cap”."))
                .because(new Reason("Bo", "Agreed."));
    }
}
