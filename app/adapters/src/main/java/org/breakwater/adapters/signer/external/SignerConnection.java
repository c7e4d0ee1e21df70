package org.breakwater.adapters.signer.external;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;

/// A program that signs, spoken to over JSON-RPC. A request is sent once: sent again, it would ask a person twice. It
/// goes
/// to where it is meant for, past any proxy.
public final class SignerConnection {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int MOST_ANSWER = 64 << 10;
    private static final JsonLimits LIMITS = new JsonLimits(MOST_ANSWER, 8, 16 << 10, 4_000);
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /// EIP-1193: the user rejected the request.
    private static final int REJECTED = 4001;

    private static final AtomicLong REQUESTS = new AtomicLong();

    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .proxy(Proxy.NO_PROXY)
            .dns(SignerConnection::resolved)
            .build();

    private final OkHttpClient http;
    private final SignerEndpoint endpoint;
    private final SignerDialect dialect;

    /// @param patience how long a person may take
    public SignerConnection(SignerEndpoint endpoint, SignerDialect dialect, Duration patience) {
        this.http =
                HTTP.newBuilder().readTimeout(patience).callTimeout(patience).build();
        this.endpoint = endpoint;
        this.dialect = dialect;
    }

    /// This machine's own name is not asked of anybody.
    private static List<InetAddress> resolved(String host) throws UnknownHostException {
        return host.equals("localhost") ? List.of(InetAddress.getLoopbackAddress()) : Dns.SYSTEM.lookup(host);
    }

    /// Whether something listens there. Nothing is asked of it: some programs ask their user before they answer.
    public boolean isListening() {
        var address = endpoint.address();
        var port = address.getPort() < 0 ? HttpUrl.defaultPort(address.getScheme()) : address.getPort();
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            var machine = resolved(address.getHost().replaceAll("[\\[\\]]", "")).getFirst();
            socket.connect(new InetSocketAddress(machine, port), Math.toIntExact(CONNECT.toMillis()));
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /// The addresses that the program says it signs for.
    public List<Address> addresses() throws ProblemException {
        var answer = ask(dialect.listing(), List.of());
        if (!(answer.field("result") instanceof JsonValue.Items(var _, var items))) {
            throw malformed("its addresses are no list");
        }
        var addresses = new ArrayList<Address>();
        for (var item : items) {
            if (!(item instanceof JsonValue.Text(var _, var text))) {
                throw malformed("an address is no text");
            }
            addresses.add(parsed(text, Address::parse));
        }
        return addresses;
    }

    /// What came back, unchecked.
    Bytes sign(Address signer, JsonValue typedData) throws ProblemException {
        var answer = ask(
                dialect.signing(),
                List.of(
                        WrittenObject.textValue(signer.toString()),
                        dialect.asText() ? WrittenObject.textValue(JsonPrinter.compact(typedData)) : typedData));
        if (answer.field("result") instanceof JsonValue.Text(var _, var text)) {
            return parsed(text, Bytes::parse);
        }
        throw malformed("its signature is no text");
    }

    private JsonObject ask(String method, List<JsonValue> parameters) throws ProblemException {
        var id = REQUESTS.incrementAndGet();
        var question = new WrittenObject()
                .text("jsonrpc", "2.0")
                .whole("id", id)
                .text("method", method)
                .items("params", parameters)
                .value();
        var answer = JsonText.parse("the signer's answer", send(JsonPrinter.compact(question)), LIMITS)
                .object();
        requireAnswerTo(id, answer);
        if (answer.all().get("error") instanceof JsonValue.Fields error) {
            throw refusal(new JsonObject(answer.document(), error));
        }
        return answer;
    }

    private void requireAnswerTo(long id, JsonObject answer) throws ProblemException {
        if (!(answer.all().get("id") instanceof JsonValue.Whole(var _, var stated))
                || stated.bitLength() >= Long.SIZE
                || stated.longValueExact() != id
                || !answer.text("jsonrpc").equals("2.0")) {
            throw malformed("it is no answer to what was asked");
        }
    }

    private String send(String question) throws ProblemException {
        var request = new Request.Builder()
                .url(endpoint.address().toString())
                .post(RequestBody.create(question.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (var response = http.newCall(request).execute()) {
            return text(response);
        } catch (ConnectException nobody) {
            throw new ProblemException(
                    Problem.of(
                            "No signer answers at " + endpoint.address() + ".",
                            "Start it, and check the address and its port."),
                    nobody);
        } catch (InterruptedIOException late) {
            throw new ProblemException(
                    new Problem(
                            "The signer at " + endpoint.address() + " did not answer in time.",
                            "Nothing was signed as far as this program knows; the signer may still ask.",
                            "Refuse what it asks, then try again."),
                    late);
        } catch (CharacterCodingException garbled) {
            throw malformed("it is not text in UTF-8");
        } catch (IOException broken) {
            throw new ProblemException(
                    Problem.of(
                            "The signer at " + endpoint.address() + " broke off: "
                                    + Quotation.plain(String.valueOf(broken.getMessage())) + ".",
                            "Look at what it says, then try again."),
                    broken);
        }
    }

    /// Some programs answer errors of JSON-RPC with an error of HTTP.
    private String text(Response response) throws IOException, ProblemException {
        if (response.isRedirect()) {
            throw malformed("it points elsewhere");
        }
        var source = response.body().source();
        if (source.request(MOST_ANSWER + 1L)) {
            throw malformed("it is longer than " + MOST_ANSWER + " bytes");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(source.readByteArray()))
                .toString();
    }

    private ProblemException refusal(JsonObject error) {
        var words = error.all().get("message") instanceof JsonValue.Text(var _, var text) ? text : "no reason given";
        var isRefused = error.all().get("code") instanceof JsonValue.Whole(var _, var code)
                && code.bitLength() < Integer.SIZE
                && code.intValueExact() == REJECTED;
        var denied = isRefused || words.toLowerCase(Locale.ROOT).contains("denied");
        return new ProblemException(
                denied
                        ? new Problem(
                                "The person at the signer refused: " + Quotation.of(words) + ".",
                                "Nothing was signed.",
                                "Ask again when they are ready.")
                        : new Problem(
                                "The signer at " + endpoint.address() + " could not sign: " + Quotation.of(words) + ".",
                                "Nothing was signed.",
                                "Check that it has the key and is unlocked."));
    }

    private <T> T parsed(String text, Function<String, T> reading) throws ProblemException {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException garbage) {
            throw malformed(String.valueOf(garbage.getMessage()));
        }
    }

    private ProblemException malformed(String why) {
        return new ProblemException(new Problem(
                "What came from the signer at " + endpoint.address() + " is no answer: " + why + ".",
                "It is not taken for a signature.",
                "Check that a signer, and nothing else, listens there."));
    }
}
