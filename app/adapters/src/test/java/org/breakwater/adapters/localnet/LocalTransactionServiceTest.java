package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localservice.LocalTransactionService;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.Listed;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedDelegate;
import org.breakwater.core.service.ServedQueue;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.ServiceRefusal;
import org.breakwater.core.service.ServiceSignature;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.typeddata.TypedDataReader;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The local transaction service over a real node with the published Safe contracts, mostly through our own client.
class LocalTransactionServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final EcdsaRecovery RECOVERY = new EcdsaRecovery();

    private static final List<KeySigner> PEOPLE =
            SafeLaboratory.people().stream().map(KeySigner::new).toList();
    private static final KeySigner FIRST = PEOPLE.get(1);
    private static final KeySigner SECOND = PEOPLE.get(2);
    private static final KeySigner THIRD = PEOPLE.get(3);
    private static final KeySigner STRANGER = PEOPLE.get(5);

    /// Another for each test, so that no two Safes have the same transactions.
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static SafeLaboratory laboratory;
    private static LocalTransactionService service;
    private static SafeServiceClient client;

    private SafeDomain safe;

    @BeforeAll
    static void open() throws ProblemException {
        laboratory = SafeLaboratory.open();
        service = LocalTransactionService.start(
                laboratory.node(), SafeRelease.singletons(), SafeRelease.proxyFactories(), folder, Clock.systemUTC());
        client = SafeServiceClient.open(service.address().toString(), Optional.empty());
    }

    @AfterAll
    static void close() {
        client.close();
        service.close();
        laboratory.close();
    }

    @BeforeEach
    void create() throws ProblemException {
        safe = laboratory.create(SafeVersion.V1_4_1, 2, List.of(FIRST.address(), SECOND.address(), THIRD.address()));
    }

    private static SafeTransaction call(long nonce) {
        var number = Bytes.fromHex("0x%08x".formatted(NUMBERS.incrementAndGet()));
        return SafeTransaction.call(STRANGER.address(), number, BigInteger.valueOf(nonce));
    }

    private SafeTxHash hash(SafeTransaction transaction) {
        return SafeTxHash.of(safe, transaction);
    }

    private Bytes signed(SafeTransaction transaction, KeySigner... signers) {
        return OwnerSignature.inOwnerOrder(Arrays.stream(signers)
                .map(signer -> signer.sign(hash(transaction)))
                .toList());
    }

    private void propose(SafeTransaction transaction, KeySigner sender, KeySigner... signers) throws ServiceException {
        client.propose(new SafeProposal(
                safe,
                transaction,
                sender.address(),
                signers.length == 0 ? Optional.empty() : Optional.of(signed(transaction, signers)),
                "{\"note\":\"A test\"}"));
    }

    private ServedQueue queue() throws ServiceException {
        var told = client.safe(safe.safe());
        return new ReadServedQueue(client, RECOVERY).read(safe, told.owners(), told.nonce(), List.of());
    }

    private static ServiceFault.Refused refused(ThrowingCallable asking) {
        var fault = catchThrowableOfType(ServiceException.class, asking).fault();
        assertThat(fault).isInstanceOf(ServiceFault.Refused.class);
        return (ServiceFault.Refused) fault;
    }

    @Test
    void whatAnOwnerProposesIsToldWithTheSignatureAndTheWords() throws Exception {
        var transaction = call(0);

        propose(transaction, FIRST, FIRST);

        var queue = queue();
        assertThat(queue.findings()).isEmpty();
        var told = queue.find(hash(transaction).hash()).orElseThrow();
        assertThat(told.transaction()).isEqualTo(transaction);
        assertThat(told.signers()).containsExactly(FIRST.address());
        assertThat(told.served().proposer()).contains(FIRST.address());
        assertThat(told.served().words()).isEqualTo("A test");
        assertThat(told.served().submitted()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aProposalWithoutASignatureIsHiddenUntilSomebodySignsIt() throws Exception {
        var transaction = call(0);

        propose(transaction, FIRST);
        assertThat(queue().waiting()).isEmpty();
        assertThat(queue().hidden()).isOne();
        assertThat(queue().spam()).hasSize(1);

        client.confirm(hash(transaction).hash(), signed(transaction, SECOND));
        assertThat(queue().waiting()).hasSize(1);
        assertThat(queue().hidden()).isZero();
    }

    @Test
    void signaturesAreAddedOneByOneAndSeveralInARow() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);

        client.confirm(hash(transaction).hash(), signed(transaction, SECOND, THIRD));

        var told = queue().find(hash(transaction).hash()).orElseThrow();
        assertThat(told.signers()).containsExactlyInAnyOrder(FIRST.address(), SECOND.address(), THIRD.address());
        var listed = client.confirmations(hash(transaction).hash());
        assertThat(listed.rows()).hasSize(3);
        assertThat(listed.isComplete()).isTrue();
    }

    @Test
    void theFirstSignatureOfAnOwnerStays() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var prefixed = new SafeSignature.EthSign(
                FIRST.sign(PersonalMessage.hash(hash(transaction).hash().bytes())));

        client.confirm(
                hash(transaction).hash(),
                OwnerSignature.inOwnerOrder(List.of(new OwnerSignature(FIRST.address(), prefixed))));

        assertThat(client.confirmations(hash(transaction).hash()).rows())
                .singleElement()
                .satisfies(told -> assertThat(told.signature()).isEqualTo(signed(transaction, FIRST)));
    }

    @Test
    void anApprovedHashCountsOnceTheChainHasIt() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var approval = OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(SECOND.address(), new SafeSignature.ApprovedHash(SECOND.address()))));

        assertThat(refused(() -> client.confirm(hash(transaction).hash(), approval))
                        .refusal()
                        .isAbout("signature"))
                .isTrue();
        laboratory.send(
                SafeLaboratory.people().get(2),
                SafeCall.of(
                        safe.safe(),
                        AbiEncoder.call(
                                FunctionSignature.parse("approveHash(bytes32)"),
                                new AbiValue.Binary(hash(transaction).hash().bytes()))));
        client.confirm(hash(transaction).hash(), approval);

        assertThat(queue().find(hash(transaction).hash())
                        .orElseThrow()
                        .signatures()
                        .getLast()
                        .finding())
                .isEqualTo(Finding.ONLY_ON_CHAIN);
    }

    @Test
    void aContractThatIsAnOwnerSignsIfItSaysSo() throws Exception {
        var nested = laboratory.create(SafeVersion.V1_4_1, 1, List.of(THIRD.address()));
        safe = laboratory.create(SafeVersion.V1_4_1, 1, List.of(FIRST.address(), nested.safe()));
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var asked = NestedOwner.messageHash(nested, safe.version(), hash(transaction));
        var inner = OwnerSignature.inOwnerOrder(List.of(new OwnerSignature(THIRD.address(), THIRD.sign(asked.hash()))));
        var wrong = OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(STRANGER.address(), STRANGER.sign(asked.hash()))));

        assertThat(refused(() -> client.confirm(hash(transaction).hash(), contract(nested, wrong)))
                        .refusal()
                        .isAbout("signature"))
                .isTrue();
        client.confirm(hash(transaction).hash(), contract(nested, inner));

        assertThat(client.confirmations(hash(transaction).hash()).rows())
                .extracting(told -> told.owner())
                .containsExactlyInAnyOrder(FIRST.address(), nested.safe());
    }

    private static Bytes contract(SafeDomain owner, Bytes inner) {
        return OwnerSignature.inOwnerOrder(
                List.of(new OwnerSignature(owner.safe(), new SafeSignature.Contract(owner.safe(), inner))));
    }

    @Test
    void whatIsExecutedIsToldWithItsBlockAndTakesNoMoreSignatures() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var blob = signed(transaction, FIRST, SECOND);

        laboratory.execute(safe, transaction, blob);

        assertThat(queue().waiting()).isEmpty();
        assertThat(client.safe(safe.safe()).nonce()).isOne();
        var done = client.executed(safe.safe(), 10).rows();
        assertThat(done).singleElement().satisfies(told -> {
            assertThat(told.transaction()).isEqualTo(transaction);
            assertThat(told.executedIn()).isPresent();
        });
        var row = get("v2/multisig-transactions/" + hash(transaction) + "/");
        assertThat(row.required("isExecuted").asBoolean()).isTrue();
        assertThat(row.required("isSuccessful").asBoolean()).isTrue();
        assertThat(row.required("signatures").asString()).isEqualTo(blob.toHex());
        assertThat(row.required("executor").asString())
                .isEqualTo(PEOPLE.getFirst().address().toString());
        assertThat(refused(() -> client.confirm(hash(transaction).hash(), signed(transaction, SECOND)))
                        .refusal()
                        .toString())
                .contains("was already executed");
        assertThat(refused(() -> propose(call(0), FIRST, FIRST)).refusal().toString())
                .contains(
                        "Tx with nonce=0",
                        "already executed in tx-hash="
                                + done.getFirst().executedIn().orElseThrow());
        assertThat(refused(() -> propose(transaction, FIRST, FIRST)).refusal().toString())
                .contains("was already executed in tx-hash=");
    }

    @Test
    void whatWasNeverProposedIsToldOnceItIsExecuted() throws Exception {
        for (int nonce = 0; nonce < 3; nonce++) {
            var transaction = call(nonce);
            laboratory.execute(safe, transaction, signed(transaction, FIRST, SECOND));
        }

        assertThat(client.executed(safe.safe(), 10).rows())
                .extracting(told -> told.transaction().nonce().intValueExact())
                .containsExactly(2, 1, 0);
    }

    @Test
    void manyWhoAskAtOnceAreToldTheSame() throws Exception {
        for (int nonce = 0; nonce < 3; nonce++) {
            var transaction = call(nonce);
            laboratory.execute(safe, transaction, signed(transaction, FIRST, SECOND));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Listed<ServedTransaction>> asking = () -> client.executed(safe.safe(), 10);
            var asked = threads.invokeAll(Collections.nCopies(20, asking));
            for (var answer : asked) {
                assertThat(answer.get().rows()).hasSize(3);
            }
        }
    }

    @Test
    void aChainThatGoesBackTakesItsExecutionsAlong() throws Exception {
        var rpc = new AnvilRpc(laboratory.node().address());
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);
        var before = rpc.ask("evm_snapshot").asString();
        laboratory.execute(safe, transaction, signed(transaction, FIRST, SECOND));
        assertThat(client.executed(safe.safe(), 10).rows()).hasSize(1);

        rpc.ask("evm_revert", before);

        assertThat(client.executed(safe.safe(), 10).rows()).isEmpty();
        assertThat(queue().waiting()).hasSize(1);
    }

    @Test
    void listsAreFilteredSortedAndPaged() throws Exception {
        for (int nonce = 0; nonce < 5; nonce++) {
            propose(call(nonce), FIRST, FIRST);
        }
        propose(call(4), SECOND, SECOND);
        var list = "v2/safes/" + safe.safe() + "/multisig-transactions/";

        assertThat(nonces(get(list))).containsExactly("4", "4", "3", "2", "1", "0");
        assertThat(nonces(get(list + "?ordering=nonce&nonce__gte=3"))).containsExactly("3", "4", "4");
        assertThat(nonces(get(list + "?nonce__lt=2&ordering=nonce"))).containsExactly("0", "1");
        assertThat(nonces(get(list + "?executed=true"))).isEmpty();
        assertThat(nonces(get(list + "?has_confirmations=false"))).isEmpty();
        var page = get(list + "?ordering=nonce&limit=4");
        assertThat(page.required("count").asInt()).isEqualTo(6);
        assertThat(page.required("countUniqueNonce").asInt()).isEqualTo(5);
        assertThat(page.required("previous").isNull()).isTrue();
        var next = JSON.readTree(body(page.required("next").asString()));
        assertThat(nonces(next)).containsExactly("4", "4");
        assertThat(next.required("next").isNull()).isTrue();
    }

    private static List<String> nonces(JsonNode page) {
        return page.required("results")
                .valueStream()
                .map(row -> row.required("nonce").asString())
                .toList();
    }

    /// What is changed in a proposal that would be taken, and the words that it is refused with.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contractTransactionHash | \"0x1111111111111111111111111111111111111111111111111111111111111111\""
                        + " | does not match provided contract-tx-hash",
                "value | \"1\" | does not match provided contract-tx-hash",
                "nonce | -1 | greater than or equal to 0",
                "nonce | \"x\" | A valid integer is required.",
                "nonce | null | This field may not be null.",
                "operation | 2 | is not a valid choice.",
                "to | \"0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1\" | is not checksumed",
                "to | \"0x90\" | Address is not valid.",
                "data | \"0xabc\" | Value is not a valid hex",
                "sender | \"0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1\" | is not an owner or delegate. Current"
                        + " owners=",
                "sender | \"0x0000000000000000000000000000000000000000\" | 0x0 address is not allowed",
                "signature | \"0x1234\" | Signature cannot be read",
                "signature | \"0xzz\" | Value is not a valid hex",
                "safeTxGas | 115792089237316195423570985008687907853269984665640564039457584007913129639936"
                        + " | less than or equal to",
            })
    void aProposalIsRefusedForWhatIsWrongWithIt(String field, String value, String words) throws Exception {
        var body = proposal(call(0));
        body.set(field, JSON.readTree(value));

        var reply = post("v2/safes/" + safe.safe() + "/multisig-transactions/", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains(words);
        assertThat(queue().waiting()).isEmpty();
        assertThat(queue().hidden()).isZero();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() throws Exception {
        var reply = post("v2/safes/" + safe.safe() + "/multisig-transactions/", JSON.createObjectNode());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(JSON.readTree(reply.text()).propertyNames())
                .contains("to", "value", "operation", "nonce", "contractTransactionHash", "sender");
    }

    private ObjectNode proposal(SafeTransaction transaction) {
        return JSON.createObjectNode()
                .put("to", transaction.to().toString())
                .put("value", transaction.value().toString())
                .put("data", transaction.data().toHex())
                .put("operation", 0)
                .put("safeTxGas", 0)
                .put("baseGas", 0)
                .put("gasPrice", 0)
                .put("nonce", transaction.nonce().toString())
                .put("contractTransactionHash", hash(transaction).toString())
                .put("sender", FIRST.address().toString())
                .put("signature", signed(transaction, FIRST).toHex());
    }

    @Test
    void theSameProposalUnchangedIsTaken() throws Exception {
        var reply = post("v2/safes/" + safe.safe() + "/multisig-transactions/", proposal(call(0)));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text()).isEmpty();
        assertThat(queue().waiting()).hasSize(1);
    }

    @Test
    void signaturesOfStrangersOthersAndTwiceOfOneAreRefused() throws Exception {
        var transaction = call(0);
        assertThat(refused(() -> propose(transaction, FIRST, STRANGER))
                        .refusal()
                        .toString())
                .contains("Signer=" + STRANGER.address() + " is not an owner");
        assertThat(refused(() -> propose(transaction, FIRST, SECOND)).refusal().toString())
                .contains("Signature does not match sender=" + FIRST.address());
        var twice = Bytes.concat(signed(transaction, FIRST), signed(transaction, FIRST));
        assertThat(refused(() -> client.propose(
                                new SafeProposal(safe, transaction, FIRST.address(), Optional.of(twice), "")))
                        .refusal()
                        .toString())
                .contains("is duplicated");
        propose(transaction, FIRST, FIRST);
        assertThat(refused(() -> client.confirm(hash(transaction).hash(), signed(transaction, STRANGER)))
                        .refusal()
                        .isAbout("signature"))
                .isTrue();
        assertThat(refused(() -> client.confirm(hash(transaction).hash(), signed(call(0), SECOND)))
                        .refusal()
                        .toString())
                .contains("is not an owner");
        assertThat(queue().waiting().getFirst().signers()).containsExactly(FIRST.address());
    }

    @Test
    void aForgedProposerStaysAndTheWordsOfTheFirstWhoSignsCount() throws Exception {
        var transaction = call(0);
        propose(transaction, SECOND);
        client.propose(
                new SafeProposal(safe, transaction, FIRST.address(), Optional.of(signed(transaction, FIRST)), "Mine"));

        var told = queue().waiting().getFirst().served();
        assertThat(told.proposer()).contains(SECOND.address());
        assertThat(told.words()).isEqualTo("Mine");
    }

    @Test
    void aDelegateProposesInAnOwnersNameUntilTheNameIsTakenBack() throws Exception {
        var delegate = new ServedDelegate(
                Optional.of(safe.safe()), STRANGER.address(), FIRST.address(), "Clerk", Optional.empty());
        assertThat(refused(() -> client.addDelegate(delegate, named(STRANGER.address(), SECOND, 0)))
                        .refusal()
                        .toString())
                .contains("Signature does not match");
        assertThat(refused(() -> client.addDelegate(delegate, named(STRANGER.address(), FIRST, 2)))
                        .status())
                .isEqualTo(400);
        client.addDelegate(delegate, named(STRANGER.address(), FIRST, 1));
        assertThat(client.delegates(safe.safe()).rows()).containsExactly(delegate);

        var transaction = call(0);
        propose(transaction, STRANGER, STRANGER);
        var told = queue().waiting().getFirst().served();
        assertThat(told.proposer()).contains(FIRST.address());
        assertThat(told.delegate()).contains(STRANGER.address());
        assertThat(told.confirmations()).isEmpty();

        client.removeDelegate(
                Optional.of(safe.safe()), STRANGER.address(), FIRST.address(), named(STRANGER.address(), STRANGER, 0));
        assertThat(client.delegates(safe.safe()).rows()).isEmpty();
        assertThat(refused(() -> propose(call(1), STRANGER, STRANGER)).refusal().toString())
                .contains("is not an owner or delegate");
    }

    private Bytes named(Address delegate, KeySigner signer, int hoursAgo) {
        var hour = ServiceSignature.hour(Instant.now()) - hoursAgo;
        return signer.sign(ServiceSignature.delegate(laboratory.node().chain(), delegate, hour)
                        .hash())
                .bytes();
    }

    @Test
    void delegatesAreListedBySomething() throws Exception {
        var reply = exchange(new Request.Builder().url(service.address() + "/v2/delegates/"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("[\"At least one query param must be provided\"]");
    }

    @Test
    void onlyTheProposerHasATransactionDeleted() throws Exception {
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);

        assertThat(refused(() -> client.delete(hash(transaction).hash(), deletion(transaction, SECOND)))
                        .status())
                .isEqualTo(400);
        client.delete(hash(transaction).hash(), deletion(transaction, FIRST));

        assertThat(queue().waiting()).isEmpty();
        assertThat(catchThrowableOfType(
                                ServiceException.class,
                                () -> client.transaction(hash(transaction).hash()))
                        .fault())
                .isInstanceOf(ServiceFault.Unknown.class);
    }

    private Bytes deletion(SafeTransaction transaction, KeySigner signer) {
        var hour = ServiceSignature.hour(Instant.now());
        return signer.sign(ServiceSignature.deletion(
                                laboratory.node().chain(),
                                safe.safe(),
                                hash(transaction).hash(),
                                hour)
                        .hash())
                .bytes();
    }

    @Test
    void aMessageIsSignedByOneOwnerAfterTheOther() throws Exception {
        var content = new ServedMessage.Content.Text("We own this Safe, on day " + NUMBERS.incrementAndGet());
        signInTurn(content);
    }

    @Test
    void typedDataIsSignedByOneOwnerAfterTheOther() throws Exception {
        var json = JsonText.parse("a note", """
            {"types": {"Note": [{"name": "text", "type": "string"}], "EIP712Domain": []}, "primaryType": "Note",
             "domain": {}, "message": {"text": "%d"}}\
            """.formatted(NUMBERS.incrementAndGet()), TypedDataReader.LIMITS);
        signInTurn(new ServedMessage.Content.Typed(TypedDataReader.read(json), json.root()));
    }

    private void signInTurn(ServedMessage.Content content) throws Exception {
        var hash = SafeMessageHash.of(safe, content.hash().bytes());
        client.addMessage(safe.safe(), content, FIRST.sign(hash.hash()).bytes(), "a note");
        assertThat(refused(() -> client.addMessage(
                                safe.safe(), content, FIRST.sign(hash.hash()).bytes(), ""))
                        .refusal()
                        .toString())
                .contains("already exists in DB");
        assertThat(refused(() -> client.confirmMessage(
                                hash.hash(), STRANGER.sign(hash.hash()).bytes()))
                        .refusal()
                        .toString())
                .contains("is not an owner of the Safe");
        assertThat(refused(() -> client.confirmMessage(
                                hash.hash(), FIRST.sign(hash.hash()).bytes()))
                        .refusal()
                        .toString())
                .contains("already exists");
        client.confirmMessage(hash.hash(), SECOND.sign(hash.hash()).bytes());

        var told = client.message(hash.hash());
        assertThat(client.messages(safe.safe()).rows())
                .singleElement()
                .satisfies(listed -> assertThat(listed.statedHash()).isEqualTo(hash.hash()));
        var judged = QueuedMessage.of(safe, told, List.of(FIRST.address(), SECOND.address()), RECOVERY);
        assertThat(judged.hasStatedHash()).isTrue();
        assertThat(judged.signatures())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.finding()).isEqualTo(Finding.VALID));
    }

    @ParameterizedTest
    @EnumSource(names = {"V1_3_0", "V1_4_1", "V1_5_0"})
    void safesOfEveryPublishedVersionAreServed(SafeVersion version) throws Exception {
        safe = laboratory.create(version, 1, List.of(FIRST.address()));
        var transaction = call(0);
        propose(transaction, FIRST, FIRST);

        var told = client.safe(safe.safe());

        assertThat(told.version()).isEqualTo(version.toString());
        assertThat(told.owners()).containsExactly(FIRST.address());
        assertThat(told.threshold()).isOne();
        assertThat(queue().findings()).isEmpty();
        laboratory.execute(safe, transaction, signed(transaction, FIRST));
        assertThat(client.executed(safe.safe(), 1).rows())
                .singleElement()
                .satisfies(done -> assertThat(done.statedHash())
                        .isEqualTo(hash(transaction).hash()));
    }

    @Test
    void theServiceSaysWhatItIsAndHowSafesCameToBe() throws Exception {
        assertThat(client.about().name()).isEqualTo("Safe Transaction Service");
        assertThat(client.chain()).isEqualTo(laboratory.node().chain());
        assertThat(client.indexing().synced()).isTrue();
        assertThat(client.singletons()).hasSize(6);
        var creation = client.creation(safe.safe());
        assertThat(creation.factory()).isEqualTo(SafeRelease.V1_4_1.proxyFactory());
        assertThat(creation.singleton()).contains(SafeRelease.V1_4_1.singleton());
        assertThat(creation.setup().toHex()).startsWith("0xb63e800d");
        assertThat(client.safesOf(THIRD.address()).rows())
                .extracting(ServedSafe::address)
                .contains(safe.safe());
        assertThat(client.safesWith(STRANGER.address()).rows()).isEmpty();
        assertThat(client.estimate(safe.safe(), SafeCall.of(STRANGER.address(), Bytes.EMPTY)))
                .isPositive();
        var forbidden = SafeCall.of(SafeRelease.V1_4_1.singleton(), Bytes.fromHex("0x610b5925" + "00".repeat(32)));
        assertThat(refused(() -> client.estimate(safe.safe(), forbidden))
                        .refusal()
                        .code())
                .hasValue(ServiceRefusal.ESTIMATION);
    }

    @Test
    void whatIsNoSafeIsUnknown() {
        assertThat(catchThrowableOfType(ServiceException.class, () -> client.safe(STRANGER.address()))
                        .fault())
                .isInstanceOf(ServiceFault.Unknown.class);
        assertThat(catchThrowableOfType(ServiceException.class, () -> client.transaction(Hash32.ZERO))
                        .fault())
                .isInstanceOf(ServiceFault.Unknown.class);
    }

    // What is no request

    private record Answered(int status, String text) {}

    private static Answered exchange(Request.Builder request) throws IOException {
        try (var reply = new OkHttpClient.Builder()
                .followRedirects(false)
                .build()
                .newCall(request.build())
                .execute()) {
            return new Answered(reply.code(), reply.body().string());
        }
    }

    private static Answered post(String path, JsonNode body) throws IOException {
        return exchange(new Request.Builder()
                .url(service.address() + "/" + path)
                .post(RequestBody.create(body.toString(), JSON_TYPE)));
    }

    private static String body(String url) throws IOException {
        return exchange(new Request.Builder().url(url)).text();
    }

    private static JsonNode get(String path) throws IOException {
        return JSON.readTree(body(service.address() + "/" + path));
    }

    @Test
    void anAddressWithoutItsChecksumIsRefusedAsTheRealServiceDoes() throws Exception {
        var lower = safe.safe().toString().toLowerCase(Locale.ROOT);

        var reply = exchange(new Request.Builder().url(service.address() + "/v1/safes/" + lower + "/"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text())
                .isEqualTo("{\"code\":1,\"message\":\"Checksum address validation failed\",\"arguments\":[\"" + lower
                        + "\"]}");
    }

    @Test
    void aMissingSlashLeadsToTheAddressThatHasIt() throws Exception {
        assertThat(exchange(new Request.Builder().url(service.address() + "/v1/about"))
                        .status())
                .isEqualTo(301);
    }

    @Test
    void pagesInABrowserAreNotAnswered() throws Exception {
        var about = service.address() + "/v1/about/";
        assertThat(exchange(new Request.Builder().url(about).header("Host", "evil.example"))
                        .status())
                .isEqualTo(421);
        assertThat(exchange(new Request.Builder().url(about).header("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(exchange(new Request.Builder()
                                .url(service.address() + "/v2/delegates/")
                                .post(RequestBody.create("a=b", MediaType.get("application/x-www-form-urlencoded"))))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void whatIsNoRequestHasItsStatus() throws Exception {
        var confirm = service.address() + "/v1/multisig-transactions/" + Hash32.ZERO + "/confirmations/";
        assertThat(exchange(new Request.Builder().url(service.address() + "/v9/nothing/"))
                        .status())
                .isEqualTo(404);
        assertThat(exchange(new Request.Builder().url(confirm).put(RequestBody.create("{}", JSON_TYPE)))
                        .status())
                .isEqualTo(405);
        for (var body : List.of("", "{", "[]", "{\"a\":1,\"a\":2}", "{\"a\":" + "[".repeat(1_000))) {
            assertThat(exchange(new Request.Builder().url(confirm).post(RequestBody.create(body, JSON_TYPE)))
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(exchange(new Request.Builder()
                                .url(confirm)
                                .post(RequestBody.create("\"" + "x".repeat(3 << 20) + "\"", JSON_TYPE)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void theServiceListensOnLoopbackAlone() {
        assertThat(service.address().getHost()).isEqualTo("127.0.0.1");
    }
}
