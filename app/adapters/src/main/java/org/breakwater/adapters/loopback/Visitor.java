package org.breakwater.adapters.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;

/// Who asks a server on this machine: a program here, or a page in a browser that was led here by a forged name.
///
/// @param host as the request names it, empty where it names none
/// @param isPage whether a browser asks for a page of another origin
public record Visitor(String host, boolean isPage) {

    public static Visitor of(HttpExchange exchange) {
        var hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        return new Visitor(
                hosts.size() == 1 ? hosts.getFirst() : "",
                exchange.getRequestHeaders().containsKey("Origin"));
    }

    /// Whether the request is meant for this machine by its own name.
    ///
    /// @param port at which the server listens
    public boolean meansThisMachine(int port) {
        return List.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
    }
}
