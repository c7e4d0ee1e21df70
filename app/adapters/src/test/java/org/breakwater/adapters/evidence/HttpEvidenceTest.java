package org.breakwater.adapters.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.breakwater.core.evidence.EvidenceContent;
import org.breakwater.core.evidence.EvidenceException;
import org.breakwater.core.evidence.EvidenceFault;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.text.ContentAddress;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gateways on loopback that are honest, stall, lie, swell and send one elsewhere.
class HttpEvidenceTest {

    private static final Duration SILENCE = Duration.ofMillis(400);
    private static final Duration WHOLE = Duration.ofMillis(1_500);
    private static final String TEXT = "The vault was emptied at 04:12 UTC.";
    private static final Hash32 FILED = Keccak.hash(TEXT);
    private static final String ADDRESS = new ContentAddress(FILED).toString();

    @TempDir
    Path folder;

    private final HttpEvidence http = new HttpEvidence(SILENCE, WHOLE);
    private MockWebServer gateway = new MockWebServer();
    private MockWebServer other = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        gateway.start(InetAddress.getLoopbackAddress(), 0);
        other.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        http.close();
        gateway.close();
        other.close();
    }

    private static EvidencePlace place(Kind kind, MockWebServer server) throws ProblemException {
        return EvidencePlace.of(kind, "http://127.0.0.1:" + server.getPort());
    }

    private FetchEvidence allowing(EvidencePlace... places) throws ProblemException {
        var file = new EvidencePlacesFile(folder);
        file.write(List.of(places));
        return new FetchEvidence(http, file);
    }

    private FetchEvidence allowingTheGateway() throws ProblemException {
        return allowing(place(Kind.GATEWAY, gateway));
    }

    private static MockResponse says(String body, String type) {
        return new MockResponse.Builder()
                .body(body)
                .setHeader("Content-Type", type)
                .build();
    }

    private EvidenceFault refused(FetchEvidence fetch, Hash32 filed) {
        var fault = new AtomicReference<EvidenceFault>();
        assertThatThrownBy(() -> fetch.fetch(filed, ADDRESS))
                .isInstanceOfSatisfying(EvidenceException.class, refused -> fault.set(refused.fault()));
        return fault.get();
    }

    @Test
    void anHonestGatewayIsAskedForNothingButTheContentAndTellsWhatItIs() throws Exception {
        gateway.enqueue(says(TEXT, "text/plain"));

        var evidence = allowingTheGateway().fetch(FILED, ADDRESS);

        assertThat(evidence.bytes()).isEqualTo(Bytes.ofText(TEXT));
        assertThat(evidence.content()).isInstanceOf(EvidenceContent.Text.class);
        var request = gateway.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/ipfs/" + ADDRESS.substring("ipfs://".length()));
        assertThat(request.getHeaders().names())
                .containsOnly("Host", "Connection", "Accept", "Accept-Encoding", "User-Agent");
    }

    @Test
    void nothingIsAskedWhereNoPlaceIsAllowed() throws Exception {
        var fetch = new FetchEvidence(http, new EvidencePlacesFile(folder));

        assertThat(fetch.places().read()).isEmpty();
        assertThat(refused(fetch, FILED)).isInstanceOf(EvidenceFault.NotAllowed.class);
        assertThat(gateway.getRequestCount()).isZero();
    }

    @Test
    void aGatewayThatStallsIsGivenUpOnInTimeAndTheNextIsAsked() throws Exception {
        gateway.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        other.enqueue(says(TEXT, "text/plain"));
        var began = System.nanoTime();

        var evidence = allowing(place(Kind.GATEWAY, gateway), place(Kind.GATEWAY, other))
                .fetch(FILED, ADDRESS);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SILENCE.multipliedBy(4));
        assertThat(evidence.whence()).endsWith(":" + other.getPort());
    }

    @Test
    void aGatewayThatDripsIsGivenUpOnAfterTheWholeTime() throws Exception {
        gateway.enqueue(new MockResponse.Builder()
                .body(TEXT.repeat(100))
                .throttleBody(16, 100, TimeUnit.MILLISECONDS)
                .build());
        var began = System.nanoTime();

        assertThat(refused(allowingTheGateway(), FILED)).isInstanceOf(EvidenceFault.Stalled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(WHOLE.multipliedBy(2));
    }

    @Test
    void aGatewayThatLiesShowsNothingAndEachFailureIsNamed() throws Exception {
        gateway.enqueue(says("The vault is fine.", "text/plain"));
        other.enqueue(new MockResponse.Builder().code(404).build());

        var fault = refused(allowing(place(Kind.GATEWAY, gateway), place(Kind.GATEWAY, other)), FILED);

        assertThat(fault)
                .isInstanceOfSatisfying(
                        EvidenceFault.Nowhere.class,
                        nowhere -> assertThat(nowhere.faults())
                                .hasExactlyElementsOfTypes(EvidenceFault.Different.class, EvidenceFault.Refused.class));
        assertThat(fault.problem().happened())
                .contains("other bytes than those that were filed")
                .contains("status 404");
    }

    @Test
    void aGzipBombIsNotUnpackedBeyondTheBound() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                gzip.write(zeros);
            }
        }
        gateway.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(packed.toByteArray()))
                .setHeader("Content-Encoding", "gzip")
                .build());

        assertThat(packed.size()).isLessThan(1 << 20);
        assertThat(refused(allowingTheGateway(), FILED)).isInstanceOf(EvidenceFault.TooLarge.class);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedByWhatItSaysAndByWhatItIs() throws Exception {
        gateway.enqueue(new MockResponse.Builder()
                .body("x")
                .setHeader("Content-Length", "9000000000")
                .build());
        assertThat(refused(allowingTheGateway(), FILED)).isInstanceOf(EvidenceFault.TooLarge.class);

        gateway.enqueue(new MockResponse.Builder()
                .chunkedBody("x".repeat(9 << 20), 1 << 16)
                .build());
        assertThat(refused(allowingTheGateway(), FILED)).isInstanceOf(EvidenceFault.TooLarge.class);
    }

    @Test
    void anotherHostIsNeverGoneToAndTheSameHostIsAFewTimes() throws Exception {
        gateway.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", "http://127.0.0.1:" + other.getPort() + "/ipfs/x")
                .build());
        assertThat(refused(allowingTheGateway(), FILED)).isInstanceOf(EvidenceFault.Elsewhere.class);
        assertThat(other.getRequestCount()).isZero();

        gateway.enqueue(new MockResponse.Builder()
                .code(301)
                .setHeader("Location", "/ipfs/elsewhere")
                .build());
        gateway.enqueue(says(TEXT, "text/plain"));
        assertThat(allowingTheGateway().fetch(FILED, ADDRESS).hash()).isEqualTo(FILED);

        for (int i = 0; i < 8; i++) {
            gateway.enqueue(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "/again")
                    .build());
        }
        assertThat(refused(allowingTheGateway(), FILED)).isInstanceOf(EvidenceFault.Broken.class);
    }

    @Test
    void whatHoldsScriptsIsNamedWhateverItIsCalled() throws Exception {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>fetch('http://127.0.0.1:" + other.getPort()
                + "')</script></svg>";
        gateway.enqueue(says(svg, "image/png"));

        var evidence = allowingTheGateway().fetch(Keccak.hash(svg), ADDRESS);

        assertThat(evidence.content())
                .isInstanceOfSatisfying(
                        EvidenceContent.Other.class,
                        named -> assertThat(named.what()).startsWith("An SVG picture"));
        assertThat(evidence.type()).isEqualTo("image/png");
        assertThat(other.getRequestCount()).isZero();
    }

    @Test
    void aHostIsAskedForWhatWasFiledWithItsAddress() throws Exception {
        gateway.enqueue(says(TEXT, "text/html"));
        var address = "http://127.0.0.1:" + gateway.getPort() + "/post-mortem?v=2";

        var evidence = allowing(place(Kind.HOST, gateway)).fetch(FILED, address);

        assertThat(evidence.content()).isInstanceOf(EvidenceContent.Text.class);
        assertThat(gateway.takeRequest().getUrl().encodedQuery()).isEqualTo("v=2");
    }

    @Test
    void askingEndsWhenThePersonStopsIt() throws Exception {
        gateway.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        var fetch = allowing(place(Kind.GATEWAY, gateway), place(Kind.GATEWAY, other));
        var fault = new AtomicReference<EvidenceFault>();
        var asking = Thread.ofVirtual().start(() -> fault.set(refused(fetch, FILED)));
        gateway.takeRequest();
        asking.interrupt();
        asking.join(Duration.ofSeconds(2));

        assertThat(fault.get()).isInstanceOf(EvidenceFault.Cancelled.class);
        assertThat(other.getRequestCount()).isZero();
    }

    @Test
    void aFileOfPlacesThatSomethingElseChangedAllowsNothing() throws Exception {
        var file = folder.resolve("evidence.txt");
        Files.writeString(file, "breakwater-evidence/1\ngateway HTTPS://ipfs.io\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new EvidencePlacesFile(folder).read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("changed by something else");
        assertThat(gateway.getRequestCount()).isZero();
    }
}
