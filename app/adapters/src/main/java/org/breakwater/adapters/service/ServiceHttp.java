package org.breakwater.adapters.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.breakwater.adapters.ethereum.download.Pause;
import org.breakwater.adapters.ethereum.download.RetryAfter;
import org.breakwater.adapters.ethereum.download.ShownWords;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.jspecify.annotations.Nullable;

/// Asks a service and reads what comes back, within limits. Every way in which that can go wrong is a
/// {@link ServiceFault}. Asks again where that may help: a bounded number of times, with bounded waits; what changes
/// something is sent again only where the service says that it was not taken.
final class ServiceHttp implements AutoCloseable {

    /// Of one answer, after it is unpacked.
    static final long MOST_BYTES = 8L << 20;

    private static final MediaType JSON = MediaType.get("application/json");

    private static final Duration WHOLE = Duration.ofSeconds(30);

    /// A service that wants to be left alone for longer is left alone by stopping.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final List<Duration> AFTER_TOO_MANY =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    private static final List<Duration> AFTER_A_BREAK = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LEGAL_REASONS = 451;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    /// Shorter than any server keeps a connection that nobody uses: one that it closes just as it is asked through
    /// looks like an answer that breaks off.
    private static final Duration IDLE = Duration.ofSeconds(10);

    private static final int MOST_IDLE = 2;

    private final ServiceAddress address;
    private final Clock clock;
    private final Pause pause;
    private final OkHttpClient http;

    ServiceHttp(ServiceAddress address, Clock clock, Pause pause) {
        this.address = address;
        this.clock = clock;
        this.pause = pause;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .callTimeout(WHOLE)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .build();
    }

    /// A question.
    ///
    /// @param what is asked for, for sentences
    /// @param body JSON; empty for none
    record Question(String what, String method, HttpUrl url, String body) {

        static Question get(String what, HttpUrl url) {
            return new Question(what, "GET", url, "");
        }

        /// Whether asking twice is asking once.
        private boolean changesNothing() {
            return method.equals("GET");
        }
    }

    String name() {
        return address.name();
    }

    /// The text of the answer.
    String ask(Question question) throws ServiceException {
        for (int failures = 0; ; failures++) {
            try {
                return askOnce(question);
            } catch (ServiceException failed) {
                var wait = wait(failed.fault(), question, failures);
                if (wait.isEmpty()) {
                    throw failed;
                }
                pause(wait.get());
            }
        }
    }

    private static Optional<Duration> wait(ServiceFault fault, Question question, int failures) {
        if (fault instanceof ServiceFault.RateLimited(var _, var asked)) {
            return nth(AFTER_TOO_MANY, failures)
                    .map(own -> asked.orElse(own))
                    .filter(time -> time.compareTo(LONGEST_WAIT) <= 0);
        }
        var broke = fault instanceof ServiceFault.Unreachable || fault instanceof ServiceFault.Unavailable;
        return broke && question.changesNothing() ? nth(AFTER_A_BREAK, failures) : Optional.empty();
    }

    private static Optional<Duration> nth(List<Duration> waits, int failures) {
        return failures < waits.size() ? Optional.of(waits.get(failures)) : Optional.empty();
    }

    private void pause(Duration time) throws ServiceException {
        try {
            pause.lasting(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceException(new ServiceFault.Cancelled(name()), interrupted);
        }
    }

    private String askOnce(Question question) throws ServiceException {
        try (var answer = http.newCall(request(question)).execute()) {
            refuseByStatus(question, answer);
            return text(question, answer);
        } catch (IOException broken) {
            throw new ServiceException(whileAsking(question, broken), broken);
        } catch (ServiceException | RuntimeException known) {
            throw known;
        } catch (Exception interrupted) {
            // OkHttp, in Kotlin, does not declare that waiting for a connection can be interrupted.
            Thread.currentThread().interrupt();
            throw new ServiceException(new ServiceFault.Cancelled(name()), interrupted);
        }
    }

    private Request request(Question question) {
        var body = question.body().isEmpty()
                ? null
                : RequestBody.create(question.body().getBytes(StandardCharsets.UTF_8), JSON);
        var request = new Request.Builder()
                .url(question.url())
                .method(question.method(), body)
                .header("Accept", "application/json");
        address.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request.build();
    }

    private void refuseByStatus(Question question, Response answer) throws ServiceException, IOException {
        var status = answer.code();
        if (status >= FIRST_REFUSAL) {
            throw new ServiceException(refusal(question, answer));
        }
        if (status >= FIRST_REDIRECT) {
            throw new ServiceException(
                    new ServiceFault.Elsewhere(name(), question.what(), ShownWords.of(answer.header("Location", ""))));
        }
    }

    private ServiceFault refusal(Question question, Response answer) throws IOException {
        var status = answer.code();
        return switch (status) {
            case TOO_MANY_REQUESTS -> new ServiceFault.RateLimited(name(), asked(answer));
            case UNAUTHORIZED, FORBIDDEN -> new ServiceFault.Shut(name(), status);
            case NOT_FOUND -> new ServiceFault.Unknown(name(), question.what());
            case LEGAL_REASONS -> new ServiceFault.LegalReasons(name(), question.what(), RefusalBody.read(answer));
            default ->
                status >= FIRST_FAILURE
                        ? new ServiceFault.Unavailable(name(), status, RefusalBody.read(answer))
                        : new ServiceFault.Refused(name(), question.what(), status, RefusalBody.read(answer));
        };
    }

    /// How long it wants to be left alone. The second header is Safe's own and counts seconds.
    private Optional<Duration> asked(Response answer) {
        return RetryAfter.parse(answer.header("Retry-After"), clock.instant())
                .or(() -> RetryAfter.parse(answer.header("X-RateLimit-Reset"), clock.instant()));
    }

    private String text(Question question, Response answer) throws ServiceException, IOException {
        var source = answer.body().source();
        if (source.request(MOST_BYTES + 1)) {
            throw new ServiceException(new ServiceFault.TooLarge(name(), question.what(), MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.readByteArray()))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw new ServiceException(
                    new ServiceFault.Malformed(name(), question.what(), "it is not text in UTF-8"), garbled);
        }
    }

    private ServiceFault whileAsking(Question question, IOException broken) {
        if (Thread.currentThread().isInterrupted()) {
            return new ServiceFault.Cancelled(name());
        }
        return switch (broken) {
            case UnknownHostException _ -> new ServiceFault.Unreachable(name(), "its name is not known");
            case ConnectException _ -> new ServiceFault.Unreachable(name(), "the connection was refused");
            case SSLException insecure ->
                new ServiceFault.Unreachable(
                        name(), "no secure connection comes about (" + ShownWords.of(words(insecure)) + ")");
            case SocketTimeoutException _ -> new ServiceFault.Stalled(name(), WHOLE);
            case InterruptedIOException _ -> new ServiceFault.Stalled(name(), WHOLE);
            default -> new ServiceFault.Malformed(name(), question.what(), "it breaks off or is no HTTP");
        };
    }

    private static @Nullable String words(IOException broken) {
        return broken.getMessage();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
