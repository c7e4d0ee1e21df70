package org.breakwater.adapters.offer;

import java.util.Map;

/// What the JDK's server is told once for the whole program, before its first server is made: how many
/// connections there may be, and how long a request may take to arrive. A thousand clients that send a byte now
/// and then take room for a thousand idle connections, for ten seconds.
final class ServerBounds {

    /// Characters of a path with its query: the longest has the data for a gate.
    static final int PATH_CHARACTERS = 10_000;

    private static final Map<String, String> PROPERTIES = Map.of(
            "jdk.httpserver.maxConnections", "4096",
            "sun.net.httpserver.maxIdleConnections", "1024",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "24576",
            "sun.net.httpserver.nodelay", "true");

    private ServerBounds() {}

    /// What somebody has set for the program stays.
    static void set() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
