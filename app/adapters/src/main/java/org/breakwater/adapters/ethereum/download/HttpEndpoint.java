package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Sends texts of JSON to one address over HTTP and reads what comes back, within limits. Every way in which that can
/// go wrong is an {@link EndpointFault}.
final class HttpEndpoint implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_FAILURE = 500;

    private final HttpUrl address;
    private final String name;
    private final AnswerLimits limits;
    private final Clock clock;
    private final OkHttpClient http;
    private volatile boolean closed;

    HttpEndpoint(HttpUrl address, AnswerLimits limits, Clock clock) {
        this.address = address;
        this.name = name(address);
        this.limits = limits;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.silence())
                .writeTimeout(limits.silence())
                .callTimeout(limits.whole())
                .followRedirects(false)
                .build();
    }

    /// Without path, query and user: they may hold the key of an account with a provider.
    private static String name(HttpUrl address) {
        var port = address.port() == HttpUrl.defaultPort(address.scheme()) ? "" : ":" + address.port();
        return address.scheme() + "://" + address.host() + port;
    }

    String name() {
        return name;
    }

    /// Sends a text now, for its answer to be read later.
    ///
    /// @param what what is asked for, for sentences
    <R> Exchange<R> send(String what, String text, Envelopes.Reading<R> reading) {
        var call = http.newCall(new Request.Builder()
                .url(address)
                .post(RequestBody.create(text.getBytes(StandardCharsets.UTF_8), JSON))
                .build());
        return new Exchange<>(what, call, reading);
    }

    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /// A text that was sent and what comes back.
    final class Exchange<R> {

        private final String what;
        private final Call call;
        private final Envelopes.Reading<R> reading;
        private final CompletableFuture<Response> response = new CompletableFuture<>();

        private Exchange(String what, Call call, Envelopes.Reading<R> reading) {
            this.what = what;
            this.call = call;
            this.reading = reading;
            call.enqueue(new Arrival(response));
        }

        /// Waits until the answer begins.
        void await() throws IndexException {
            response();
        }

        /// Reads the answer; once.
        R read() throws IndexException {
            try (var answer = response()) {
                refuseByStatus(answer);
                return read(answer);
            }
        }

        void cancel() {
            call.cancel();
            if (!response.cancel(false) && !response.isCompletedExceptionally()) {
                response.join().close();
            }
        }

        private Response response() throws IndexException {
            try {
                return response.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                cancel();
                throw new IndexException(new IndexFault.Cancelled(), interrupted);
            } catch (ExecutionException failed) {
                throw new IndexException(whileConnecting(failed), failed);
            }
        }

        private void refuseByStatus(Response answer) throws IndexException {
            var status = answer.code();
            if (status == TOO_MANY_REQUESTS) {
                var wait = RetryAfter.parse(answer.header("Retry-After"), clock.instant());
                throw new IndexException(new EndpointFault.RateLimited(name, wait));
            }
            if (status >= FIRST_FAILURE) {
                throw new IndexException(new EndpointFault.Unreachable(name, "it answers with HTTP status " + status));
            }
            if (status == TOO_LARGE) {
                throw new IndexException(new EndpointFault.Refused(name, what, "too large"));
            }
            // Some providers send the error of JSON-RPC with this status.
            if (!answer.isSuccessful() && status != BAD_REQUEST) {
                throw new IndexException(new EndpointFault.Shut(name, status));
            }
        }

        private R read(Response answer) throws IndexException {
            if (answer.body().contentLength() > limits.bytes()) {
                throw new IndexException(new EndpointFault.TooLarge(name, what, limits.bytes()));
            }
            try (var stream = new BoundedStream(answer.body().byteStream(), limits.bytes());
                    var envelopes = Envelopes.open(stream, limits.bytes())) {
                return reading.read(envelopes);
            } catch (JacksonIOException broken) {
                var cause = broken.getCause() == null ? broken : broken.getCause();
                throw new IndexException(whileReading(cause), broken);
            } catch (JacksonException malformed) {
                throw new IndexException(
                        new EndpointFault.Garbage(name, what, ShownWords.of(malformed.getOriginalMessage())),
                        malformed);
            } catch (IOException broken) {
                throw new IndexException(whileReading(broken), broken);
            }
        }

        private IndexFault whileReading(Throwable broken) {
            return switch (broken) {
                case BoundedStream.TooLongException _ -> new EndpointFault.TooLarge(name, what, limits.bytes());
                case MalformedAnswerException malformed ->
                    new EndpointFault.Garbage(name, what, String.valueOf(malformed.getMessage()));
                default -> givenUp(broken, new EndpointFault.Garbage(name, what, "it breaks off before its end"));
            };
        }
    }

    private IndexFault whileConnecting(ExecutionException failed) {
        return switch (failed.getCause()) {
            case UnknownHostException _ -> new EndpointFault.Unreachable(name, "its name is not known");
            case ConnectException _ -> new EndpointFault.Unreachable(name, "the connection was refused");
            case SSLException insecure ->
                new EndpointFault.Unreachable(
                        name, "no secure connection comes about (" + ShownWords.of(insecure.getMessage()) + ")");
            case SocketTimeoutException late
            when isAboutConnecting(late) ->
                new EndpointFault.Unreachable(
                        name, "no connection within " + limits.connect().toMillis() + " ms");
            case null -> new EndpointFault.Unreachable(name, "the connection broke off");
            case Throwable broken -> givenUp(broken, new EndpointFault.Unreachable(name, "the connection broke off"));
        };
    }

    /// OkHttp tells a connection that did not come about from an answer that did not come by its words alone.
    private static boolean isAboutConnecting(SocketTimeoutException late) {
        return String.valueOf(late.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    /// Tells a call that this program gave up, or that took too long, from one that broke.
    private IndexFault givenUp(Throwable broken, IndexFault otherwise) {
        if (closed || Thread.currentThread().isInterrupted()) {
            return new IndexFault.Cancelled();
        }
        return switch (broken) {
            case SocketTimeoutException _ -> new EndpointFault.Stalled(name, limits.silence());
            case InterruptedIOException _ -> new EndpointFault.Stalled(name, limits.whole());
            default -> otherwise;
        };
    }

    /// Completes a future when the headers are there.
    private record Arrival(CompletableFuture<Response> response) implements Callback {

        @Override
        public void onResponse(Call call, Response answer) {
            if (!response.complete(answer)) {
                answer.close();
            }
        }

        @Override
        public void onFailure(Call call, IOException broken) {
            response.completeExceptionally(broken);
        }
    }
}
