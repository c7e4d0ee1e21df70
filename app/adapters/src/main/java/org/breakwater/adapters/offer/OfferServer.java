package org.breakwater.adapters.offer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.offer.Cursor;
import org.breakwater.core.offer.Event;
import org.breakwater.core.offer.Part;
import org.breakwater.core.offer.ProblemDocument;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.shape.Documents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers over HTTP what is offered, within bounds, until it is closed: GET and HEAD alone, no bodies, so many
/// requests a second for each address, and no client that reads slowly holds anything up but itself.
final class OfferServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OfferServer.class);

    /// How long what is being answered may go on once the server is closed.
    private static final int SECONDS_TO_FINISH = 2;

    private static final int BACKLOG = 1_024;
    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_STREAMS = 128;
    private static final int EVENTS_AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration QUEUED = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private static final String DESCRIPTION = "/v1/openapi.json";
    private static final String ANY_ORIGIN = "*";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Source source;
    private final Paths paths;
    private final Admission admission;
    private final List<String> origins;
    private final byte[] description;
    private final Watchdog watchdog = new Watchdog(PATIENCE);
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final AtomicBoolean closed = new AtomicBoolean();

    private OfferServer(
            HttpServer server, ExecutorService threads, Source source, Admission admission, List<String> origins) {
        this.server = server;
        this.threads = threads;
        this.source = source;
        this.paths = new Paths(() -> source);
        this.admission = admission;
        this.origins = origins;
        this.description = OpenApi.text(paths.all()).getBytes(StandardCharsets.UTF_8);
    }

    /// @param origins whose pages may read answers; `*` for all
    static OfferServer start(InetSocketAddress listen, Source source, Admission admission, List<String> origins)
            throws ProblemException {
        ServerBounds.set();
        try {
            var http = HttpServer.create(listen, BACKLOG);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var server = new OfferServer(http, threads, source, admission, origins);
            http.setExecutor(threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "Nothing can be answered at %s, port %d: %s."
                                    .formatted(
                                            listen.getAddress().getHostAddress(),
                                            listen.getPort(),
                                            failed.getMessage()),
                            "Choose another port or address."),
                    failed);
        }
    }

    URI address() {
        var bound = server.getAddress();
        var host = bound.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            if (Paths.EVENTS.equals(exchange.getRequestURI().getRawPath())) {
                answer(exchange);
            } else {
                try (var _ = watchdog.begin()) {
                    answer(exchange);
                }
            }
        } catch (IOException gone) {
            LOG.debug("a client has left", gone);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            headers(exchange);
            requireAdmitted(exchange);
            if (exchange.getRequestMethod().equals("OPTIONS") && isAllowed(exchange)) {
                preflight(exchange);
                return;
            }
            requireReading(exchange);
            route(exchange);
        } catch (Refusal refusal) {
            refuse(exchange, refusal.document());
        } catch (IndexException | ProblemException failed) {
            LOG.warn("the index could not be read: {}", failed.getMessage());
            refuse(
                    exchange,
                    Refusal.of(ProblemType.BUSY, "The index could not be read just now.", "Ask again in a few seconds.")
                            .document());
        } catch (RuntimeException fault) {
            LOG.warn("a request could not be answered", fault);
            refuse(
                    exchange,
                    Refusal.of(
                                    ProblemType.BROKEN,
                                    "This request met a fault of the server's own.",
                                    "Tell whoever runs it; its log says more.")
                            .document());
        }
    }

    private void headers(HttpExchange exchange) {
        var headers = exchange.getResponseHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-cache");
        if (!origins.isEmpty()) {
            headers.set("Vary", "Origin");
        }
        if (isAllowed(exchange)) {
            headers.set(
                    "Access-Control-Allow-Origin",
                    origins.contains(ANY_ORIGIN)
                            ? ANY_ORIGIN
                            : exchange.getRequestHeaders().getFirst("Origin"));
            headers.set("Access-Control-Expose-Headers", "ETag, Retry-After");
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        return origin != null && (origins.contains(ANY_ORIGIN) || origins.contains(origin));
    }

    private static void preflight(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, HEAD");
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "If-None-Match, Last-Event-ID");
        exchange.getResponseHeaders().set("Access-Control-Max-Age", "600");
        exchange.sendResponseHeaders(NO_CONTENT, -1);
    }

    private void requireAdmitted(HttpExchange exchange) throws Refusal {
        var from = exchange.getRemoteAddress().getAddress();
        var forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        if (!admission.admits(from, forwarded)) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            throw Refusal.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    "More requests came from this address than are taken in a second.",
                    "Wait a second, and ask less often; If-None-Match costs as much as any request.");
        }
    }

    private static void requireReading(HttpExchange exchange) throws Refusal {
        var method = exchange.getRequestMethod();
        if (!List.of("GET", "HEAD").contains(method)) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            exchange.getResponseHeaders().set("Connection", "close");
            throw Refusal.of(ProblemType.METHOD, "Nothing can be changed here.", "Use GET or HEAD.");
        }
        var length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (exchange.getRequestHeaders().containsKey("Transfer-Encoding") || (length != null && !length.equals("0"))) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw Refusal.of(ProblemType.BODY, "The request has a body.", "Say what you want in the query.");
        }
        if (exchange.getRequestURI().toString().length() > ServerBounds.PATH_CHARACTERS) {
            throw Refusal.of(
                    ProblemType.TOO_LONG,
                    "The path has more than " + ServerBounds.PATH_CHARACTERS + " characters.",
                    "Ask for less at once.");
        }
    }

    private void route(HttpExchange exchange) throws IOException, Refusal, IndexException, ProblemException {
        var path = exchange.getRequestURI().getRawPath();
        if (path == null || !path.startsWith("/")) {
            throw noSuchPath();
        }
        switch (path) {
            case DESCRIPTION -> write(exchange, OK, "application/json", description);
            case Paths.EVENTS -> stream(exchange);
            default -> {
                var match = paths.match(path).orElseThrow(OfferServer::noSuchPath);
                var arguments = Arguments.of(
                        match.path().parameters(),
                        match.inPath(),
                        exchange.getRequestURI().getRawQuery());
                reply(exchange, computed(match.path(), arguments));
            }
        }
    }

    private static Refusal noSuchPath() {
        return Refusal.of(
                ProblemType.NO_SUCH_PATH,
                "Nothing is answered at this path.",
                DESCRIPTION + " describes all that there are.");
    }

    /// Within the number of those that are computed at once.
    private Written computed(Paths.Path path, Arguments arguments) throws Refusal, IndexException, ProblemException {
        try {
            if (!places.tryAcquire(QUEUED.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            var reply = path.answering().reply(arguments);
            return new Written(reply.status(), JsonPrinter.compact(reply.body()), reply.tag());
        } finally {
            places.release();
        }
    }

    private record Written(int status, String body, Optional<String> tag) {}

    private static Refusal busy() {
        return Refusal.of(ProblemType.BUSY, "Too many are answered at once.", "Ask again in a few seconds.");
    }

    private static void reply(HttpExchange exchange, Written written) throws IOException {
        if (written.tag().isPresent()) {
            var tag = written.tag().get();
            exchange.getResponseHeaders().set("ETag", tag);
            if (names(exchange.getRequestHeaders().getFirst("If-None-Match"), tag)) {
                exchange.sendResponseHeaders(NOT_MODIFIED, -1);
                return;
            }
        }
        write(exchange, written.status(), "application/json", written.body().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean names(@Nullable String condition, String tag) {
        return condition != null
                && List.of(condition.split(",")).stream()
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    private static void refuse(HttpExchange exchange, ProblemDocument problem) throws IOException {
        if (exchange.getResponseCode() != -1) {
            return;
        }
        if (problem.status() == ProblemType.BUSY.status()) {
            exchange.getResponseHeaders().set("Retry-After", "5");
        }
        exchange.getResponseHeaders().remove("ETag");
        var body = JsonPrinter.compact(Documents.of(problem)).getBytes(StandardCharsets.UTF_8);
        write(exchange, problem.status(), "application/problem+json", body);
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void stream(HttpExchange exchange) throws IOException, Refusal, IndexException, ProblemException {
        var arguments = Arguments.of(
                Paths.streamed(), Map.of(), exchange.getRequestURI().getRawQuery());
        var after = begin(exchange, arguments);
        if (after.isPresent() && !source.events().stands(after.get())) {
            throw Refusal.cursorGone();
        }
        if (!streams.tryAcquire()) {
            throw busy();
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(OK, -1);
                return;
            }
            exchange.sendResponseHeaders(OK, 0);
            new EventStream(exchange.getResponseBody()).run(after);
        } finally {
            streams.release();
        }
    }

    /// After what the client has, else after all that has happened.
    private Optional<Cursor> begin(HttpExchange exchange, Arguments arguments)
            throws Refusal, IndexException, ProblemException {
        var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (last != null && !last.isEmpty()) {
            return Optional.of(Cursor.parse(last)
                    .filter(cursor -> cursor.list() == Cursor.Kind.EVENTS)
                    .orElseThrow(() -> Refusal.of(
                            ProblemType.CURSOR_MALFORMED,
                            "Last-Event-ID is no cursor of events.",
                            "Leave it out to begin with what happens from now on.")));
        }
        var given = arguments.cursor("cursor", Cursor.Kind.EVENTS);
        return given.isPresent()
                ? given
                : source.events().upTo(source.offer().block().number());
    }

    /// Writes events as they become known, and a comment where nothing happens, until the client leaves.
    private final class EventStream {

        private final OutputStream out;

        private EventStream(OutputStream out) {
            this.out = out;
        }

        private void run(Optional<Cursor> begin) throws IOException {
            var after = begin;
            write(": what happens from here on\n\n");
            while (!closed.get()) {
                var offer = source.found();
                try {
                    var part = offer.isPresent()
                            ? paths.events(offer.get(), after, EVENTS_AT_ONCE)
                            : new Part<Event>(List.of(), after);
                    for (var event : part.items()) {
                        write("id: " + event.cursor() + "\nevent: fact\ndata: "
                                + JsonPrinter.compact(Documents.of(event)) + "\n\n");
                    }
                    after = part.next();
                    if (part.items().isEmpty() && !source.awaitOther(offer, QUIET)) {
                        write(": still here\n\n");
                    }
                } catch (Refusal refusal) {
                    if (refusal.document().status() == ProblemType.CURSOR_GONE.status()) {
                        write("event: gone\ndata: " + JsonPrinter.compact(Documents.of(refusal.document())) + "\n\n");
                        return;
                    }
                    source.awaitOther(offer, QUIET);
                } catch (IndexException | ProblemException failed) {
                    LOG.warn("the index could not be read: {}", failed.getMessage());
                    return;
                }
            }
        }

        private void write(String text) throws IOException {
            try (var _ = watchdog.begin()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.stop(SECONDS_TO_FINISH);
        threads.shutdownNow();
        watchdog.close();
    }
}
