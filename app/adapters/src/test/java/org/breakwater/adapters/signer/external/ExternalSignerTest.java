package org.breakwater.adapters.signer.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.adapters.signing.Subjects;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ReturnedSignature;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.signing.SignatureRequest;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDataReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;

class ExternalSignerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final KeySigner KEY = new KeySigner(Credentials.create("3".repeat(64)));
    private static final SignatureRequest REQUEST = new SignatureRequest.OfTransaction(Subjects.plain(1));

    private MockWebServer peer;

    @BeforeEach
    void start() throws IOException {
        peer = new MockWebServer();
        peer.start();
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void anvilSignsTransactionsOfEveryVersionAsWeHashThem() throws ProblemException {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            var endpoint = SignerEndpoint.of(anvil.node().address().toString(), SignerEndpoint.Reach.LOOPBACK);
            var connection = new SignerConnection(endpoint, SignerDialect.ETHEREUM_V4, PATIENCE);
            var accounts = connection.addresses();
            assertThat(accounts).hasSizeGreaterThan(5);
            var random = new Random(4);
            var signer = new ExternalSigner(connection, accounts.get(2));
            for (var version : SafeVersion.values()) {
                for (int i = 0; i < 5; i++) {
                    var request = new SignatureRequest.OfTransaction(Subjects.drawn(version, random));

                    var returned = signer.sign(request);

                    assertThat(ReturnedSignature.of(
                                            returned,
                                            signer.address(),
                                            request.hash().hash(),
                                            new EcdsaRecovery())
                                    .owner())
                            .isEqualTo(accounts.get(2));
                }
            }
            var nested = SignatureRequest.nested(
                    Subjects.drawn(SafeVersion.V1_5_0, random).domain(), Subjects.drawn(SafeVersion.V1_5_0, random));
            assertThat(ReturnedSignature.of(
                            signer.sign(nested), signer.address(), nested.hash().hash(), new EcdsaRecovery()))
                    .isNotNull();
            var stranger = new ExternalSigner(connection, KEY.address());
            assertThatThrownBy(() -> stranger.sign(REQUEST))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("could not sign: “No Signer available”");
        }
    }

    /// The peer reads the typed data as they came, hashes them and signs that: what Clef and Web3Signer do.
    @ParameterizedTest
    @EnumSource(SignerDialect.class)
    void theSignerIsGivenExactlyWhatIsSigned(SignerDialect dialect) throws Exception {
        answer(request -> "{\"jsonrpc\":\"2.0\",\"id\":" + id(request) + ",\"result\":\""
                + KEY.sign(document(request, dialect).hash()).bytes() + "\"}");

        var returned = signer(dialect, PATIENCE).sign(REQUEST);

        assertThat(ReturnedSignature.of(returned, KEY.address(), REQUEST.hash().hash(), new EcdsaRecovery())
                        .owner())
                .isEqualTo(KEY.address());
    }

    @Test
    void aPersonWhoRefusesIsNotAFault() {
        answer(request -> "{\"jsonrpc\":\"2.0\",\"id\":" + id(request)
                + ",\"error\":{\"code\":-32000,\"message\":\"Request denied\"}}");
        assertThatThrownBy(() -> signer(SignerDialect.CLEF, PATIENCE).sign(REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The person at the signer refused: “Request denied”. Nothing was signed. "
                        + "Ask again when they are ready.");

        answer(request -> "{\"jsonrpc\":\"2.0\",\"id\":" + id(request)
                + ",\"error\":{\"code\":4001,\"message\":\"User rejected\\u202e the request\"}}");
        assertThatThrownBy(() -> signer(SignerDialect.ETHEREUM_V4, PATIENCE).sign(REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("refused: “User rejected\ufffd the request”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "not json",
                "{\"jsonrpc\":\"2.0\",\"id\":ID}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":{\"signature\":\"0x00\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":\"0x0\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":\"signature\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"0x00\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"ID\",\"result\":\"0x00\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":ID,\"result\":\"0x00\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"id\":ID,\"result\":\"0x00\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":\"0x00\"}{}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"error\":{\"code\":\"x\",\"message\":7}}"
            })
    void whatIsNoAnswerIsRefusedWithASentence(String body) {
        answer(request -> body.replace("ID", Long.toString(id(request))));

        assertThatThrownBy(() -> signer(SignerDialect.CLEF, PATIENCE).sign(REQUEST))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        answer(request ->
                "{\"jsonrpc\":\"2.0\",\"id\":" + id(request) + ",\"result\":\"0x" + "00".repeat(40_000) + "\"}");

        assertThatThrownBy(() -> signer(SignerDialect.CLEF, PATIENCE).sign(REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("longer than 65536 bytes");
    }

    @Test
    void aSignerThatDoesNotAnswerIsNotWaitedForForever() {
        peer.enqueue(
                new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).build());

        assertThatThrownBy(
                        () -> signer(SignerDialect.CLEF, Duration.ofMillis(300)).sign(REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not answer in time");
        assertThat(peer.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRedirectionIsNotFollowed() throws IOException {
        try (var elsewhere = new MockWebServer()) {
            elsewhere.start();
            peer.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", elsewhere.url("/").toString())
                    .build());

            assertThatThrownBy(() -> signer(SignerDialect.CLEF, PATIENCE).sign(REQUEST))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("it points elsewhere");
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @Test
    void whereNobodyListensIsSaid() {
        var port = peer.getPort();
        peer.close();

        assertThatThrownBy(() -> signer("http://127.0.0.1:" + port, SignerDialect.CLEF, PATIENCE)
                        .sign(REQUEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No signer answers at");
    }

    @ParameterizedTest
    @CsvSource({
        "http://signer.example:8550, LOOPBACK",
        "https://signer.example:8550, LOOPBACK",
        "http://127.0.0.1.example:8550, LOOPBACK",
        "http://10.0.0.1:8550, LOOPBACK",
        "http://0.0.0.0:8550, LOOPBACK",
        "http://signer.example:8550, ANYWHERE",
        "file:///etc/passwd, ANYWHERE",
        "ftp://127.0.0.1/, LOOPBACK",
        "http://user:word@127.0.0.1:8550, LOOPBACK",
        "127.0.0.1:8550, LOOPBACK",
        "http:// , LOOPBACK"
    })
    void onlyThisMachineIsAskedUnlessAPolicySaysSo(String address, SignerEndpoint.Reach reach) {
        assertThatThrownBy(() -> SignerEndpoint.of(address, reach))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No signer is asked at");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8550, LOOPBACK",
        "http://127.1.2.3:8550, LOOPBACK",
        "http://localhost:1248, LOOPBACK",
        "http://[::1]:8550, LOOPBACK",
        "https://signer.example, ANYWHERE"
    })
    void thisMachineIsAsked(String address, SignerEndpoint.Reach reach) throws ProblemException {
        assertThat(SignerEndpoint.of(address, reach).address()).hasToString(address);
    }

    @Test
    void theAddressesOfASignerAreListed() throws ProblemException {
        answer(request -> "{\"jsonrpc\":\"2.0\",\"id\":" + id(request) + ",\"result\":[\""
                + KEY.address().toString().toLowerCase(Locale.ROOT) + "\"]}");

        assertThat(new SignerConnection(endpoint(peer.url("/").toString()), SignerDialect.CLEF, PATIENCE).addresses())
                .containsExactly(KEY.address());
    }

    private void answer(Answering answering) {
        peer.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    return new MockResponse.Builder()
                            .body(answering.to(question(request)))
                            .build();
                } catch (ProblemException malformed) {
                    return new MockResponse.Builder().code(400).build();
                }
            }
        });
    }

    private static JsonObject question(RecordedRequest request) throws ProblemException {
        var body = Objects.requireNonNull(request.getBody());
        return JsonText.parse("a question", body.utf8(), TypedDataReader.LIMITS).object();
    }

    private static long id(JsonObject question) throws ProblemException {
        return ((JsonValue.Whole) question.field("id")).value().longValueExact();
    }

    private static TypedData document(JsonObject question, SignerDialect dialect) throws ProblemException {
        assertThat(question.text("method")).isEqualTo(dialect.signing());
        var parameters = ((JsonValue.Items) question.field("params")).items();
        assertThat(parameters).hasSize(2);
        var document = parameters.get(1) instanceof JsonValue.Text(var _, var text)
                ? JsonText.parse("typed data", text, TypedDataReader.LIMITS)
                : new JsonDocument("typed data", parameters.get(1));
        return TypedDataReader.read(document);
    }

    private ExternalSigner signer(SignerDialect dialect, Duration patience) throws ProblemException {
        return signer(peer.url("/").toString(), dialect, patience);
    }

    private static ExternalSigner signer(String address, SignerDialect dialect, Duration patience)
            throws ProblemException {
        return new ExternalSigner(new SignerConnection(endpoint(address), dialect, patience), KEY.address());
    }

    private static SignerEndpoint endpoint(String address) throws ProblemException {
        return SignerEndpoint.of(address, SignerEndpoint.Reach.LOOPBACK);
    }

    /// What the peer answers.
    @FunctionalInterface
    private interface Answering {
        String to(JsonObject question) throws ProblemException;
    }
}
