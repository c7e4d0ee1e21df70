package org.breakwater.adapters.evidence;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.breakwater.adapters.ethereum.download.ShownWords;
import org.breakwater.core.evidence.EvidenceException;
import org.breakwater.core.evidence.EvidenceFault;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidenceSource;
import org.breakwater.core.value.Bytes;

/// Asks over HTTP, with nothing in the question that tells who asks: no cookie, no referrer, no key. An answer is taken
/// up to its bound after it is unpacked, and only within its time; another host is never gone to.
public final class HttpEvidence implements EvidenceSource, AutoCloseable {

    /// How long a place may say nothing.
    static final Duration SILENCE = Duration.ofSeconds(5);

    /// How long an answer may take altogether.
    static final Duration WHOLE = Duration.ofSeconds(20);

    private static final int MOST_TURNS = 3;
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_REFUSAL = 400;
    private static final int NO_CONTENT = 204;
    private static final int PARTIAL = 206;

    private final Duration silence;
    private final Duration whole;
    private final OkHttpClient http;

    public HttpEvidence() {
        this(SILENCE, WHOLE);
    }

    HttpEvidence(Duration silence, Duration whole) {
        this.silence = silence;
        this.whole = whole;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(silence)
                .readTimeout(silence)
                .writeTimeout(silence)
                .callTimeout(whole)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    @Override
    public Given ask(EvidencePlace place, String url) throws EvidenceException {
        var began = System.nanoTime();
        var next = HttpUrl.parse(url);
        for (int turns = 0; next != null && turns <= MOST_TURNS; turns++) {
            try (var answer = http.newCall(request(next)).execute()) {
                if (answer.code() < FIRST_REDIRECT || answer.code() >= FIRST_REFUSAL) {
                    return given(place, answer);
                }
                next = turn(place, next, answer);
            } catch (IOException broken) {
                throw new EvidenceException(whileAsking(place, began, broken), broken);
            } catch (EvidenceException | RuntimeException known) {
                throw known;
            } catch (Exception interrupted) {
                // OkHttp, in Kotlin, does not declare that waiting for a connection can be interrupted.
                Thread.currentThread().interrupt();
                throw new EvidenceException(new EvidenceFault.Cancelled(place), interrupted);
            }
        }
        throw new EvidenceException(new EvidenceFault.Broken(place));
    }

    private static Request request(HttpUrl url) {
        return new Request.Builder().url(url).header("Accept", "*/*").build();
    }

    /// Where the same host has it; nowhere else is gone to.
    private static HttpUrl turn(EvidencePlace place, HttpUrl from, Response answer) throws EvidenceException {
        var location = answer.header("Location", "");
        var to = from.resolve(location == null ? "" : location);
        if (to == null
                || !to.scheme().equals(from.scheme())
                || !to.host().equals(from.host())
                || to.port() != from.port()
                || !to.username().isEmpty()) {
            throw new EvidenceException(new EvidenceFault.Elsewhere(place, ShownWords.of(location)));
        }
        return to;
    }

    private static Given given(EvidencePlace place, Response answer) throws IOException, EvidenceException {
        var status = answer.code();
        if (status < FIRST_GOOD || status >= FIRST_REDIRECT || status == NO_CONTENT || status == PARTIAL) {
            throw new EvidenceException(new EvidenceFault.Refused(place, status));
        }
        var body = answer.body();
        if (body.contentLength() > MOST_BYTES || body.source().request(MOST_BYTES + 1L)) {
            throw new EvidenceException(new EvidenceFault.TooLarge(place.toString(), MOST_BYTES));
        }
        var type = answer.header("Content-Type", "");
        return new Given(Bytes.of(body.source().readByteArray()), ShownWords.of(type));
    }

    private EvidenceFault whileAsking(EvidencePlace place, long began, IOException broken) {
        if (Thread.currentThread().isInterrupted()) {
            return new EvidenceFault.Cancelled(place);
        }
        return switch (broken) {
            case UnknownHostException _ -> new EvidenceFault.Unreachable(place, "its name is not known");
            case ConnectException _ -> new EvidenceFault.Unreachable(place, "the connection was refused");
            case SSLException _ -> new EvidenceFault.Unreachable(place, "no secure connection comes about");
            case InterruptedIOException _ -> new EvidenceFault.Stalled(place, limit(began));
            default -> new EvidenceFault.Broken(place);
        };
    }

    private Duration limit(long began) {
        return Duration.ofNanos(System.nanoTime() - began).compareTo(whole) >= 0 ? whole : silence;
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
