package org.breakwater.adapters.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.safe.SharedTransactionFiles;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeyDevice;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.signing.KnownOwners;
import org.breakwater.core.signing.MadeSignature;
import org.breakwater.core.signing.MessageRequest;
import org.breakwater.core.signing.SignMessage;
import org.breakwater.core.signing.SignTransaction;
import org.breakwater.core.signing.Signable;
import org.breakwater.core.signing.SignatureRequest;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;

/// Whatever a device gives back: only its signature over our hash passes, and that is written down first.
class SigningTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeySigner OWNER = new KeySigner(Credentials.create("1".repeat(64)));
    private static final KeySigner OTHER = new KeySigner(Credentials.create("2".repeat(64)));

    @TempDir
    private Path folder;

    private SqliteSigningJournal journal;

    @BeforeEach
    void open() throws ProblemException {
        journal = SqliteSigningJournal.open(folder.resolve("signing.db"), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aSignatureIsWrittenDownBeforeItIsHandedOn() throws ProblemException {
        var subject = Subjects.plain(7);

        var signature = signing().sign(new SignatureRequest.OfTransaction(subject), new KeyDevice(OWNER));
        reopen();

        assertThat(signature.isOver(subject.hash().hash(), new EcdsaRecovery())).isTrue();
        assertThat(journal.all())
                .containsExactly(new MadeSignature(
                        subject.domain().chainId(),
                        Subjects.SAFE,
                        BigInteger.valueOf(7),
                        subject.hash().hash(),
                        OWNER.address(),
                        OwnerSignature.inOwnerOrder(List.of(signature)),
                        NOW,
                        List.of()));
    }

    @Test
    void whatWasHandedOverStaysKnownAndASignatureStandsUntilItsNonceIsUsed() throws ProblemException {
        for (long nonce = 5; nonce < 8; nonce++) {
            signing().sign(new SignatureRequest.OfTransaction(Subjects.plain(nonce)), new KeyDevice(OWNER));
        }
        journal.handedOver(Subjects.plain(6), OWNER.address(), "/home/ana/transaction.json");
        journal.handedOver(Subjects.plain(6), OWNER.address(), "https://service.example");
        reopen();

        var standing = journal.standing(BigInteger.valueOf(31_337), Subjects.SAFE, BigInteger.valueOf(6));

        assertThat(standing)
                .extracting(MadeSignature::nonce)
                .containsExactly(BigInteger.valueOf(6), BigInteger.valueOf(7));
        assertThat(standing.getFirst().handedOver())
                .extracting(MadeSignature.HandOver::where)
                .containsExactly("/home/ana/transaction.json", "https://service.example");
        assertThat(journal.standing(BigInteger.ONE, Subjects.SAFE, BigInteger.ZERO))
                .isEmpty();
        assertThatThrownBy(() -> journal.handedOver(Subjects.plain(6), OTHER.address(), "somewhere"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theSameSignatureIsWrittenDownOnce() throws ProblemException {
        var request = new SignatureRequest.OfTransaction(Subjects.plain(1));
        signing().sign(request, new KeyDevice(OWNER));
        signing().sign(request, new KeyDevice(OWNER));

        assertThat(journal.all()).hasSize(1);
    }

    @Test
    void aSignatureWithItsRecoveryCountedFromZeroAndOneOfEthSignAreTheOwners() throws ProblemException {
        var request = new SignatureRequest.OfTransaction(Subjects.plain(1));
        var plain = OWNER.sign(request.hash().hash()).bytes();
        var fromZero = Bytes.concat(plain.slice(0, 64), Bytes.of(new byte[] {(byte) (plain.at(64) - 27)}));
        var prefixed =
                OWNER.sign(PersonalMessage.hash(request.hash().hash().bytes())).bytes();

        assertThat(signing().sign(request, device(fromZero)).signature()).isInstanceOf(SafeSignature.Ecdsa.class);
        assertThat(signing().sign(request, device(prefixed)).signature()).isInstanceOf(SafeSignature.EthSign.class);
    }

    @Test
    void aDeviceThatSignedSomethingElseLocksTheTransactionUntilAPersonLiftsTheLock() throws ProblemException {
        var request = new SignatureRequest.OfTransaction(Subjects.plain(1));
        var neighbour = new SignatureRequest.OfTransaction(Subjects.plain(2));
        var wrong = device(OWNER.sign(neighbour.hash().hash()).bytes());

        assertThatThrownBy(() -> signing().sign(request, wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("signed something else than what is on this screen");
        reopen();

        assertThat(journal.all()).isEmpty();
        assertThat(journal.closed(request.subject()).orElseThrow().why())
                .contains("which is not its signature over it");
        assertThatThrownBy(() -> signing().sign(request, new KeyDevice(OWNER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("This transaction is locked since 2026-03-01T12:00:00Z");
        assertThat(signing().sign(neighbour, new KeyDevice(OWNER))).isNotNull();

        assertThatThrownBy(() -> journal.lift(request.subject(), " ")).isInstanceOf(ProblemException.class);
        journal.lift(request.subject(), "The cable was loose.");
        reopen();

        assertThat(signing().sign(request, new KeyDevice(OWNER))).isNotNull();
        assertThat(journal.locks()).hasSize(1);
        assertThat(journal.locks().getFirst().lift().orElseThrow().why()).isEqualTo("The cable was loose.");
    }

    @Test
    void aMessageIsSignedByOwnersAndOneThatADeviceSignsSomethingElseForIsLockedForGood() throws ProblemException {
        var safe = Subjects.plain(1).domain();
        var message = new MessageRequest(safe, PersonalMessage.hash("We own this Safe"));
        var other = new MessageRequest(safe, PersonalMessage.hash("We sell this Safe"));

        var signature = messages().sign(message, new KeyDevice(OWNER));
        assertThat(signature.isOver(message.hash().hash(), new EcdsaRecovery())).isTrue();
        assertThatThrownBy(() -> messages().sign(message, new KeyDevice(OTHER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is no owner of the Safe");

        var wrong =
                device(signature.signature() instanceof SafeSignature.Ecdsa(var ecdsa) ? ecdsa.bytes() : Bytes.EMPTY);
        assertThatThrownBy(() -> messages().sign(other, wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("signed something else than what is on this screen")
                .hasMessageContaining("The message is locked.");
        reopen();
        assertThatThrownBy(() -> messages().sign(other, new KeyDevice(OWNER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("This message is locked: ");
        assertThat(messages().sign(message, new KeyDevice(OWNER))).isEqualTo(signature);
        assertThat(journal.all()).as("a message is no transaction").isEmpty();
    }

    private SignMessage messages() {
        return new SignMessage(owners(List.of(OWNER.address())), journal, new EcdsaRecovery());
    }

    @Test
    void nothingButTheOwnersSignatureOverOurHashEverPasses() throws ProblemException {
        var random = new Random(9);
        var ours = new SignatureRequest.OfTransaction(Subjects.plain(1));
        var right = OWNER.sign(ours.hash().hash()).bytes();
        var returned = new ArrayList<>(List.of(
                Bytes.EMPTY,
                Bytes.zeros(65),
                right.slice(0, 64),
                Bytes.concat(right, Bytes.zeros(1)),
                OTHER.sign(ours.hash().hash()).bytes(),
                OWNER.sign(ours.subject().hash().domainHash()).bytes(),
                OWNER.sign(ours.subject().hash().messageHash()).bytes(),
                Bytes.concat(Word.of(OWNER.address()), Word.of(0), Bytes.of(new byte[] {1})),
                Bytes.concat(Word.of(OWNER.address()), Word.of(65), Bytes.zeros(1), Word.of(0))));
        for (int i = 0; i < 60; i++) {
            var changed = right.toArray();
            changed[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            returned.add(Bytes.of(changed));
        }
        for (var bytes : returned) {
            assertThatThrownBy(() -> signing().sign(ours, device(bytes)))
                    .as(bytes.toHex())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("signed something else");
            journal.lift(ours.subject(), "next");
        }
        assertThat(journal.all()).isEmpty();
        assertThat(journal.locks()).hasSize(returned.size());
    }

    @Test
    void aStrangerIsNotEvenAsked() {
        assertThatThrownBy(() -> signing()
                        .sign(new SignatureRequest.OfTransaction(Subjects.plain(1)), new SigningDevice() {

                            @Override
                            public Address address() {
                                return OTHER.address();
                            }

                            @Override
                            public Bytes sign(Signable request) {
                                throw new AssertionError("it was asked");
                            }
                        }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is no owner of the Safe");
    }

    @Test
    void aNestedOwnersPartIsWrittenDownForTheTransactionThatItCountsFor() throws ProblemException {
        var subject = Subjects.plain(3);
        var owner = Subjects.drawn(SafeVersion.V1_3_0, new Random(1)).domain();
        var nested = SignatureRequest.nested(owner, subject);
        var witness = new KnownOwners(Map.of(owner, List.of(OWNER.address()), subject.domain(), List.of(owner.safe())));

        var signature =
                new SignTransaction(witness, journal, journal, new EcdsaRecovery()).sign(nested, new KeyDevice(OWNER));

        assertThat(signature.isOver(nested.hash().hash(), new EcdsaRecovery())).isTrue();
        assertThat(journal.all())
                .extracting(MadeSignature::hash)
                .containsExactly(subject.hash().hash());
        var notItsOwner =
                new KnownOwners(Map.of(owner, List.of(OWNER.address()), subject.domain(), List.of(OWNER.address())));
        assertThatThrownBy(() -> new SignTransaction(notItsOwner, journal, journal, new EcdsaRecovery())
                        .sign(nested, new KeyDevice(OWNER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is no owner of the Safe " + Subjects.SAFE);
    }

    /// Two machines without a network: a file goes from one to the other, and what is signed is proven on each.
    @Test
    void twoPeopleSignThroughAFileWithoutAnyNetwork() throws ProblemException {
        var subject = Subjects.plain(4);
        var owners = owners(List.of(OWNER.address(), OTHER.address()));
        var signing = new SignTransaction(owners, journal, journal, new EcdsaRecovery());
        var reader = new SharedTransactionReader(JsonText::parse, owners, new EcdsaRecovery());
        var files = new SharedTransactionFiles(reader);
        var file = folder.resolve("transaction.json");
        files.write(file, SharedTransaction.unsigned(subject));

        for (var person : List.of(OWNER, OTHER)) {
            var read = files.read(file);
            var signature = signing.sign(new SignatureRequest.OfTransaction(read.subject()), new KeyDevice(person));
            files.add(file, read.signed(signature, owners.owners(read.subject().domain()), new EcdsaRecovery()));
        }

        assertThat(files.read(file).signatures()).hasSize(2);
        var elsewhere = Subjects.drawn(SafeVersion.V1_4_1, new Random(2));
        assertThatThrownBy(() -> signing.sign(new SignatureRequest.OfTransaction(elsewhere), new KeyDevice(OWNER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("It is not known here who owns the Safe");
    }

    @Test
    void twoProgramsDoNotKeepOneJournal() {
        assertThatThrownBy(() -> SqliteSigningJournal.open(folder.resolve("signing.db"), InstantSource.system()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Another Breakwater keeps the journal");
    }

    private void reopen() throws ProblemException {
        journal.close();
        open();
    }

    private SignTransaction signing() {
        return new SignTransaction(owners(List.of(OWNER.address())), journal, journal, new EcdsaRecovery());
    }

    private static KnownOwners owners(List<Address> owners) {
        return new KnownOwners(Map.of(Subjects.plain(0).domain(), owners));
    }

    /// Says that it is the owner and gives back what it is told to.
    private static SigningDevice device(Bytes returned) {
        return new SigningDevice() {

            @Override
            public Address address() {
                return OWNER.address();
            }

            @Override
            public Bytes sign(Signable request) {
                return returned;
            }
        };
    }
}
