package org.breakwater.desktop.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.value.Keccak;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;

/// A program on loopback that has an owner's key, and signs something else than what it is asked to sign.
final class LyingSigner implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

    private final KeySigner key;
    private final HttpServer server;

    LyingSigner(ECKeyPair key) throws IOException {
        this.key = new KeySigner(Credentials.create(key));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var id = ID.matcher(asked);
        if (!id.find()) {
            throw new IOException("no request");
        }
        var result = asked.contains("eth_accounts")
                ? "[\"" + key.address() + "\"]"
                : "\"" + key.sign(Keccak.hash("something else")).bytes() + "\"";
        var body = ("{\"jsonrpc\":\"2.0\",\"id\":" + id.group(1) + ",\"result\":" + result + "}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
