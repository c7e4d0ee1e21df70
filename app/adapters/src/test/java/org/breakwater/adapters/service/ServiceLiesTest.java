package org.breakwater.adapters.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.breakwater.adapters.service.SampleSafe.DOMAIN;
import static org.breakwater.adapters.service.SampleSafe.NEXT;
import static org.breakwater.adapters.service.SampleSafe.OWNERS;
import static org.breakwater.adapters.service.SampleSafe.STRANGER;
import static org.breakwater.adapters.service.SampleSafe.confirmation;
import static org.breakwater.adapters.service.SampleSafe.hash;
import static org.breakwater.adapters.service.SampleSafe.page;
import static org.breakwater.adapters.service.SampleSafe.row;
import static org.breakwater.adapters.service.SampleSafe.transfer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.ServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.ServiceFinding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// A service that lies, named lie by named lie, in front of the real client and the judgement in core.
class ServiceLiesTest {

    private static final String QUEUE = "v2/safes/" + DOMAIN.safe() + "/multisig-transactions/";

    private static final SafeTransaction FIRST = transfer(7, 1);
    private static final SafeTransaction RIVAL = transfer(7, 2);
    private static final SafeTransaction SECOND = transfer(8, 3);

    private ScriptedService service;
    private SafeServiceClient client;

    @BeforeEach
    void start() throws Exception {
        service = new ScriptedService();
        client = service.client();
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    private ServedQueue read(QueuedTransaction... known) throws ServiceException {
        return new ReadServedQueue(client, new EcdsaRecovery()).read(DOMAIN, SampleSafe.owners(), NEXT, List.of(known));
    }

    private ServedQueue told(ObjectNode... rows) throws ServiceException {
        service.on(QUEUE, page(rows));
        return read();
    }

    private ServiceFault fault() {
        return catchThrowableOfType(ServiceException.class, this::read).fault();
    }

    @Test
    void whatAnHonestServiceSaysIsTakenWithoutAFinding() throws Exception {
        var queue = told(row(FIRST, OWNERS.get(0), OWNERS.get(1)), row(SECOND, OWNERS.get(2)));

        assertThat(queue.findings()).isEmpty();
        assertThat(queue.spam()).isEmpty();
        assertThat(queue.hidden()).isZero();
        assertThat(queue.waiting()).extracting(QueuedTransaction::transaction).containsExactly(FIRST, SECOND);
        assertThat(queue.waiting().getFirst().signers())
                .containsExactly(OWNERS.get(0).address(), OWNERS.get(1).address());
        assertThat(queue.waiting().getFirst().served().words()).isEqualTo("Pay the auditor");
    }

    @Test
    void anAlteredFieldGivesAnotherHashThanTheOneNamedAndNobodysSignature() throws Exception {
        var altered = row(FIRST, OWNERS.get(0), OWNERS.get(1))
                .put("to", STRANGER.address().toString());

        var queue = told(altered);

        assertThat(queue.lies()).hasAtLeastOneElementOfType(ServiceFinding.OtherHash.class);
        assertThat(queue.waiting().getFirst().hash()).isNotEqualTo(hash(FIRST));
        assertThat(queue.waiting().getFirst().signers()).isEmpty();
        assertThat(queue.find(hash(FIRST).hash())).isEmpty();
    }

    @Test
    void dataSwappedBetweenTwoTransactionsIsFoundInBoth() throws Exception {
        var first = row(FIRST, OWNERS.get(0));
        var second = row(SECOND, OWNERS.get(0));
        var data = first.required("data").asString();
        first.put("data", second.required("data").asString());
        second.put("data", data);

        var queue = told(first, second);

        assertThat(queue.lies().stream().filter(ServiceFinding.OtherHash.class::isInstance))
                .hasSize(2);
        assertThat(queue.waiting())
                .allSatisfy(transaction -> assertThat(transaction.signers()).isEmpty());
    }

    @Test
    void anotherHashThanTheFieldsHaveIsSaidAndNotCorrected() throws Exception {
        var queue =
                told(row(FIRST, OWNERS.get(0)).put("safeTxHash", hash(SECOND).toString()));

        assertThat(queue.lies())
                .singleElement()
                .satisfies(lie -> assertThat(lie)
                        .isInstanceOfSatisfying(
                                ServiceFinding.OtherHash.class,
                                other -> assertThat(other.own()).isEqualTo(hash(FIRST))));
        assertThat(queue.lies().getFirst().sentence())
                .contains(hash(FIRST).toString(), hash(SECOND).toString());
        assertThat(queue.waiting().getFirst().hasStatedHash()).isFalse();
    }

    @Test
    void anotherOwnersSignatureUnderAnOwnersNameIsTheOtherOwners() throws Exception {
        var row = row(FIRST, OWNERS.get(0));
        ((ObjectNode) row.required("confirmations").get(0))
                .put("owner", OWNERS.get(1).address().toString());

        var queue = told(row);

        assertThat(queue.lies()).singleElement().isInstanceOf(ServiceFinding.DoubtfulSignature.class);
        assertThat(queue.waiting().getFirst().signatures().getFirst().finding()).isEqualTo(Finding.OTHER_OWNER);
        assertThat(queue.waiting().getFirst().signers())
                .containsExactly(OWNERS.get(0).address());
    }

    @Test
    void oneOwnersSignatureUnderTwoNamesCountsOnce() throws Exception {
        var row = row(FIRST, OWNERS.get(0));
        row.withArray("confirmations")
                .add(confirmation(FIRST, OWNERS.get(0))
                        .put("owner", OWNERS.get(1).address().toString()));

        assertThat(told(row).waiting().getFirst().signers())
                .containsExactly(OWNERS.get(0).address());
    }

    @Test
    void aSignatureOverAnotherTransactionCountsForNothing() throws Exception {
        var row = row(FIRST, OWNERS.get(0));
        row.withArray("confirmations").add(confirmation(SECOND, OWNERS.get(1)));

        var queue = told(row);

        assertThat(queue.lies())
                .singleElement()
                .satisfies(lie -> assertThat(lie.sentence()).contains("is not over this transaction"));
        assertThat(queue.waiting().getFirst().signers())
                .containsExactly(OWNERS.get(0).address());
    }

    @Test
    void aStrangersSignatureCountsForNothing() throws Exception {
        var queue = told(row(FIRST, STRANGER));

        assertThat(queue.findings())
                .hasAtLeastOneElementOfType(ServiceFinding.DoubtfulSignature.class)
                .hasAtLeastOneElementOfType(ServiceFinding.NobodySigned.class);
        assertThat(queue.waiting().getFirst().signers()).isEmpty();
    }

    @Test
    void anApprovalThatOnlyTheChainCanConfirmIsNoSignatureHere() throws Exception {
        var row = row(FIRST, OWNERS.get(0));
        var approved = "0x000000000000000000000000%s%064x01"
                .formatted(OWNERS.get(1).address().toString().substring(2), 0);
        row.withArray("confirmations").add(confirmation(FIRST, OWNERS.get(1)).put("signature", approved));

        var queue = told(row);

        assertThat(queue.waiting().getFirst().signatures().getLast().finding()).isEqualTo(Finding.ONLY_ON_CHAIN);
        assertThat(queue.waiting().getFirst().signers())
                .containsExactly(OWNERS.get(0).address());
    }

    /// The preserved answer of the service in February 2025: three signatures over the malicious transaction stand
    /// under the one that was shown.
    @Test
    void theBybitSignaturesAreNoneOfTheTransactionThatWasShown() throws Exception {
        var bybit = new SafeDomain(
                SafeVersion.V1_1_1, new ChainId(1), Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4"));
        var shown = new SafeTransaction(
                Address.parse("0x88a1493366D48225fc3cEFbdae9eBb23E323Ade3"),
                new BigInteger("30000000000000000000000"),
                Bytes.EMPTY,
                Operation.CALL,
                BigInteger.valueOf(45_745),
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.ZERO,
                Address.ZERO,
                BigInteger.valueOf(71));
        var row = row(shown)
                .put("safe", bybit.safe().toString())
                .put("trusted", true)
                .put("safeTxHash", SafeTxHash.of(bybit, shown).toString());
        var owner = Address.parse("0x1F4EB0a903619ac168b19A82F1a6e2e426522211");
        row.withArray("confirmations")
                .add(confirmation(FIRST, OWNERS.get(0))
                        .put("owner", owner.toString())
                        .put(
                                "signature",
                                "0xd0afef78a52fd504479dc2af3dc401334762cbd05609c7ac18db9ec5abf4a07a"
                                        + "5cc09fc86efd3489707b89b0c729faed616459189cb50084f208d03b201b001f1f"));
        service.on("v2/safes/" + bybit.safe() + "/multisig-transactions/", page(row));

        var queue = new ReadServedQueue(client, new EcdsaRecovery())
                .read(bybit, List.of(owner), BigInteger.valueOf(71), List.of());

        assertThat(queue.waiting().getFirst().hash())
                .hasToString("0x9d89e67333f99c136537be74029c44592985a4855172f4c2d0d942029868f98e");
        assertThat(queue.waiting().getFirst().signers()).isEmpty();
        assertThat(queue.lies()).singleElement().isInstanceOf(ServiceFinding.DoubtfulSignature.class);
    }

    @Test
    void aRivalAtTheSameNonceThatIsNotToldAnyMoreIsMissed() throws Exception {
        var rival = told(row(RIVAL, OWNERS.get(2))).waiting().getFirst();
        service.on(QUEUE, page(row(FIRST, OWNERS.get(0))));

        var queue = read(rival);

        assertThat(queue.findings()).containsExactly(new ServiceFinding.Missing(rival));
        assertThat(queue.findings().getFirst().sentence()).contains("nonce 7", "can still be executed");
    }

    @Test
    void rivalsAtOneNonceStandSideBySide() throws Exception {
        var queue = told(row(FIRST, OWNERS.get(0)), row(RIVAL, OWNERS.get(1)));

        assertThat(queue.order().slots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.isContested()).isTrue());
    }

    @Test
    void fewerRowsThanCountedAreSaid() throws Exception {
        service.on(QUEUE, page(row(FIRST, OWNERS.get(0))).put("count", 2));

        assertThat(read().findings()).contains(new ServiceFinding.FewerThanCounted(1, 2));
    }

    @Test
    void moreRowsThanCountedAreRefused() {
        service.on(QUEUE, page(row(FIRST, OWNERS.get(0))).put("count", 0));

        assertThat(fault()).isInstanceOf(ServiceFault.Malformed.class);
    }

    @Test
    void aTransactionOfAnotherSafeIsNotShown() throws Exception {
        var queue =
                told(row(FIRST, OWNERS.get(0)).put("safe", STRANGER.address().toString()));

        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.lies()).singleElement().isInstanceOf(ServiceFinding.OtherSafe.class);
    }

    @Test
    void aTransactionThatIsToldTwiceIsShownOnce() throws Exception {
        var queue = told(row(FIRST, OWNERS.get(0)), row(FIRST, OWNERS.get(0)));

        assertThat(queue.waiting()).hasSize(1);
        assertThat(queue.findings())
                .containsExactly(new ServiceFinding.Repeated(hash(FIRST).hash()));
    }

    @Test
    void anOperationThatTheSafeDoesNotKnowIsNotShown() throws Exception {
        var queue = told(row(FIRST, OWNERS.get(0)).put("operation", 2));

        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.lies()).singleElement().isInstanceOf(ServiceFinding.UnknownOperation.class);
    }

    @Test
    void aUsedUpNonceIsSaid() throws Exception {
        var queue = told(row(transfer(6, 1), OWNERS.get(0)));

        assertThat(queue.findings()).singleElement().isInstanceOf(ServiceFinding.BelowNonce.class);
    }

    @Test
    void theAnswerForOneHashIsRefusedWhereItIsAboutAnother() {
        service.on("v2/multisig-transactions/" + hash(FIRST) + "/", row(SECOND, OWNERS.get(0)));

        var failed = catchThrowableOfType(
                ServiceException.class, () -> client.transaction(hash(FIRST).hash()));

        assertThat(failed.fault()).isInstanceOf(ServiceFault.Malformed.class);
    }

    @Test
    void oneTransactionWithAlteredFieldsIsFoundByItsHash() throws Exception {
        service.on(
                "v2/multisig-transactions/" + hash(FIRST) + "/",
                row(FIRST, OWNERS.get(0)).put("value", "1"));

        var judged = new ReadServedQueue(client, new EcdsaRecovery())
                .transaction(DOMAIN, SampleSafe.owners(), NEXT, hash(FIRST).hash());

        assertThat(judged.lies()).hasAtLeastOneElementOfType(ServiceFinding.OtherHash.class);
        assertThat(judged.find(hash(FIRST).hash())).isEmpty();
    }

    /// Anyone can hand in proposals without a signature; the service hides them and counts them.
    @Test
    void thousandsOfSpamProposalsHideNothingAndAreCounted() throws Exception {
        var spam = IntStream.range(0, 5_000)
                .mapToObj(i -> row(transfer(7 + i % 50, 100 + i)))
                .toList();
        service.on(QUEUE, url -> ScriptedService.json(200, paged(url, spam).toString()));

        var queue = read();

        assertThat(queue.waiting()).extracting(QueuedTransaction::transaction).containsExactly(FIRST);
        assertThat(queue.hidden()).isEqualTo(5_000);
        assertThat(queue.spam()).hasSizeBetween(900, 1_001);
        assertThat(queue.hiddenFault()).isEmpty();
    }

    private ObjectNode paged(HttpUrl url, List<ObjectNode> spam) {
        var first = row(FIRST, OWNERS.get(0));
        if (!"false".equals(url.queryParameter("trusted"))) {
            return page(first);
        }
        var offset = Integer.parseInt(url.queryParameter("offset"));
        var all = new ArrayList<ObjectNode>(List.of(first));
        all.addAll(spam);
        var end = Math.min(all.size(), offset + 100);
        return page(all.subList(offset, end).toArray(ObjectNode[]::new))
                .put("count", all.size())
                .put("next", service.base() + "/" + QUEUE + "?offset=" + end);
    }

    @Test
    void spamThatIsTooLargeToReadLeavesTheQueueReadable() throws Exception {
        var huge = row(transfer(7, 5)).put("data", "0x" + "ab".repeat(600_000));
        service.on(
                QUEUE,
                url -> "false".equals(url.queryParameter("trusted"))
                        ? ScriptedService.json(200, page(huge).toString())
                        : ScriptedService.json(
                                200, page(row(FIRST, OWNERS.get(0))).toString()));

        var queue = read();

        assertThat(queue.waiting()).extracting(QueuedTransaction::transaction).containsExactly(FIRST);
        assertThat(queue.hiddenFault()).isPresent();
    }

    @Test
    void aTransactionThatIsHiddenThoughAnOwnerSignedItIsShown() throws Exception {
        service.on(
                QUEUE,
                url -> ScriptedService.json(
                        200,
                        ("false".equals(url.queryParameter("trusted"))
                                        ? page(row(FIRST, OWNERS.get(0)).put("trusted", false))
                                        : page())
                                .toString()));

        var queue = read();

        assertThat(queue.waiting()).extracting(QueuedTransaction::transaction).containsExactly(FIRST);
        assertThat(queue.lies()).singleElement().isInstanceOf(ServiceFinding.HiddenThoughSigned.class);
    }

    @Test
    void aSignatureThatComesBetweenTwoQuestionsIsNoLie() throws Exception {
        service.on(
                QUEUE,
                url -> ScriptedService.json(
                        200,
                        page("false".equals(url.queryParameter("trusted"))
                                        ? row(FIRST, OWNERS.get(0), OWNERS.get(1))
                                        : row(FIRST, OWNERS.get(0)))
                                .toString()));

        assertThat(read().findings()).isEmpty();
    }

    @Test
    void pagesThatNeverEndAreRefused() {
        service.on(QUEUE, url -> {
            var offset = Integer.parseInt(url.queryParameter("offset"));
            var next = service.base() + "/" + QUEUE + "?offset=" + (offset + 1);
            return ScriptedService.json(
                    200,
                    page(row(transfer(7, offset)))
                            .put("count", 1_000_000)
                            .put("next", next)
                            .toString());
        });

        assertThat(fault()).isInstanceOf(ServiceFault.Endless.class);
        assertThat(service.requests()).hasSizeLessThan(300);
    }

    @Test
    void anEmptyPageBeforeAnotherIsRefused() {
        service.on(QUEUE, page().put("count", 5).put("next", service.base() + "/" + QUEUE));

        assertThat(fault()).isInstanceOf(ServiceFault.Endless.class);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void aNextPageOnAnotherHostIsRefusedAndNotAskedFor() throws Exception {
        try (var other = new ScriptedService()) {
            service.on(QUEUE, page(row(FIRST, OWNERS.get(0))).put("count", 2).put("next", other.base() + "/" + QUEUE));

            assertThat(fault())
                    .isInstanceOfSatisfying(
                            ServiceFault.Malformed.class,
                            malformed -> assertThat(malformed.why()).contains("another host"));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowedSoThatTheKeyStaysHere() throws Exception {
        try (var other = new ScriptedService()) {
            service.on(
                    QUEUE,
                    _ -> new MockResponse.Builder()
                            .code(307)
                            .setHeader("Location", other.base() + "/" + QUEUE)
                            .build());

            assertThat(fault()).isInstanceOf(ServiceFault.Elsewhere.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aTextOfThirtyMegabytesIsNotReadToItsEnd() {
        var text = "x".repeat(30 << 20);
        service.on(QUEUE, page(row(FIRST, OWNERS.get(0)).put("origin", text)));

        assertThat(fault()).isInstanceOf(ServiceFault.TooLarge.class);
    }

    @Test
    void aSmallAnswerThatUnpacksToManyMegabytesIsNotUnpackedToItsEnd() throws Exception {
        var packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            for (int i = 0; i < 100; i++) {
                sink.writeUtf8(" ".repeat(1 << 20));
            }
        }
        assertThat(packed.size()).isLessThan(200_000);
        service.on(
                QUEUE,
                _ -> new MockResponse.Builder()
                        .setHeader("Content-Encoding", "gzip")
                        .body(packed.copy())
                        .build());

        assertThat(fault()).isInstanceOf(ServiceFault.TooLarge.class);
    }

    @Test
    void aTextLongerThanAnyFieldIsRefused() {
        service.on(QUEUE, page(row(FIRST, OWNERS.get(0)).put("origin", "x".repeat(2 << 20))));

        assertThat(fault()).isInstanceOf(ServiceFault.Malformed.class);
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        var body = page(row(FIRST, OWNERS.get(0)).put("dataDecoded", "@"))
                .toString()
                .replace("\"@\"", deep);
        service.on(QUEUE, _ -> ScriptedService.json(200, body));

        assertThat(fault()).isInstanceOf(ServiceFault.Malformed.class);
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        var body = page(row(FIRST, OWNERS.get(0)))
                .toString()
                .replace("\"operation\":0", "\"operation\":0,\"operation\":1");
        service.on(QUEUE, _ -> ScriptedService.json(200, body));

        assertThat(fault())
                .isInstanceOfSatisfying(
                        ServiceFault.Malformed.class,
                        malformed -> assertThat(malformed.why()).containsIgnoringCase("duplicate"));
    }

    @Test
    void aFieldThatStandsTwiceInAnotherSpellingIsRefused() {
        var body = page(row(FIRST, OWNERS.get(0)))
                .toString()
                .replace("\"operation\":0", "\"operation\":0,\"operatio\\u006e\":1");
        service.on(QUEUE, _ -> ScriptedService.json(200, body));

        assertThat(fault()).isInstanceOf(ServiceFault.Malformed.class);
    }

    @Test
    void aFieldThatIsSignedMayNotBeMissing() {
        var row = row(FIRST, OWNERS.get(0));
        row.remove("gasToken");
        service.on(QUEUE, page(row));

        assertThat(fault())
                .isInstanceOfSatisfying(
                        ServiceFault.Malformed.class,
                        malformed -> assertThat(malformed.why()).contains("gasToken"));
    }

    @Test
    void nullStandsForTheZeroAddressAndForNoData() throws Exception {
        var rejection = SafeTransaction.rejection(DOMAIN.safe(), NEXT);
        var row = row(rejection, OWNERS.get(0));
        row.putNull("gasToken").putNull("refundReceiver").putNull("data");

        assertThat(told(row).findings()).isEmpty();
    }

    @Test
    void theKeyIsNotPrinted() throws ProblemException {
        assertThat(client.name()).doesNotContain("secret");
        assertThat(ServiceAddress.of(service.base(), Optional.of("secret-key"))).hasToString(client.name());
    }
}
