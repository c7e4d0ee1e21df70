package org.breakwater.adapters.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.breakwater.core.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/// A service on loopback that says what a test has it say.
final class ScriptedService implements AutoCloseable {

    /// Says something to a request.
    @FunctionalInterface
    interface Saying {
        MockResponse to(HttpUrl url);
    }

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Saying> sayings = new LinkedHashMap<>();
    private final List<RecordedRequest> requests = new ArrayList<>();

    /// How long the client waited, instead of waiting.
    final List<Duration> waits = new ArrayList<>();

    ScriptedService() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                synchronized (requests) {
                    requests.add(request);
                }
                return sayings.entrySet().stream()
                        .filter(saying -> request.getUrl().encodedPath().equals("/api/" + saying.getKey()))
                        .findFirst()
                        .map(saying -> saying.getValue().to(request.getUrl()))
                        .orElseGet(() -> status(404));
            }
        });
        server.setServerSocketFactory(new UndelayedSockets());
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /// @param path behind `/api/`, with its slash at the end
    ScriptedService on(String path, Saying saying) {
        sayings.put(path, saying);
        return this;
    }

    ScriptedService on(String path, JsonNode answer) {
        return on(path, _ -> json(200, answer.toString()));
    }

    static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    String base() {
        return "http://127.0.0.1:" + server.getPort() + "/api";
    }

    SafeServiceClient client() throws ProblemException {
        return SafeServiceClient.open(base(), Optional.of("secret-key"), Clock.systemUTC(), waits::add);
    }

    List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /// Path and query of a request, behind `/api/`.
    static String line(RecordedRequest request) {
        var query = request.getUrl().encodedQuery();
        return request.getUrl().encodedPath().substring("/api/".length()) + (query == null ? "" : "?" + query);
    }

    @Override
    public void close() {
        server.close();
    }

    /// Sockets that send at once. The server writes an answer in small parts, each of which would wait for the other
    /// side's acknowledgement, forty milliseconds and more.
    private static final class UndelayedSockets extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    var socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 0, InetAddress.getLoopbackAddress());
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            var socket = createServerSocket();
            socket.bind(new InetSocketAddress(address, port), backlog);
            return socket;
        }
    }
}
