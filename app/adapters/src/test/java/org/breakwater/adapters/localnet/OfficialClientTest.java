package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.localservice.LocalTransactionService;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedQueue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Safe's own client against the local service and the published Safe contracts on a real node: what is signed there is
/// verified here, and what is signed here is verified and executed there.
@Timeout(120)
class OfficialClientTest {

    private static final List<Credentials> PEOPLE = SafeLaboratory.people();
    private static final Credentials FIRST = PEOPLE.get(1);
    private static final Credentials SECOND = PEOPLE.get(2);
    private static final Credentials THIRD = PEOPLE.get(3);
    private static final Credentials CLERK = PEOPLE.get(4);
    private static final Address RECEIVER = Address.parse("0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1");
    private static final EcdsaRecovery RECOVERY = new EcdsaRecovery();
    private static final AtomicInteger SALTS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static SafeLaboratory laboratory;
    private static LocalTransactionService service;
    private static SafeServiceClient ours;
    private static OfficialClient theirs;

    private SafeDomain safe;

    @BeforeAll
    static void open() throws Exception {
        laboratory = SafeLaboratory.open();
        var node = laboratory.node();
        service = LocalTransactionService.start(
                node, SafeRelease.singletons(), SafeRelease.proxyFactories(), folder, Clock.systemUTC());
        ours = SafeServiceClient.open(service.address().toString(), Optional.empty());
        theirs = OfficialClient.start(node.address(), node.chain().number(), service.address(), SafeRelease.V1_4_1);
    }

    @AfterAll
    static void close() throws Exception {
        theirs.close();
        ours.close();
        service.close();
        laboratory.close();
    }

    /// A Safe, two of three, that the official client makes.
    @BeforeEach
    void create() throws ProblemException {
        var given = as(PEOPLE.getFirst()).put("threshold", 2).put("salt", Integer.toString(SALTS.incrementAndGet()));
        var owners = given.putArray("owners");
        List.of(FIRST, SECOND, THIRD).forEach(owner -> owners.add(address(owner).toString()));
        var made = theirs.does("create", given);
        assertThat(made.required("version").asString()).isEqualTo("1.4.1");
        safe = new SafeDomain(
                SafeVersion.V1_4_1,
                laboratory.node().chain(),
                Address.parse(made.required("safe").asString()));
    }

    private static Address address(Credentials person) {
        return SafeLaboratory.address(person);
    }

    private static ObjectNode nothing() {
        return OfficialClient.JSON.createObjectNode();
    }

    /// Something that somebody does.
    private static ObjectNode as(Credentials person) {
        return nothing().put("key", "0x%064x".formatted(person.getEcKeyPair().getPrivateKey()));
    }

    private ObjectNode here(ObjectNode given) {
        return given.put("safe", safe.safe().toString());
    }

    private static ObjectNode with(ObjectNode given, String name, JsonNode value) {
        given.set(name, value);
        return given;
    }

    private Hash32 proposed(Credentials person, String origin, String... data) {
        var given = here(as(person)).put("origin", origin);
        var calls = given.putArray("calls");
        for (var one : data) {
            calls.addObject().put("to", RECEIVER.toString()).put("value", "0").put("data", one);
        }
        return hash(theirs.does("propose", given));
    }

    private static Hash32 hash(JsonNode answer) {
        return new Hash32(Bytes.parse(answer.required("safeTxHash").asString()));
    }

    private ObjectNode about(ObjectNode given, Hash32 hash) {
        return here(given).put("safeTxHash", hash.toString());
    }

    private ServedQueue queue() throws Exception {
        var owners = List.of(address(FIRST), address(SECOND), address(THIRD));
        return new ReadServedQueue(ours, RECOVERY)
                .read(safe, owners, ours.safe(safe.safe()).nonce(), List.of());
    }

    private QueuedTransaction told(Hash32 hash) throws Exception {
        var queue = queue();
        assertThat(queue.findings()).isEmpty();
        return queue.find(hash).orElseThrow();
    }

    private static OfficialClient.FailedException refused(ThrowingCallable asking) {
        return catchThrowableOfType(OfficialClient.FailedException.class, asking);
    }

    @Test
    void whatIsSignedThereIsVerifiedHereAndExecutedThere() throws Exception {
        var hash = proposed(FIRST, "{\"note\":\"From the official client\"}", "0x1234");

        var told = told(hash);
        assertThat(told.transaction())
                .isEqualTo(SafeTransaction.call(RECEIVER, Bytes.fromHex("0x1234"), BigInteger.ZERO));
        assertThat(told.hasStatedHash()).isTrue();
        assertThat(told.signers()).containsExactly(address(FIRST));
        assertThat(told.served().words()).isEqualTo("From the official client");

        theirs.does("confirm", about(as(SECOND), hash));
        assertThat(told(hash).signers()).containsExactlyInAnyOrder(address(FIRST), address(SECOND));

        var executed = theirs.does("execute", about(as(THIRD), hash));
        assertThat(executed.required("isValid").asBoolean()).isTrue();
        assertThat(executed.required("status").asString()).isEqualTo("success");

        var done = ours.executed(safe.safe(), 10).rows();
        assertThat(done).singleElement().satisfies(one -> {
            assertThat(one.statedHash()).isEqualTo(hash);
            assertThat(one.executedIn())
                    .contains(Hash32.fromHex(executed.required("hash").asString()));
        });
        var theirView = theirs.does("transaction", about(nothing(), hash));
        assertThat(theirView.required("isExecuted").asBoolean()).isTrue();
        assertThat(theirView.required("isSuccessful").asBoolean()).isTrue();
        assertThat(queue().waiting()).isEmpty();
    }

    @Test
    void whatIsSignedHereIsListedThereHasTheSameHashThereAndIsExecutedThere() throws Exception {
        var transaction = SafeTransaction.call(RECEIVER, Bytes.fromHex("0xabcdef"), BigInteger.ZERO);
        var hash = SafeTxHash.of(safe, transaction);
        ours.propose(new SafeProposal(
                safe, transaction, address(FIRST), Optional.of(signature(hash, FIRST)), "{\"note\":\"Ours\"}"));
        ours.confirm(hash.hash(), signature(hash, SECOND));

        var pending = theirs.does("pending", here(nothing()));
        assertThat(pending.required("count").asInt()).isOne();
        var row = pending.required("results").get(0);
        assertThat(hash(row)).isEqualTo(hash.hash());
        assertThat(hash(theirs.does("hash", with(here(as(THIRD)), "data", row))))
                .isEqualTo(hash.hash());
        assertThat(theirs.does("confirmations", about(nothing(), hash.hash()))
                        .required("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(theirs.does("nextNonce", here(nothing())).required("nonce").asString())
                .isEqualTo("1");

        var executed = theirs.does("execute", about(as(THIRD), hash.hash()));

        assertThat(executed.required("isValid").asBoolean()).isTrue();
        assertThat(executed.required("status").asString()).isEqualTo("success");
        assertThat(ours.safe(safe.safe()).nonce()).isOne();
        assertThat(hash(theirs.does("transactions", here(nothing()))
                        .required("results")
                        .get(0)))
                .isEqualTo(hash.hash());
    }

    private static Bytes signature(SafeTxHash hash, Credentials person) {
        return OwnerSignature.inOwnerOrder(List.of(new KeySigner(person).sign(hash)));
    }

    @Test
    void aPrefixedSignatureMadeThereIsVerifiedHere() throws Exception {
        var hash = proposed(FIRST, "", "0x55");

        var blob = Bytes.parse(theirs.does("confirmWithPrefix", about(as(SECOND), hash))
                .required("signature")
                .asString());

        assertThat(SignatureBlob.parse(blob))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        decoded -> assertThat(((SignatureBlob) decoded.value()).signatures())
                                .singleElement()
                                .isInstanceOf(SafeSignature.EthSign.class));
        assertThat(told(hash).signers()).containsExactlyInAnyOrder(address(FIRST), address(SECOND));
        assertThat(theirs.does("execute", about(as(FIRST), hash))
                        .required("status")
                        .asString())
                .isEqualTo("success");
    }

    @Test
    void aBatchMadeThereIsReadHereCallByCall() throws Exception {
        var told = told(proposed(FIRST, "", "0x11", "0x2222"));

        assertThat(told.transaction().operation()).isEqualTo(Operation.DELEGATE_CALL);
        assertThat(told.transaction().to())
                .isEqualTo(SafeRelease.V1_4_1.contracts().stream()
                        .filter(contract -> contract.name().equals("MultiSendCallOnly"))
                        .findFirst()
                        .orElseThrow()
                        .address());
        assertThat(MultiSend.parse(
                                told.transaction().to(),
                                safe.safe(),
                                told.transaction().data())
                        .required())
                .extracting(batched -> batched.call().data().toHex())
                .containsExactly("0x11", "0x2222");
    }

    @Test
    void aRejectionMadeThereIsOneHereAndContestsItsNonce() throws Exception {
        var first = proposed(FIRST, "", "0x77");
        var rejection = hash(theirs.does("reject", here(as(SECOND)).put("nonce", 0)));

        assertThat(told(rejection).transaction().isRejection(safe.safe())).isTrue();
        assertThat(told(first).transaction().nonce()).isZero();
        assertThat(queue().order().slots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.isContested()).isTrue());
    }

    @Test
    void aProposalWithoutASignatureIsHiddenHereAndThere() throws Exception {
        proposed(SECOND, "", "0x88");
        var transaction = SafeTransaction.call(RECEIVER, Bytes.fromHex("0x99"), BigInteger.valueOf(5));
        ours.propose(new SafeProposal(safe, transaction, address(FIRST), Optional.empty(), ""));

        assertThat(queue().hidden()).isOne();
        assertThat(theirs.does("pending", here(nothing())).required("count").asInt())
                .isOne();
    }

    private static ObjectNode withCall(ObjectNode given) {
        given.putArray("calls")
                .addObject()
                .put("to", RECEIVER.toString())
                .put("value", "0")
                .put("data", "0x88");
        return given;
    }

    @Test
    void anotherHashIsRefusedThereInTheServicesWords() throws Exception {
        var proposal = theirs.does("propose", withCall(here(as(FIRST)).put("origin", "")));

        var refused = refused(() -> theirs.does(
                "proposeWithoutSignature", with(about(as(SECOND), Hash32.ZERO), "data", proposal.required("data"))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused).hasMessageContaining("does not match provided contract-tx-hash");
    }

    @Test
    void aStrangersSignatureIsRefusedThere() throws Exception {
        var hash = proposed(FIRST, "", "0x66");

        var refused = refused(() -> theirs.does("confirm", about(as(CLERK), hash)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused).hasMessageContaining("is not an owner");
        assertThat(told(hash).signers()).containsExactly(address(FIRST));
    }

    @Test
    void aDelegateNamedThereIsListedHereAndMayPropose() throws Exception {
        theirs.does(
                "addDelegate",
                here(as(FIRST)).put("delegate", address(CLERK).toString()).put("label", "Clerk"));

        assertThat(ours.delegates(safe.safe()).rows()).singleElement().satisfies(delegate -> {
            assertThat(delegate.delegate()).isEqualTo(address(CLERK));
            assertThat(delegate.delegator()).isEqualTo(address(FIRST));
        });
        assertThat(theirs.does("delegates", here(nothing())).required("count").asInt())
                .isOne();
        proposed(CLERK, "", "0x44");
        var told = queue().waiting().getFirst().served();
        assertThat(told.proposer()).contains(address(FIRST));
        assertThat(told.delegate()).contains(address(CLERK));

        theirs.does("removeDelegate", as(FIRST).put("delegate", address(CLERK).toString()));
        assertThat(ours.delegates(safe.safe()).rows()).isEmpty();
    }

    @Test
    void aTextSignedThereHasOurHashAndIsValidOnceAnotherSignsItHere() throws Exception {
        signedInTurn(OfficialClient.JSON.getNodeFactory().stringNode("We own " + safe.safe()));
    }

    @Test
    void typedDataSignedThereHasOurHashAndIsValidOnceAnotherSignsItHere() throws Exception {
        signedInTurn(OfficialClient.JSON.readTree("""
            {"types": {"EIP712Domain": [{"name": "name", "type": "string"}, {"name": "chainId", "type": "uint256"}],
                       "Mail": [{"name": "to", "type": "address"}, {"name": "words", "type": "string[]"}]},
             "primaryType": "Mail",
             "domain": {"name": "Post", "chainId": 31337},
             "message": {"to": "%s", "words": ["Hello", "council"]}}\
            """.formatted(safe.safe())));
    }

    private void signedInTurn(JsonNode message) throws Exception {
        var hash = new Hash32(Bytes.parse(theirs.does("message", with(here(as(FIRST)), "message", message))
                .required("hash")
                .asString()));

        var told = ours.message(hash);
        assertThat(SafeMessageHash.of(safe, told.content().hash().bytes()).hash())
                .isEqualTo(hash);
        assertThat(signers(told)).containsExactly(address(FIRST));
        ours.confirmMessage(hash, new KeySigner(SECOND).sign(hash).bytes());

        var both = ours.message(hash);
        assertThat(signers(both)).containsExactly(address(FIRST), address(SECOND));
        var prepared = theirs.does("messages", here(nothing()))
                .required("results")
                .get(0)
                .required("preparedSignature");
        assertThat(theirs.does("isMessageValid", with(with(here(as(THIRD)), "message", message), "signature", prepared))
                        .required("isValid")
                        .asBoolean())
                .isTrue();
    }

    private List<Address> signers(ServedMessage told) {
        var owners = List.of(address(FIRST), address(SECOND), address(THIRD));
        var judged = QueuedMessage.of(safe, told, owners, RECOVERY);
        assertThat(judged.hasStatedHash()).isTrue();
        assertThat(judged.signatures())
                .allSatisfy(one -> assertThat(one.finding()).isEqualTo(Finding.VALID));
        return judged.signatures().stream()
                .flatMap(one -> one.signer().stream())
                .toList();
    }

    @Test
    void theOfficialClientFindsTheSafeWithWhatTheChainSaysOfIt() {
        var info = theirs.does("info", here(nothing()));
        assertThat(info.required("threshold").asInt()).isEqualTo(2);
        assertThat(info.required("nonce").asString()).isEqualTo("0");
        assertThat(info.required("version").asString()).isEqualTo("1.4.1");
        assertThat(info.required("singleton").asString())
                .isEqualTo(SafeRelease.V1_4_1.singleton().toString());
        assertThat(theirs.does("creation", here(nothing()))
                        .required("factoryAddress")
                        .asString())
                .isEqualTo(SafeRelease.V1_4_1.proxyFactory().toString());
        assertThat(theirs.does("owned", nothing().put("owner", address(THIRD).toString()))
                        .required("safes")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains(safe.safe().toString());
        assertThat(theirs.does("about", nothing()).required("name").asString()).isEqualTo("Safe Transaction Service");
        assertThat(theirs.does("singletons", nothing()).size()).isEqualTo(6);
    }
}
