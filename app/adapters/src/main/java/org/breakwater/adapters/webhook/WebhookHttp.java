package org.breakwater.adapters.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.breakwater.adapters.ethereum.download.RetryAfter;
import org.breakwater.core.delivery.Outcome;

/// Posts a body to one address, once, and looks at nothing of the answer but its status and how long to wait. No proxy
/// is used and no other address gone to.
final class WebhookHttp implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_REFUSAL = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_FAILURE = 500;

    private static final Duration IDLE = Duration.ofSeconds(10);

    /// How long a target may take.
    ///
    /// @param silence to connect, to take a piece and to answer
    /// @param whole altogether
    record Limits(Duration silence, Duration whole) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private final WebhookAddress address;
    private final Limits limits;
    private final InstantSource clock;
    private final OkHttpClient http;
    private volatile boolean closed;

    WebhookHttp(WebhookAddress address, Limits limits, InstantSource clock) {
        this.address = address;
        this.limits = limits;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectTimeout(limits.silence())
                .readTimeout(limits.silence())
                .writeTimeout(limits.silence())
                .callTimeout(limits.whole())
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(1, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .build();
    }

    /// Scheme, host and port.
    String where() {
        return address.name();
    }

    Outcome post(String body, Map<String, String> headers) {
        var request = new Request.Builder()
                .url(address.url())
                .header("User-Agent", "Breakwater")
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON));
        headers.forEach(request::header);
        try (var answer = http.newCall(request.build()).execute()) {
            return outcome(answer);
        } catch (IOException broken) {
            return whilePosting(broken);
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception interrupted) {
            // OkHttp, in Kotlin, does not declare that waiting for a connection can be interrupted.
            Thread.currentThread().interrupt();
            return new Outcome.Ended();
        }
    }

    private Outcome outcome(Response answer) {
        var status = answer.code();
        var said = address.name() + " answers with HTTP status " + status + ".";
        if (status >= FIRST_GOOD && status < FIRST_REDIRECT) {
            return new Outcome.Taken();
        }
        if (status >= FIRST_REDIRECT && status < FIRST_REFUSAL) {
            return new Outcome.Later(
                    address.name() + " points elsewhere (HTTP status " + status + "), and nothing is sent there.");
        }
        return status < FIRST_REFUSAL || status == TIMEOUT || status == TOO_MANY_REQUESTS || status >= FIRST_FAILURE
                ? new Outcome.Later(said, RetryAfter.parse(answer.header("Retry-After"), clock.instant()))
                : new Outcome.Refused(said);
    }

    private Outcome whilePosting(IOException broken) {
        if (closed || Thread.currentThread().isInterrupted()) {
            return new Outcome.Ended();
        }
        return new Outcome.Later(
                switch (broken) {
                    case UnknownHostException _ -> "The name of " + address.name() + " is not known.";
                    case ConnectException _ -> address.name() + " refused the connection.";
                    case SSLException _ -> "No secure connection to " + address.name() + " comes about.";
                    case InterruptedIOException _ ->
                        address.name() + " did not answer within "
                                + limits.silence().toSeconds() + " s, or took" + " longer than "
                                + limits.whole().toSeconds() + " s altogether.";
                    default -> "The connection to " + address.name() + " broke off, or it speaks no HTTP.";
                });
    }

    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
