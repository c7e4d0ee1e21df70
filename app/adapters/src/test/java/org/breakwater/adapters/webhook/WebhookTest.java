package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.breakwater.core.delivery.Carrier;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Interest;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Outcome;
import org.breakwater.core.delivery.Secret;
import org.breakwater.core.delivery.SecretPlace;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Receivers on loopback that are honest, refuse, stall, swell, break off and send one elsewhere.
@Timeout(30)
class WebhookTest {

    /// Shorter than the usual limits and than an answer without end, and long enough for a busy machine.
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

    private static final String SECRET = "correct-horse-battery-staple";
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final Message CHANGE = new Message.Single(SampleChanges.change(1));

    private final MockWebServer server = new MockWebServer();
    private final TargetCarriers carriers = new TargetCarriers(
            place -> new Secret(place.words().endsWith("URL") ? url() : SECRET),
            Map.of(),
            () -> NOW,
            new WebhookHttp.Limits(Duration.ofMillis(500), Duration.ofMillis(1_500)));

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/T00/B00/hidden-token";
    }

    private static Target target(Channel channel) {
        return new Target("on-call", channel, Interest.ALL, Optional.empty());
    }

    private Carrier webhook() throws ProblemException {
        return webhook(url());
    }

    private Carrier webhook(String url) throws ProblemException {
        return carriers.open(target(new Channel.Webhook(url, new SecretPlace.Environment("KEY"))));
    }

    private Outcome answeredWith(MockResponse answer) throws ProblemException {
        server.enqueue(answer);
        try (var carrier = webhook()) {
            return carrier.carry(CHANGE);
        }
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    @Test
    void aChangeIsPostedAsJsonThatAReceiverCanVerifyAndKnowAgain() throws Exception {
        assertThat(answeredWith(status(204))).isEqualTo(new Outcome.Taken());

        var request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        var body = Objects.requireNonNull(request.getBody()).utf8();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var expected = HexFormat.of().formatHex(mac.doFinal(("1790000000." + body).getBytes(StandardCharsets.UTF_8)));
        assertThat(request.getHeaders().get("Breakwater-Signature")).isEqualTo("t=1790000000,v1=" + expected);
        var json = new JsonMapper().readTree(body);
        assertThat(request.getHeaders().get("Idempotency-Key"))
                .isEqualTo(json.get("id").asString());
        assertThat(json.get("format").asString()).isEqualTo("breakwater-alert/1");
        var change = json.get("changes").get(0);
        assertThat(change.get("about").toString()).isEqualTo("{\"kind\":\"pool\",\"pool\":2}");
        assertThat(change.get("severity").asString()).isEqualTo("hold");
        assertThat(change.get("phase").asString()).isEqualTo("raised");
        assertThat(change.get("block").get("number").asLong()).isEqualTo(19_004_211);
        assertThat(change.get("evidence").get(0).get("value").asString()).isEqualTo("98.40 %");
        assertThat(change.get("at").asString()).isEqualTo("2026-09-21T13:33:20Z");
    }

    /// The vector of app/docs/alerts.md, computed with OpenSSL.
    @Test
    void theSignatureIsThePublishedOne() {
        assertThat(Hmac.header(new Secret(SECRET), NOW, "{\"format\":\"breakwater-alert/1\"}"))
                .isEqualTo("t=1790000000,v1=" + "2bfc3be2fd8c37e79a2604a676990de46b5ca856177e473f5b59ad86b45f3b77");
    }

    @Test
    void theSameChangeIsTheSameBodyAndAnotherHasAnotherId() {
        var document = new AlertDocument("on-call");
        assertThat(document.text(CHANGE)).isEqualTo(document.text(new Message.Single(SampleChanges.change(1))));
        assertThat(document.id(CHANGE))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(document.id(new Message.Single(SampleChanges.change(2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void whatATargetRefusesForGoodIsARefusal(int status) throws Exception {
        assertThat(answeredWith(status(status)))
                .isEqualTo(new Outcome.Refused(
                        "http://127.0.0.1:" + server.getPort() + " answers with HTTP status " + status + "."));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedLater(int status) throws Exception {
        assertThat(answeredWith(status(status)))
                .isEqualTo(new Outcome.Later(
                        "http://127.0.0.1:" + server.getPort() + " answers with HTTP status " + status + "."));
    }

    @Test
    void theTimeThatATargetAsksForIsHeardInBothForms() throws Exception {
        var seconds = new MockResponse.Builder().code(429).addHeader("Retry-After", "120");
        assertThat(answeredWith(seconds.build()))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Later.class))
                .extracting(Outcome.Later::asked)
                .isEqualTo(Optional.of(Duration.ofMinutes(2)));
        var date = new MockResponse.Builder().code(503).addHeader("Retry-After", "Mon, 21 Sep 2026 14:14:00 GMT");
        assertThat(answeredWith(date.build()))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Later.class))
                .extracting(Outcome.Later::asked)
                .isEqualTo(Optional.of(Duration.between(NOW, Instant.parse("2026-09-21T14:14:00Z"))));
        var nonsense = new MockResponse.Builder().code(429).addHeader("Retry-After", "-1e9");
        assertThat(answeredWith(nonsense.build()))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Later.class))
                .extracting(Outcome.Later::asked)
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void nobodyIsFollowedElsewhere(int status) throws Exception {
        try (var other = new MockWebServer()) {
            other.start(InetAddress.getLoopbackAddress(), 0);
            other.enqueue(status(200));
            var outcome = answeredWith(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", "http://127.0.0.1:" + other.getPort() + "/")
                    .build());

            assertThat(outcome).isInstanceOf(Outcome.Later.class);
            assertThat(outcome.toString()).contains("points elsewhere");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void aTargetThatSaysNothingIsGivenUpOn() throws Exception {
        var began = System.nanoTime();
        var outcome = answeredWith(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(outcome.toString()).contains("did not answer");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    }

    @Test
    void anAnswerWithoutEndIsNotReadAndCountsByItsStatus() throws Exception {
        var began = System.nanoTime();
        var outcome = answeredWith(new MockResponse.Builder()
                .code(200)
                .body("x".repeat(64 << 20))
                .throttleBody(1 << 20, 200, TimeUnit.MILLISECONDS)
                .build());

        assertThat(outcome).isEqualTo(new Outcome.Taken());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    }

    @Test
    void aConnectionThatBreaksIsTriedLater() throws Exception {
        var outcome = answeredWith(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        assertThat(outcome.toString()).contains("broke off");
    }

    @Test
    void anAnswerThatIsNoHttpIsTriedLater() throws Exception {
        try (var garbage = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var carrier = webhook("http://127.0.0.1:" + garbage.getLocalPort() + "/")) {
            Thread.ofVirtual().start(() -> {
                try (var socket = garbage.accept()) {
                    socket.getOutputStream()
                            .write("\u0000\u0001 no, thank you\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                } catch (IOException gone) {
                    // The one who asked has seen enough.
                }
            });
            assertThat(carrier.carry(CHANGE)).isInstanceOf(Outcome.Later.class);
        }
    }

    @Test
    void whereNobodyListensItIsTriedLater() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (var carrier = webhook("http://127.0.0.1:" + port + "/hidden-token")) {
            assertThat(carrier.carry(CHANGE))
                    .isEqualTo(new Outcome.Later("http://127.0.0.1:" + port + " refused the connection."));
        }
    }

    @Test
    void closingEndsWhatIsBeingCarried() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        var carrier = webhook();
        Thread.ofVirtual().start(() -> {
            try {
                server.takeRequest();
                carrier.close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(carrier.carry(CHANGE)).isEqualTo(new Outcome.Ended());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://alerts.example.org/hidden-token",
                "http://127.0.0.1.example.org/hidden-token",
                "ftp://127.0.0.1/hidden-token",
                "https://user:hidden-token@example.org/",
                "https://example.org/#hidden-token",
                "hidden-token",
                ""
            })
    void anAddressThatOthersCouldReadIsRefusedWithoutBeingRepeated(String url) {
        assertThatThrownBy(() -> webhook(url))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("on-call")
                .message()
                .doesNotContain("hidden-token");
    }

    @Test
    void theAddressOfAChatIsInNoSentence() throws Exception {
        server.enqueue(status(404));
        server.enqueue(status(503));
        var place = new SecretPlace.Environment("CHAT_URL");
        try (var slack = carriers.open(target(new Channel.Slack(place)));
                var discord = carriers.open(target(new Channel.Discord(place)))) {
            assertThat(slack.carry(CHANGE).toString()).contains("404").doesNotContain("hidden-token");
            assertThat(discord.carry(CHANGE).toString()).contains("503").doesNotContain("hidden-token");
        }
        assertThat(new Secret("hidden-token").toString()).doesNotContain("hidden-token");
        assertThat(server.takeRequest().getHeaders().get("Breakwater-Signature"))
                .isNull();
    }
}
