package org.breakwater.adapters.localservice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.loopback.Visitor;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes requests over HTTP, within bounds, and from programs on this machine alone: a page in a browser that is led
/// here by a forged name, or that sends a form, is not answered.
///
/// @param port at which it listens
record Door(Routes routes, int port) implements HttpHandler {

    static final JsonLimits LIMITS = new JsonLimits(2 << 20, 64, 2 << 20, 100_000);

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final String PREFIX = "/api/";
    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int MISDIRECTED = 421;
    private static final int BROKEN = 500;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            requireFromHere(exchange);
            return answered(exchange);
        } catch (RefusedRequest refused) {
            return refused.reply();
        } catch (ProblemException chain) {
            LOG.debug("the chain did not answer", chain);
            return RefusedRequest.unreachableChain().reply();
        } catch (RuntimeException fault) {
            LOG.warn("a request could not be answered", fault);
            return Reply.empty(BROKEN);
        }
    }

    private void requireFromHere(HttpExchange exchange) throws RefusedRequest {
        var visitor = Visitor.of(exchange);
        if (!visitor.meansThisMachine(port)) {
            throw RefusedRequest.detail(MISDIRECTED, "This service answers on this machine alone.");
        }
        if (visitor.isPage()) {
            throw RefusedRequest.detail(FORBIDDEN, "This service does not answer pages in a browser.");
        }
    }

    private Reply answered(HttpExchange exchange) throws IOException, RefusedRequest, ProblemException {
        var path = exchange.getRequestURI().getRawPath();
        var method = exchange.getRequestMethod();
        if (!path.startsWith(PREFIX)) {
            throw RefusedRequest.detail(Reply.NOT_FOUND, "Not found.");
        }
        var withoutSlash = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var match = routes.match(withoutSlash.substring(PREFIX.length()))
                .orElseThrow(() -> RefusedRequest.detail(Reply.NOT_FOUND, "Not found."));
        var handler = match.byMethod().get(method);
        if (handler == null) {
            throw RefusedRequest.detail(NOT_ALLOWED, "Method \"" + method + "\" not allowed.");
        }
        // Safe's own client leaves the slash out where it removes a delegate, and relies on being taken all the same.
        if (!path.endsWith("/") && method.equals("GET")) {
            return moved(exchange, path + "/");
        }
        return handler.handle(new Request(
                "http://127.0.0.1:" + port,
                withoutSlash,
                match.arguments(),
                parameters(exchange),
                method.equals("GET") ? Optional.empty() : Optional.of(body(exchange))));
    }

    private static Reply moved(HttpExchange exchange, String path) {
        var query = exchange.getRequestURI().getRawQuery();
        exchange.getResponseHeaders().set("Location", query == null ? path : path + "?" + query);
        return Reply.empty(MOVED);
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws RefusedRequest {
        try {
            return Escapes.parameters(exchange.getRequestURI().getRawQuery());
        } catch (IllegalArgumentException broken) {
            throw RefusedRequest.detail(Reply.BAD_REQUEST, "The query is not escaped properly.");
        }
    }

    private static Body body(HttpExchange exchange) throws IOException, RefusedRequest {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw RefusedRequest.detail(UNSUPPORTED, "Unsupported media type \"" + type + "\" in request.");
        }
        var most = Math.toIntExact(LIMITS.bytes());
        var bytes = exchange.getRequestBody().readNBytes(most + 1);
        if (bytes.length > most) {
            throw RefusedRequest.detail(TOO_LARGE, "The request is too large.");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Body(JsonText.parse("the request", text, LIMITS).object());
        } catch (CharacterCodingException | ProblemException malformed) {
            throw RefusedRequest.detail(Reply.BAD_REQUEST, "JSON parse error");
        }
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.body().isEmpty()) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        var bytes = Reply.JSON.writeValueAsBytes(reply.body().get());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
