package org.breakwater.adapters.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.breakwater.adapters.service.SampleSafe.DOMAIN;
import static org.breakwater.adapters.service.SampleSafe.JSON;
import static org.breakwater.adapters.service.SampleSafe.OWNERS;
import static org.breakwater.adapters.service.SampleSafe.STRANGER;
import static org.breakwater.adapters.service.SampleSafe.hash;
import static org.breakwater.adapters.service.SampleSafe.page;
import static org.breakwater.adapters.service.SampleSafe.row;
import static org.breakwater.adapters.service.SampleSafe.signature;
import static org.breakwater.adapters.service.SampleSafe.transfer;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedDelegate;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.ServiceRefusal;
import org.breakwater.core.service.ServiceRefusal.Reason;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// How the client asks, waits and says what went wrong.
class SafeServiceClientTest {

    private static final Address SAFE = DOMAIN.safe();
    private static final SafeTransaction TRANSACTION = transfer(7, 1);
    private static final String ABOUT = "v1/about/";

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

    private static ServiceFault fault(ThrowingCallable asking) {
        return catchThrowableOfType(ServiceException.class, asking).fault();
    }

    private String line() {
        return ScriptedService.line(service.requests().getLast());
    }

    private ObjectNode body() {
        return (ObjectNode) JSON.readTree(
                requireNonNull(service.requests().getLast().getBody()).utf8());
    }

    @Test
    void everyQuestionBearsTheKeyAndEndsItsPathWithASlash() throws Exception {
        service.on(
                ABOUT,
                JSON.createObjectNode().put("name", "Safe Transaction Service").put("version", "6.10.1"));

        assertThat(client.about().version()).isEqualTo("6.10.1");

        var request = service.requests().getFirst();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret-key");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getUrl().encodedPath()).endsWith("/");
    }

    @Test
    void addressesAreAskedForWithTheirChecksum() throws Exception {
        service.on(
                "v1/safes/" + SAFE + "/",
                JSON.createObjectNode()
                        .put("address", SAFE.toString())
                        .put("nonce", "7")
                        .put("threshold", 2)
                        .put("masterCopy", STRANGER.address().toString())
                        .put("fallbackHandler", Address.ZERO.toString())
                        .put("guard", Address.ZERO.toString())
                        .put("version", "1.4.1+L2")
                        .set(
                                "owners",
                                JSON.createArrayNode()
                                        .add(OWNERS.getFirst().address().toString()))
                        .set("modules", JSON.createArrayNode()));

        var safe = client.safe(SAFE);

        assertThat(line()).isEqualTo("v1/safes/0x5aFE3855358E112B5647B952709E6165e1c1eEEe/");
        assertThat(safe.nonce()).isEqualTo(7);
        assertThat(safe.guard()).isEmpty();
        assertThat(safe.owners()).containsExactly(OWNERS.getFirst().address());
    }

    @Test
    void theQueueIsAskedForFromANonceAndOnceMoreForWhatIsHidden() throws Exception {
        service.on("v2/safes/" + SAFE + "/multisig-transactions/", page(row(TRANSACTION, OWNERS.get(0))));

        client.queue(SAFE, BigInteger.valueOf(7));

        assertThat(service.requests().stream().map(ScriptedService::line))
                .containsExactly(
                        "v2/safes/" + SAFE
                                + "/multisig-transactions/?executed=false&nonce__gte=7&ordering=nonce&limit=100&offset=0",
                        "v2/safes/" + SAFE
                                + "/multisig-transactions/?executed=false&nonce__gte=7&ordering=nonce&trusted=false"
                                + "&limit=100&offset=0");
    }

    @Test
    void pagesAreReadToTheEnd() throws Exception {
        service.on("v2/delegates/", url -> {
            var offset = Integer.parseInt(url.queryParameter("offset"));
            var end = Math.min(250, offset + 100);
            var rows = IntStream.range(offset, end)
                    .mapToObj(i -> JSON.createObjectNode()
                            .put("safe", SAFE.toString())
                            .put("delegate", STRANGER.address().toString())
                            .put("delegator", OWNERS.getFirst().address().toString())
                            .put("label", "label " + i)
                            .putNull("expiryDate"))
                    .toArray(ObjectNode[]::new);
            var page = page(rows).put("count", 250);
            if (end < 250) {
                page.put("next", service.base() + "/v2/delegates/?limit=100&offset=" + end);
            }
            return ScriptedService.json(200, page.toString());
        });

        var delegates = client.delegates(SAFE);

        assertThat(delegates.rows()).hasSize(250);
        assertThat(delegates.rows().getLast().label()).isEqualTo("label 249");
        assertThat(delegates.isComplete()).isTrue();
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void aProposalBearsItsHashAndItsSendersSignature() throws Exception {
        service.on("v2/safes/" + SAFE + "/multisig-transactions/", _ -> ScriptedService.status(201));

        client.propose(new SafeProposal(
                DOMAIN,
                TRANSACTION,
                OWNERS.getFirst().address(),
                Optional.of(signature(TRANSACTION, OWNERS.getFirst())),
                "a note"));

        assertThat(service.requests().getLast().getMethod()).isEqualTo("POST");
        assertThat(body().required("contractTransactionHash").asString())
                .isEqualTo(hash(TRANSACTION).toString());
        assertThat(body().required("sender").asString())
                .isEqualTo(OWNERS.getFirst().address().toString());
        assertThat(body().required("nonce").asString()).isEqualTo("7");
        assertThat(body().required("origin").asString()).isEqualTo("a note");
    }

    @Test
    void signaturesDeletionsDelegatesAndMessagesGoWhereTheyBelong() throws Exception {
        var hash = hash(TRANSACTION);
        var signed = signature(TRANSACTION, OWNERS.getFirst());
        for (var path : new String[] {
            "v1/multisig-transactions/" + hash + "/confirmations/",
            "v2/multisig-transactions/" + hash + "/",
            "v2/delegates/",
            "v2/delegates/" + STRANGER.address() + "/",
            "v1/safes/" + SAFE + "/messages/",
            "v1/messages/" + hash + "/signatures/"
        }) {
            service.on(path, _ -> ScriptedService.status(201));
        }
        var delegate = new ServedDelegate(
                Optional.of(SAFE),
                STRANGER.address(),
                OWNERS.getFirst().address(),
                "A helper",
                Optional.of(Instant.parse("2030-01-01T00:00:00Z")));

        client.confirm(hash.hash(), signed);
        assertThat(line()).endsWith("/confirmations/");
        assertThat(body().required("signature").asString()).isEqualTo(signed.toHex());

        client.delete(hash.hash(), signed);
        assertThat(service.requests().getLast().getMethod()).isEqualTo("DELETE");

        client.addDelegate(delegate, signed);
        assertThat(body().required("expiryDate").asString()).isEqualTo("2030-01-01T00:00:00Z");

        client.removeDelegate(
                Optional.of(SAFE), STRANGER.address(), OWNERS.getFirst().address(), signed);
        assertThat(line()).isEqualTo("v2/delegates/" + STRANGER.address() + "/");
        assertThat(body().required("safe").asString()).isEqualTo(SAFE.toString());

        client.addMessage(SAFE, new ServedMessage.Content.Text("I own this"), signed, "");
        assertThat(body().required("message").asString()).isEqualTo("I own this");

        client.confirmMessage(hash.hash(), signed);
        assertThat(line()).endsWith("/signatures/");
    }

    @Test
    void aServiceThatWantsToBeLeftAloneIsLeftAloneAsLongAsItAsks() throws Exception {
        var asked = new int[1];
        service.on(
                ABOUT,
                _ -> asked[0]++ < 2
                        ? new MockResponse.Builder()
                                .code(429)
                                .setHeader("Retry-After", "3")
                                .build()
                        : ScriptedService.json(200, "{\"name\":\"n\",\"version\":\"1\"}"));

        assertThat(client.about().name()).isEqualTo("n");
        assertThat(service.waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void safesOwnHeaderCountsInSeconds() throws Exception {
        var asked = new int[1];
        service.on(
                ABOUT,
                _ -> asked[0]++ < 1
                        ? new MockResponse.Builder()
                                .code(429)
                                .setHeader("X-RateLimit-Reset", "2")
                                .build()
                        : ScriptedService.json(200, "{\"name\":\"n\",\"version\":\"1\"}"));

        client.about();

        assertThat(service.waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void waitsAreBoundedInNumberAndInLength() {
        service.on(ABOUT, _ -> ScriptedService.status(429));
        assertThat(fault(client::about)).isInstanceOf(ServiceFault.RateLimited.class);
        assertThat(service.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

        service.waits.clear();
        service.on(
                ABOUT,
                _ -> new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "86400")
                        .build());
        assertThat(fault(client::about).problem().happened()).contains("left alone for 86400 s");
        assertThat(service.waits).isEmpty();
    }

    @Test
    void aSafeThatIsNotServedForLegalReasonsIsSaidSo() {
        service.on(
                "v1/safes/" + SAFE + "/",
                _ -> ScriptedService.json(451, "{\"detail\":\"Safe is unavailable for legal reasons\"}"));

        assertThat(fault(() -> client.safe(SAFE)))
                .isInstanceOfSatisfying(
                        ServiceFault.LegalReasons.class,
                        legal -> assertThat(legal.problem().toString())
                                .contains("for legal reasons", "owners can still sign"));
    }

    @Test
    void aServiceOutOfOrderIsAskedThreeTimesAndNamesItsReason() {
        service.on(
                ABOUT,
                _ -> ScriptedService.json(
                        503,
                        "{\"exception\":\"Problem connecting to Ethereum"
                                + " network\",\"trace\":\"NodeConnectionException\"}"));

        assertThat(fault(client::about)).isInstanceOfSatisfying(ServiceFault.Unavailable.class, down -> {
            assertThat(down.status()).isEqualTo(503);
            assertThat(down.refusal()).hasToString("Problem connecting to Ethereum network");
        });
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void whatChangesSomethingIsNotSentTwiceToAServiceOutOfOrder() {
        var hash = hash(TRANSACTION).hash();
        service.on("v1/multisig-transactions/" + hash + "/confirmations/", _ -> ScriptedService.status(503));

        assertThat(fault(() -> client.confirm(hash, Bytes.zeros(65)))).isInstanceOf(ServiceFault.Unavailable.class);
        assertThat(service.requests()).hasSize(1);
    }

    /// The six ways in which the service writes that it says no.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"signature\":[\"Signature is too short\"]} | signature: Signature is too short",
                "422 | {\"nonFieldErrors\":[\"Sender is not an owner\"]} | Sender is not an owner",
                "400 | {\"detail\":\"Executed transactions cannot be deleted\"} | Executed transactions cannot be"
                        + " deleted",
                "400 | [\"At least one query param must be provided\"] | At least one query param must be provided",
                "422 | {\"code\":1,\"message\":\"Checksum address validation failed\",\"arguments\":[\"0xab\"]}"
                        + " | Checksum address validation failed",
                "400 | {\"exception\":\"IOException\",\"trace\":\"at line 3\"} | IOException",
                "422 | {\"safe\":{\"delegator\":[\"Not an owner\"]}} | safe.delegator: Not an owner",
                "400 | <html>Bad Request</html> | no reason given",
                "422 | `` | no reason given"
            })
    void everyRefusalIsToldInTheServicesWords(int status, String body, String words) {
        service.on(ABOUT, _ -> ScriptedService.json(status, body));

        assertThat(fault(client::about)).isInstanceOfSatisfying(ServiceFault.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.refusal()).hasToString(words);
            assertThat(refused.problem().happened()).contains(words);
        });
    }

    @Test
    void aRefusalNamesItsFieldAndItsCode() {
        var refusal = RefusalBody.read("{\"code\":50,\"message\":\"Cannot get Safe info from blockchain\"}");
        assertThat(refusal.code()).hasValue(ServiceRefusal.UNREADABLE_SAFE);
        assertThat(RefusalBody.read("{\"nonce\":[\"x\"]}").isAbout("nonce")).isTrue();
        assertThat(RefusalBody.read("{\"nonce\":[\"x\"]}").reasons()).containsExactly(new Reason("nonce", "x"));
    }

    @Test
    void aRefusalsWordsAreShortAndPlain() {
        var words = RefusalBody.read("{\"detail\":\"\\u202Eevil\\u0007" + "a".repeat(5_000) + "\"}")
                .toString();

        assertThat(words).hasSizeLessThan(250).doesNotContain("\u202e", "\u0007");
    }

    @ParameterizedTest
    @CsvSource({"401,Shut", "403,Shut", "404,Unknown", "302,Elsewhere", "500,Unavailable", "418,Refused"})
    void everyStatusHasItsFault(int status, String fault) {
        service.on(ABOUT, _ -> ScriptedService.status(status));

        assertThat(fault(client::about).getClass().getSimpleName()).isEqualTo(fault);
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        service.on(
                ABOUT,
                _ -> new MockResponse.Builder()
                        .body("{\"name\":\"Safe Transaction Service\",\"version\":\"6\"}")
                        .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
                        .build());

        assertThat(fault(client::about)).isInstanceOf(ServiceFault.Malformed.class);
    }

    @Test
    void aServiceThatIsNotThereIsUnreachable() throws Exception {
        service.close();

        assertThat(fault(client::about)).isInstanceOf(ServiceFault.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.safe.global/tx-service/eth/api",
                "ftp://127.0.0.1/api",
                "https://somebody@api.safe.global/api",
                "https://api.safe.global/api?x=1",
                "not an address"
            })
    void anAddressThatWouldGiveTheKeyAwayIsRefused(String address) {
        assertThatThrownBy(() -> SafeServiceClient.open(address, Optional.of("key")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyWithALineBreakIsRefused() {
        assertThatThrownBy(() -> SafeServiceClient.open("https://api.safe.global/api", Optional.of("a\r\nX-Evil: 1")))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("Evil");
    }

    @Test
    void aMessageOfTypedDataIsReadAndItsHashIsItsOwn() throws Exception {
        var typed = JSON.valueToTree(Map.of(
                "types", Map.of("Note", List.of(Map.of("name", "text", "type", "string"))),
                "primaryType", "Note",
                "domain", Map.of(),
                "message", Map.of("text", "hello")));
        var row = JSON.createObjectNode()
                .put("created", "2026-11-20T10:00:00Z")
                .put("modified", "2026-11-20T10:00:00Z")
                .put("safe", SAFE.toString())
                .put("messageHash", hash(TRANSACTION).toString())
                .put("proposedBy", OWNERS.getFirst().address().toString())
                .putNull("safeAppId")
                .put("origin", "{}");
        row.set("message", typed);
        row.putArray("confirmations");
        service.on("v1/safes/" + SAFE + "/messages/", page(row));

        var message = client.messages(SAFE).rows().getFirst();

        assertThat(message.words()).isEmpty();
        assertThat(message.content()).isInstanceOf(ServedMessage.Content.Typed.class);
        service.on("v1/safes/" + SAFE + "/messages/", _ -> ScriptedService.status(201));
        client.addMessage(SAFE, message.content(), Bytes.zeros(65), "");
        assertThat(body().required("message")).isEqualTo(typed);
    }
}
