package org.breakwater.adapters.openmetrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.breakwater.adapters.loopback.Visitor;
import org.breakwater.core.exposition.OpenMetricsText;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers `GET /metrics` on loopback, and nothing else and nobody elsewhere, until it is closed.
public final class MetricsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private static final String PATH = "/metrics";
    private static final int BACKLOG = 64;
    private static final int MOST_PORT = 65_535;

    /// How many are answered at once; more are told to come later.
    private static final int MOST_AT_ONCE = 8;

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int MISDIRECTED = 421;
    private static final int BROKEN = 500;
    private static final int BUSY = 503;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<String> text;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final AtomicBoolean closed = new AtomicBoolean();

    private MetricsServer(HttpServer server, ExecutorService threads, Supplier<String> text) {
        this.server = server;
        this.threads = threads;
        this.text = text;
    }

    /// @param port 0 for any that is free
    /// @param text in OpenMetrics' form, made anew for each who asks
    public static MetricsServer start(int port, Supplier<String> text) throws ProblemException {
        if (port < 0 || port > MOST_PORT) {
            throw new ProblemException(Problem.of(port + " is no port.", "Choose one from 1 to " + MOST_PORT + "."));
        }
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var metrics = new MetricsServer(server, threads, text);
            server.setExecutor(threads);
            server.createContext("/", metrics::handle);
            server.start();
            return metrics;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "The figures cannot be offered at port " + port + ": " + failed.getMessage() + ".",
                            "Choose another port."),
                    failed);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var status = refusal(exchange);
            if (status != OK) {
                answer(exchange, status);
            } else if (places.tryAcquire()) {
                try {
                    answer(exchange);
                } finally {
                    places.release();
                }
            } else {
                answer(exchange, BUSY);
            }
        }
    }

    private int refusal(HttpExchange exchange) {
        var visitor = Visitor.of(exchange);
        if (!visitor.meansThisMachine(server.getAddress().getPort())) {
            return MISDIRECTED;
        }
        if (visitor.isPage()) {
            return FORBIDDEN;
        }
        if (!exchange.getRequestURI().getRawPath().equals(PATH)) {
            return NOT_FOUND;
        }
        return exchange.getRequestMethod().equals("GET") ? OK : NOT_ALLOWED;
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        if (status == NOT_ALLOWED) {
            exchange.getResponseHeaders().set("Allow", "GET");
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes;
        try {
            bytes = text.get().getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException fault) {
            LOG.warn("the figures could not be written", fault);
            answer(exchange, BROKEN);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", OpenMetricsText.CONTENT_TYPE);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(OK, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
