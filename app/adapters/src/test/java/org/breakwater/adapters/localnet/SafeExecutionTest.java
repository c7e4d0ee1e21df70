package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.safe.SharedTransactionFiles;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeyDevice;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.adapters.signer.external.ExternalSigner;
import org.breakwater.adapters.signer.external.SignerConnection;
import org.breakwater.adapters.signer.external.SignerDialect;
import org.breakwater.adapters.signer.external.SignerEndpoint;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.execution.ApproveHash;
import org.breakwater.core.execution.ExecuteTransaction;
import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.execution.Fee;
import org.breakwater.core.execution.OuterReceipt;
import org.breakwater.core.execution.PreparedCall;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.signing.ContractWitness;
import org.breakwater.core.signing.MadeSignature;
import org.breakwater.core.signing.SignTransaction;
import org.breakwater.core.signing.SignatureRequest;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Signing and executing with the published Safe contracts on a real node.
class SafeExecutionTest {

    private static final List<KeySigner> PEOPLE =
            SafeLaboratory.people().stream().map(KeySigner::new).toList();
    private static final KeySigner ANA = PEOPLE.get(1);
    private static final KeySigner BO = PEOPLE.get(2);
    private static final KeySigner CLEO = PEOPLE.get(3);
    private static final KeySigner STRANGER = PEOPLE.get(4);
    private static final KeySigner SENDER = PEOPLE.get(5);
    private static final KeySigner OTHER_SENDER = PEOPLE.get(6);

    private static final BigInteger MOST_FEE = BigInteger.valueOf(500_000_000_000L);
    private static final EcdsaRecovery RECOVERY = new EcdsaRecovery();

    /// Reverts with its calldata: CALLDATASIZE PUSH0 PUSH0 CALLDATACOPY CALLDATASIZE PUSH0 REVERT.
    private static final Bytes ECHO = Bytes.fromHex("0x66365f5f37365ffd5f5260076019f3");

    private static SafeLaboratory laboratory;
    private static Address echo;
    private static AnvilRpc anvil;
    private static ChainExecution chain;
    private static SendCall calls;

    @TempDir
    private Path folder;

    private SqliteSigningJournal journal;
    private ExecuteTransaction execution;

    @BeforeAll
    static void open() throws ProblemException {
        laboratory = SafeLaboratory.open();
        echo = laboratory.createContract(ECHO);
        anvil = new AnvilRpc(laboratory.node().address());
        chain = new ChainExecution(laboratory.node(), new ArtifactErrors());
        calls = new SendCall(chain, MOST_FEE);
    }

    @AfterAll
    static void close() {
        laboratory.close();
    }

    @BeforeEach
    void openJournal() throws ProblemException {
        journal = SqliteSigningJournal.open(folder.resolve("signing.db"), InstantSource.system());
        execution = new ExecuteTransaction(chain, calls, journal, RECOVERY);
    }

    @AfterEach
    void closeJournal() throws ProblemException {
        journal.close();
        anvil.ask("evm_setAutomine", true);
    }

    static Stream<SafeVersion> versions() {
        return Stream.of(SafeVersion.V1_3_0, SafeVersion.V1_4_1, SafeVersion.V1_5_0);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aSafeIsGivenExactlyTheSignaturesThatItAsksFor(SafeVersion version) throws ProblemException {
        var subject = subject(council(version), rejection(0));
        var other = subject(subject.domain(), rejection(1));
        var collected = List.of(
                signed(CLEO, subject),
                signed(STRANGER, subject),
                prefixed(BO, subject),
                signed(ANA, subject),
                new OwnerSignature(ANA.address(), signed(ANA, other).signature()));

        var prepared = execution.prepare(subject, collected, SENDER.address());
        var sent = calls.send(prepared, prepared.offer(Speed.NORMAL), account(SENDER));

        assertThat(awaited(subject, sent))
                .isInstanceOfSatisfying(
                        ExecutionOutcome.Succeeded.class,
                        done -> assertThat(done.transaction()).isEqualTo(sent.newest()));
        assertThat(chain.state(subject.domain().safe()).nonce()).isEqualTo(BigInteger.ONE);
        assertThat(signatures(prepared))
                .extracting(SafeSignature::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("Ecdsa", "Ecdsa");
    }

    /// The calldata end with the signatures: their length, and two of them in five words.
    private static List<SafeSignature> signatures(PreparedCall prepared) throws ProblemException {
        var end = prepared.data().length();
        var length = prepared.data().slice(end - 6 * Word.LENGTH, end - 5 * Word.LENGTH);
        assertThat(length.toUnsigned()).isEqualTo(BigInteger.valueOf(2 * 65));
        var from = end - 5 * Word.LENGTH;
        return SignatureBlob.parse(prepared.data().slice(from, from + 2 * 65))
                .required()
                .signatures();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anApprovalOnChainAndTheSenderCountAsSignatures(SafeVersion version) throws ProblemException {
        var subject = subject(council(version), rejection(0));
        var approving = new ApproveHash(chain, calls, journal, journal);

        var approval = approving.prepare(subject, ANA.address());
        var sent = approving.send(subject, approval, approval.offer(Speed.FAST), account(ANA));

        assertThat(receipt(sent).accepted()).isTrue();
        assertThat(approving.isApproved(subject, ANA.address())).isTrue();
        assertThat(approving.isApproved(subject, BO.address())).isFalse();
        assertThat(standing(subject)).hasSize(1);
        assertThat(standing(subject).getFirst().handedOver())
                .extracting(MadeSignature.HandOver::where)
                .containsExactly("transaction " + sent.newest());

        assertThat(execution.counting(subject, List.of(ApproveHash.approval(BO.address()))))
                .containsExactly(ApproveHash.approval(ANA.address()));
        assertThatThrownBy(() -> execution.prepare(subject, List.of(), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs 2 signatures and has 1 that count");
        execute(subject, List.of(), BO);
        assertThat(standing(subject)).isEmpty();
        assertThatThrownBy(() -> approving.prepare(subject, STRANGER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("GS030, only an owner approves a hash");
    }

    private List<MadeSignature> standing(SafeHashCase subject) throws ProblemException {
        var safe = subject.domain().safe();
        return journal.standing(
                subject.domain().chainId(), safe, chain.state(safe).nonce());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whyACallFailsIsSaidInWordsBeforeAnythingIsSent(SafeVersion version) throws ProblemException {
        var safe = council(version);
        var blocked = AbiEncoder.call(
                FunctionSignature.parse("AccountBlocked(address)"), new AbiValue.Account(ANA.address()));
        var error = AbiEncoder.call(FunctionSignature.parse("Error(string)"), new AbiValue.Text("no\u202e way"));
        var panic = AbiEncoder.call(FunctionSignature.parse("Panic(uint256)"), AbiValue.Whole.of(0x11));

        assertRefused(safe, echo, blocked, "AccountBlocked (account " + ANA.address() + ")");
        assertRefused(safe, echo, error, "“no\ufffd way”");
        assertRefused(safe, echo, panic, "panic 0x11, a number that is too large or below zero");
        assertRefused(safe, echo, Bytes.fromHex("0x12345678"), "an unknown error, 0x12345678");
        assertRefused(
                safe,
                safe.safe(),
                AbiEncoder.call(
                        FunctionSignature.parse("addOwnerWithThreshold(address,uint256)"),
                        new AbiValue.Account(ANA.address()),
                        AbiValue.Whole.of(1)),
                "GS204, it is an owner already");
        assertRefused(
                safe,
                council(version).safe(),
                AbiEncoder.call(FunctionSignature.parse("changeThreshold(uint256)"), AbiValue.Whole.of(1)),
                "GS031, only the Safe itself may call this");
    }

    private void assertRefused(SafeDomain safe, Address to, Bytes data, String words) {
        var subject = new SafeHashCase(safe, SafeTransaction.call(to, data, BigInteger.ZERO));
        assertThatThrownBy(() -> execution.prepare(subject, both(subject), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        safe.version().isAtLeast(SafeVersion.V1_5_0)
                                ? "refuses this transaction: " + words + "."
                                : "refuses this transaction: GS013, the call itself fails: " + words + ".");
    }

    /// With gas of its own for the call, a Safe carries the transaction out and says that it failed.
    @ParameterizedTest
    @MethodSource("versions")
    void aTransactionThatFailsInsideIsNoSuccessAlthoughItIsMined(SafeVersion version) throws ProblemException {
        var call = SafeTransaction.call(echo, Bytes.fromHex("0x12345678"), BigInteger.ZERO);
        var subject = new SafeHashCase(
                council(version),
                new SafeTransaction(
                        call.to(),
                        call.value(),
                        call.data(),
                        call.operation(),
                        BigInteger.valueOf(50_000),
                        BigInteger.ZERO,
                        BigInteger.ZERO,
                        Address.ZERO,
                        Address.ZERO,
                        BigInteger.ZERO));

        assertThatThrownBy(() -> execution.prepare(subject, both(subject), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it would use up nonce 0 and do nothing else");

        var data = ExecTransaction.encode(subject.transaction(), OwnerSignature.inOwnerOrder(both(subject)));
        var prepared = calls.prepare(SENDER.address(), subject.domain().safe(), data);
        var sent = calls.send(prepared, prepared.offer(Speed.SLOW), account(SENDER));
        assertThat(receipt(sent).accepted()).isTrue();
        assertThat(awaited(subject, sent)).isInstanceOf(ExecutionOutcome.InnerFailed.class);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void twoTransactionsOfOneNonceHaveOneWinnerAndTheLoserIsTold(SafeVersion version) throws ProblemException {
        var safe = council(version);
        var winner = subject(safe, rejection(0));
        var loser = new SafeHashCase(safe, SafeTransaction.call(ANA.address(), Bytes.EMPTY, BigInteger.ZERO));
        var first = execution.prepare(winner, both(winner), SENDER.address());
        var second = execution.prepare(loser, both(loser), OTHER_SENDER.address());
        anvil.ask("evm_setAutomine", false);

        var won = calls.send(first, first.offer(Speed.FAST), account(SENDER));
        anvil.ask("evm_mine");
        var lost = calls.send(second, second.offer(Speed.FAST), account(OTHER_SENDER));
        assertThat(execution.outcome(loser, lost)).isInstanceOf(ExecutionOutcome.NonceTaken.class);
        anvil.ask("evm_mine");

        assertThat(awaited(winner, won)).isInstanceOf(ExecutionOutcome.Succeeded.class);
        assertThat(receipt(lost).accepted()).isFalse();
        assertThat(execution.outcome(loser, lost)).isInstanceOfSatisfying(ExecutionOutcome.NonceTaken.class, taken -> {
            assertThat(taken.conflict().isWonBy(winner)).isTrue();
            assertThat(taken.conflict().isWonBy(loser)).isFalse();
            assertThat(taken.conflict().fields()).contains(winner.transaction());
            assertThat(taken.conflict().winner().transaction()).isEqualTo(won.newest());
        });
        assertThat(chain.reason(lost.newest()).words()).contains("GS026");
        assertThatThrownBy(() -> execution.send(loser, second, second.offer(Speed.FAST), account(OTHER_SENDER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("can never be executed");
        assertThatThrownBy(() -> execution.prepare(loser, both(loser), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The Safe used nonce 0 for " + winner.hash())
                .hasMessageContaining(loser.hash() + " can never be executed");
        assertThatThrownBy(() -> execution.prepare(winner, both(winner), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was executed in block");
    }

    @Test
    void aTransactionThatIsNotNextWaits() throws ProblemException {
        var subject = subject(council(SafeVersion.V1_4_1), rejection(3));

        assertThatThrownBy(() -> execution.prepare(subject, both(subject), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("takes nonce 0 next, and this transaction has nonce 3");
    }

    @Test
    void aTransactionForAnotherVersionOrChainIsNotSent() throws ProblemException {
        var safe = council(SafeVersion.V1_4_1);
        var version = new SafeDomain(SafeVersion.V1_3_0, safe.chainId(), safe.safe());
        var elsewhere = new SafeDomain(safe.version(), BigInteger.ONE, safe.safe());

        for (var domain : List.of(version, elsewhere)) {
            var subject = subject(domain, rejection(0));
            assertThatThrownBy(() -> execution.prepare(subject, both(subject), SENDER.address()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("is of version 1.4.1 on chain 31337");
        }
    }

    @Test
    void aStuckTransactionIsSentAgainWithTheSameNonceAndAtLeastATenthMore() throws ProblemException {
        var subject = subject(council(SafeVersion.V1_4_1), rejection(0));
        var prepared = execution.prepare(subject, both(subject), SENDER.address());
        anvil.ask("evm_setAutomine", false);
        var stuck = calls.send(prepared, prepared.offer(Speed.SLOW), account(SENDER));

        assertThat(execution.await(subject, stuck, Duration.ofSeconds(1), _ -> {}))
                .isInstanceOf(ExecutionOutcome.Pending.class);
        var offered = stuck.transaction().fee();
        var little = new Fee(offered.most().add(BigInteger.ONE), offered.tip());
        var dear = new Fee(MOST_FEE.add(BigInteger.ONE), MOST_FEE);
        assertThatThrownBy(() -> calls.replace(stuck, little, account(SENDER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not rise by 10 %");
        assertThatThrownBy(() -> calls.replace(stuck, dear, account(SENDER)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("above the " + MOST_FEE);

        var again = calls.replace(stuck, offered.risen(), account(SENDER));
        anvil.ask("evm_mine");

        assertThat(again.hashes()).hasSize(2).startsWith(stuck.newest());
        assertThat(again.transaction().nonce()).isEqualTo(stuck.transaction().nonce());
        assertThat(awaited(subject, again))
                .isInstanceOfSatisfying(
                        ExecutionOutcome.Succeeded.class,
                        done -> assertThat(done.transaction()).isEqualTo(again.newest()));
    }

    @Test
    void aTransactionWhosePlaceAnotherOfTheSenderTookIsNotWaitedFor() throws ProblemException {
        var subject = subject(council(SafeVersion.V1_4_1), rejection(0));
        var prepared = execution.prepare(subject, both(subject), SENDER.address());
        var instead = calls.prepare(SENDER.address(), ANA.address(), Bytes.EMPTY);
        anvil.ask("evm_setAutomine", false);
        var sent = calls.send(prepared, prepared.offer(Speed.SLOW), account(SENDER));
        assertThat(execution.outcome(subject, sent)).isInstanceOf(ExecutionOutcome.Pending.class);

        calls.send(instead, sent.transaction().fee().risen(), account(SENDER));
        anvil.ask("evm_mine");

        assertThat(execution.outcome(subject, sent)).isInstanceOf(ExecutionOutcome.Displaced.class);
        assertThat(chain.state(subject.domain().safe()).nonce()).isZero();
    }

    @Test
    void whatIsLockedIsNeitherApprovedNorExecuted() throws ProblemException {
        var subject = subject(council(SafeVersion.V1_4_1), rejection(0));
        var approving = new ApproveHash(chain, calls, journal, journal);
        var prepared = execution.prepare(subject, both(subject), SENDER.address());
        journal.lock(subject, "A device signed something else.");

        assertThatThrownBy(() -> execution.prepare(subject, both(subject), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("A device signed something else.");
        assertThatThrownBy(() -> execution.send(subject, prepared, prepared.offer(Speed.FAST), account(SENDER)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> approving.prepare(subject, ANA.address())).isInstanceOf(ProblemException.class);

        journal.lift(subject, "It was another device.");
        execute(subject, both(subject), SENDER);
    }

    @Test
    void offersRiseWithSpeedAndStayBelowWhatThePolicyAllows() throws ProblemException {
        var offers = calls.prepare(SENDER.address(), ANA.address(), Bytes.EMPTY);

        assertThat(offers.offer(Speed.SLOW).most())
                .isLessThan(offers.offer(Speed.NORMAL).most());
        assertThat(offers.offer(Speed.NORMAL).most())
                .isLessThan(offers.offer(Speed.FAST).most());
        assertThatThrownBy(() -> chain.fees().offers(BigInteger.ONE)).isInstanceOf(ProblemException.class);
    }

    /// Anvil holds these people's keys and signs typed data for them, as a wallet does.
    @ParameterizedTest
    @MethodSource("versions")
    void whatAnExternalSignerSignsTheSafeExecutes(SafeVersion version) throws ProblemException {
        var subject = subject(council(version), rejection(0));
        var endpoint = SignerEndpoint.of(laboratory.node().address().toString(), SignerEndpoint.Reach.LOOPBACK);
        var connection = new SignerConnection(endpoint, SignerDialect.ETHEREUM_V4, Duration.ofSeconds(20));
        var collected = new ArrayList<OwnerSignature>();
        for (var owner : List.of(ANA, CLEO)) {
            collected.add(signing()
                    .sign(
                            new SignatureRequest.OfTransaction(subject),
                            new ExternalSigner(connection, owner.address())));
        }

        execute(subject, collected, SENDER);

        assertThat(journal.all()).hasSize(2);
        assertThat(standing(subject)).isEmpty();
    }

    /// No service: one person writes the file, the next one adds a signature to a copy, a third one executes what came
    /// of
    /// both.
    @ParameterizedTest
    @MethodSource("versions")
    void whatTravelledAsAFileAndAsTextIsExecuted(SafeVersion version) throws ProblemException {
        var subject = subject(council(version), rejection(0));
        var request = new SignatureRequest.OfTransaction(subject);
        var owners = witness();
        var reader = new SharedTransactionReader(JsonText::parse, owners, RECOVERY);
        var files = new SharedTransactionFiles(reader);
        var file = folder.resolve("transaction.json");
        files.write(file, SharedTransaction.unsigned(subject).because(new Reason("Ana", "It does nothing.")));

        var hers = files.read(file)
                .signed(signing().sign(request, new KeyDevice(ANA)), owners.owners(subject.domain()), RECOVERY);
        journal.handedOver(subject, ANA.address(), "a text");
        var his = files.read(file)
                .signed(signing().sign(request, new KeyDevice(BO)), owners.owners(subject.domain()), RECOVERY);
        files.add(file, his);
        journal.handedOver(subject, BO.address(), file.toString());
        var pasted = reader.pasted(SharedTransactionFormat.text(hers));
        var whole = files.add(file, pasted);

        assertThat(whole.subject()).isEqualTo(subject);
        execute(whole.subject(), whole.signatures(), SENDER);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aSafeThatIsAnOwnerSignsWithItsOwnersSignatures(SafeVersion version) throws ProblemException {
        var child = council(version);
        var parent = laboratory.create(version, 2, List.of(child.safe(), STRANGER.address()));
        var subject = subject(parent, rejection(0));
        var request = SignatureRequest.nested(child, subject);
        var inner = new ArrayList<OwnerSignature>();
        for (var owner : List.of(BO, ANA)) {
            inner.add(signing().sign(request, new KeyDevice(owner)));
        }
        var contract = NestedOwner.signature(child.safe(), OwnerSignature.inOwnerOrder(inner));
        var half = NestedOwner.signature(child.safe(), OwnerSignature.inOwnerOrder(inner.subList(0, 1)));

        assertThatThrownBy(() -> execution.prepare(subject, List.of(half, signed(STRANGER, subject)), SENDER.address()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has 1 that count");
        assertThat(execution.counting(subject, List.of(contract, signed(BO, subject))))
                .containsExactly(contract);
        execute(subject, List.of(contract, signed(STRANGER, subject)), SENDER);

        assertThat(journal.all())
                .extracting(MadeSignature::hash)
                .containsOnly(subject.hash().hash());
    }

    @ParameterizedTest
    @EnumSource(
            value = SafeVersion.class,
            names = {"V1_3_0", "V1_4_1", "V1_5_0"})
    void aSafeThatIsAnOwnerApprovesByATransactionOfItsOwn(SafeVersion version) throws ProblemException {
        var child = council(SafeVersion.V1_5_0);
        var parent = laboratory.create(version, 1, List.of(child.safe()));
        var subject = subject(parent, rejection(0));
        if (!version.isAtLeast(SafeVersion.V1_5_0)) {
            assertThatThrownBy(() -> SignatureRequest.nested(child, subject))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Have the owner approve the hash on chain instead");
        }
        var approval = new SafeHashCase(
                child, NestedOwner.approval(parent.safe(), subject.hash().hash(), BigInteger.ZERO));

        execute(approval, both(approval), SENDER);
        execute(subject, List.of(), SENDER);
    }

    private void execute(SafeHashCase subject, List<OwnerSignature> collected, KeySigner sender)
            throws ProblemException {
        var prepared = execution.prepare(subject, collected, sender.address());
        var sent = execution.send(subject, prepared, prepared.offer(Speed.NORMAL), account(sender));
        assertThat(awaited(subject, sent)).isInstanceOf(ExecutionOutcome.Succeeded.class);
    }

    private ExecutionOutcome awaited(SafeHashCase subject, SentCall sent) throws ProblemException {
        return execution.await(subject, sent, Duration.ofSeconds(20), SafeExecutionTest::pause);
    }

    private static OuterReceipt receipt(SentCall sent) throws ProblemException {
        for (int looks = 0; looks < 200; looks++) {
            var receipt = calls.receipt(sent);
            if (receipt.isPresent()) {
                return receipt.get();
            }
            pause(Duration.ofMillis(50));
        }
        throw new AssertionError("no block takes " + sent);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos() / 5);
    }

    private SignTransaction signing() {
        return new SignTransaction(witness(), journal, journal, RECOVERY);
    }

    private static ContractWitness witness() {
        var node = laboratory.node();
        return new ContractWitness(node.chain(), new ChainSafeContract(node));
    }

    /// Of three people, two of whom must sign.
    private static SafeDomain council(SafeVersion version) throws ProblemException {
        return laboratory.create(version, 2, List.of(ANA.address(), BO.address(), CLEO.address()));
    }

    private static SafeHashCase subject(SafeDomain safe, SafeTransaction transaction) {
        return new SafeHashCase(safe, transaction);
    }

    /// A call that does nothing.
    private static SafeTransaction rejection(long nonce) {
        return SafeTransaction.call(CLEO.address(), Bytes.EMPTY, BigInteger.valueOf(nonce));
    }

    private static List<OwnerSignature> both(SafeHashCase subject) {
        return List.of(signed(ANA, subject), signed(BO, subject));
    }

    private static OwnerSignature signed(KeySigner owner, SafeHashCase subject) {
        return owner.sign(subject.hash());
    }

    private static OwnerSignature prefixed(KeySigner owner, SafeHashCase subject) {
        return new OwnerSignature(
                owner.address(),
                new SafeSignature.EthSign(
                        owner.sign(PersonalMessage.hash(subject.hash().hash().bytes()))));
    }

    private static KeyAccount account(KeySigner key) {
        return new KeyAccount(key);
    }
}
