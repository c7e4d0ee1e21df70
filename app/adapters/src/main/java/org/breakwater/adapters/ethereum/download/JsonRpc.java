package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
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

/// JSON-RPC 2.0 over HTTP with one endpoint. Every way in which an exchange can go wrong is an {@link EndpointFault}.
final class JsonRpc implements AutoCloseable {

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
    private long lastId;
    private boolean takesBatches = true;

    JsonRpc(HttpUrl address, AnswerLimits limits, Clock clock) {
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

    /// @throws IndexException with {@link EndpointFault.Refused} where the endpoint says no, or another fault
    <T> T ask(Question<T> question) throws IndexException {
        return given(question.what(), answer(question));
    }

    /// The answer, yes or no.
    <T> Answer<T> answer(Question<T> question) throws IndexException {
        var id = ++lastId;
        return exchange(question.what(), request(question, id), envelopes -> envelopes.one(id, question.reader()));
    }

    /// Several questions in one exchange, or one after the other where the endpoint does not take them together.
    ///
    /// @return their results in the same order
    <T> List<T> askAll(String what, List<Question<T>> questions) throws IndexException {
        if (takesBatches && questions.size() > 1) {
            var first = lastId + 1;
            lastId += questions.size();
            var answers = exchange(what, batch(questions, first), envelopes -> envelopes.all(first, questions));
            if (answers.isPresent()) {
                return given(what, answers.get());
            }
            takesBatches = false; // From here on, one at a time.
        }
        var results = new ArrayList<T>();
        for (var question : questions) {
            results.add(ask(question));
        }
        return results;
    }

    private <T> List<T> given(String what, List<Answer<T>> answers) throws IndexException {
        var results = new ArrayList<T>(answers.size());
        for (var answer : answers) {
            results.add(given(what, answer));
        }
        return results;
    }

    private <T> T given(String what, Answer<T> answer) throws IndexException {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Denied<T> denied
            when denied.asksForFewer() ->
                throw new IndexException(new EndpointFault.RateLimited(name, Optional.empty()));
            case Answer.Denied<T>(var _, var words) ->
                throw new IndexException(new EndpointFault.Refused(name, what, words));
        };
    }

    private static String request(Question<?> question, long id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + question.method() + "\",\"params\":"
                + question.parameters() + "}";
    }

    private static String batch(List<? extends Question<?>> questions, long firstId) {
        var text = new StringBuilder("[");
        for (int i = 0; i < questions.size(); i++) {
            text.append(i == 0 ? "" : ",").append(request(questions.get(i), firstId + i));
        }
        return text.append(']').toString();
    }

    private <R> R exchange(String what, String body, Envelopes.Reading<R> reading) throws IndexException {
        var request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (var response = connected(http.newCall(request)::execute)) {
            refuseByStatus(what, response);
            return read(what, response, reading);
        }
    }

    private <R> R read(String what, Response response, Envelopes.Reading<R> reading) throws IndexException {
        try (var stream = new BoundedStream(response.body().byteStream(), limits.bytes());
                var envelopes = Envelopes.open(stream, limits.bytes())) {
            return reading.read(envelopes);
        } catch (JacksonIOException broken) {
            throw new IndexException(whileReading(what, broken.getCause()), broken);
        } catch (JacksonException malformed) {
            throw new IndexException(
                    new EndpointFault.Garbage(name, what, ShownWords.of(malformed.getOriginalMessage())), malformed);
        } catch (IOException broken) {
            throw new IndexException(whileReading(what, broken), broken);
        }
    }

    private void refuseByStatus(String what, Response response) throws IndexException {
        var status = response.code();
        if (status == TOO_MANY_REQUESTS) {
            var wait = RetryAfter.parse(response.header("Retry-After"), clock.instant());
            throw new IndexException(new EndpointFault.RateLimited(name, wait));
        }
        if (status >= FIRST_FAILURE) {
            throw new IndexException(new EndpointFault.Unreachable(name, "it answers with HTTP status " + status));
        }
        if (status == TOO_LARGE) {
            throw new IndexException(new EndpointFault.Refused(name, what, "too large"));
        }
        // Some providers send the error of JSON-RPC with this status.
        if (!response.isSuccessful() && status != BAD_REQUEST) {
            throw new IndexException(new EndpointFault.Shut(name, status));
        }
    }

    private Response connected(Exchange exchange) throws IndexException {
        try {
            return exchange.run();
        } catch (IOException broken) {
            throw new IndexException(whileConnecting(broken), broken);
        }
    }

    private IndexFault whileConnecting(IOException broken) {
        return switch (broken) {
            case UnknownHostException _ -> new EndpointFault.Unreachable(name, "its name is not known");
            case ConnectException _ -> new EndpointFault.Unreachable(name, "the connection was refused");
            case SSLException insecure ->
                new EndpointFault.Unreachable(
                        name, "no secure connection comes about (" + ShownWords.of(insecure.getMessage()) + ")");
            case SocketTimeoutException late
            when isAboutConnecting(late) ->
                new EndpointFault.Unreachable(
                        name, "no connection within " + limits.connect().toMillis() + " ms");
            default -> interrupted(broken, new EndpointFault.Unreachable(name, "the connection broke off"));
        };
    }

    /// OkHttp tells a connection that did not come about from an answer that did not come by its words alone.
    private static boolean isAboutConnecting(SocketTimeoutException late) {
        return String.valueOf(late.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    private IndexFault whileReading(String what, Throwable broken) {
        return switch (broken) {
            case BoundedStream.TooLongException _ -> new EndpointFault.TooLarge(name, what, limits.bytes());
            case MalformedAnswerException malformed ->
                new EndpointFault.Garbage(name, what, String.valueOf(malformed.getMessage()));
            default -> interrupted(broken, new EndpointFault.Garbage(name, what, "it breaks off before its end"));
        };
    }

    /// Tells a call that this program gave up, or that took too long, from one that broke.
    private IndexFault interrupted(Throwable broken, IndexFault otherwise) {
        if (Thread.currentThread().isInterrupted() || "Canceled".equals(broken.getMessage())) {
            return new IndexFault.Cancelled();
        }
        return broken instanceof InterruptedIOException
                ? new EndpointFault.Stalled(name, stalledFor(broken))
                : otherwise;
    }

    private Duration stalledFor(Throwable broken) {
        return broken instanceof SocketTimeoutException ? limits.silence() : limits.whole();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /// The part of an exchange that ends with the headers.
    @FunctionalInterface
    private interface Exchange {
        Response run() throws IOException;
    }
}
