package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.breakwater.adapters.storage.SqliteDeliveries;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Interest;
import org.breakwater.core.delivery.Secret;
import org.breakwater.core.delivery.SecretPlace;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.delivery.TargetDelivery;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.delivery.Timing;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// From a log of changes through a file of deliveries to a receiver on loopback, with a clock that is moved by hand.
@Timeout(60)
class DeliveryOverHttpTest {

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final SampleChanges log = new SampleChanges();
    private final Script script = new Script();
    private Instant clock = SampleChanges.TIME;
    private long ticks;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(script);
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// Answers by the number of the request, and remembers what it took.
    private static final class Script extends Dispatcher {

        private final List<Long> taken = new ArrayList<>();
        private IntFunction<MockResponse> answers = _ -> status(200);
        private int requests;

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            var answer = answers.apply(requests++);
            if (answer.getStatus().contains(" 200 ")) {
                var body = new JsonMapper()
                        .readTree(Objects.requireNonNull(request.getBody()).utf8());
                body.get("changes")
                        .forEach(change -> taken.add(change.get("sequence").asLong()));
            }
            return answer;
        }
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    /// A program that lives for some steps and ends without a word.
    private TargetState live(int steps) throws ProblemException {
        var target = new Target(
                "on-call",
                new Channel.Webhook("http://127.0.0.1:" + server.getPort() + "/", new SecretPlace.Environment("KEY")),
                Interest.ALL,
                Optional.empty());
        var carriers = new TargetCarriers(
                _ -> new Secret("abc"),
                Map.of(),
                () -> clock,
                new WebhookHttp.Limits(Duration.ofMillis(400), Duration.ofMillis(800)));
        try (var deliveries = SqliteDeliveries.open(folder.resolve("deliveries.sqlite"));
                var carrier = carriers.open(target)) {
            var delivery = new TargetDelivery(
                    target, carrier, log, deliveries, new Timing(() -> clock, () -> ticks, new Random(5)));
            for (int i = 0; i < steps; i++) {
                var pace = delivery.step();
                clock = clock.plus(pace.rest());
                ticks += pace.rest().toNanos();
            }
            return delivery.state();
        }
    }

    @Test
    void aReceiverThatFailsForHoursGetsEverythingInTheEnd() throws Exception {
        live(1);
        for (int i = 0; i < 3; i++) {
            log.add();
        }
        script.answers = request -> status(request < 120 ? 500 + request % 4 : 200);
        var began = clock;

        var waiting = live(60);
        assertThat(waiting.failure().orElseThrow().attempts()).isEqualTo(60);
        assertThat(waiting.failure().orElseThrow().since()).isEqualTo(began);
        assertThat(Duration.between(began, clock)).isGreaterThan(Duration.ofHours(2));
        // The next program knows since when.
        var after = live(1);
        assertThat(after.failure().orElseThrow().attempts()).isEqualTo(61);
        assertThat(after.failure().orElseThrow().since()).isEqualTo(began);

        var end = live(70);
        assertThat(script.taken).containsExactly(1L, 2L, 3L);
        assertThat(end.isWell()).isTrue();
        assertThat(script.requests).isEqualTo(123);
    }

    @Test
    void whatWasTakenWhenTheConnectionBrokeComesTwiceAndNothingIsLost() throws Exception {
        live(1);
        for (int i = 0; i < 5; i++) {
            log.add();
        }
        script.answers = request -> switch (request) {
            case 1, 4 ->
                new MockResponse.Builder()
                        .code(200)
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
            default -> status(200);
        };
        for (int lives = 0; lives < 9; lives++) {
            live(1);
        }

        assertThat(script.taken).containsExactly(1L, 2L, 2L, 3L, 4L, 4L, 5L);
        assertThat(log.all()).extracting(AlertChange::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
}
