package org.breakwater.adapters.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.postgres.PostgresProgram;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.offer.OfferServers.OpenServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// How many requests a second a server answers on loopback, and how long all but one in a hundred wait: asked by `wrk`,
/// from the same world kept in a file of SQLite and in PostgreSQL. The one who asks has the same processors.
@Tag("bench")
class ServeBench {

    private static final int CONNECTIONS = 32;
    private static final int THREADS = 2;
    private static final int ROUNDS = 3;
    private static final String WARMING = "2s";
    private static final String MEASURED = "5s";

    /// What `wrk` found, in a line that a program reads.
    private static final String REPORT = """
        done = function(summary, latency)
          local errors = summary.errors
          io.write(string.format("found %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99),
            errors.connect + errors.read + errors.write + errors.timeout + errors.status))
        end
        """;

    @TempDir
    private Path folder;

    @Test
    void everyQuestionIsAnsweredHoweverManyAskAtOnce() throws Exception {
        var postgres = PostgresProgram.running();
        var stores = new IndexStores(Map.of(IndexStores.PASSWORD, PostgresProgram.PASSWORD));
        var file = folder.resolve("index.sqlite").toString();
        var database = postgres.address(postgres.database());
        var table = new BenchTable("Requests of integrators");
        try (var network = LocalNetwork.start()) {
            OfferedWorld.keep(network, stores, file);
            OfferedWorld.keep(network, stores, database);
            try (var onFile = OfferedWorld.serve(network, stores, file);
                    var onServer = OfferedWorld.serve(network, stores, database)) {
                var servers = new LinkedHashMap<String, OpenServer>();
                servers.put("SQLite", onFile);
                servers.put("PostgreSQL", onServer);
                measure(questions(URI.create(onFile.address())), servers, table);
            }
        }
        table.publish();
    }

    /// Each question is asked of each server in turn, so that what else the machine does falls on all alike.
    private void measure(Map<String, String> questions, Map<String, OpenServer> servers, BenchTable table)
            throws IOException, InterruptedException {
        var measured = new LinkedHashMap<String, List<Found>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var question : questions.entrySet()) {
                for (var server : servers.entrySet()) {
                    var what = question.getKey() + " on " + server.getKey();
                    var asked = URI.create(server.getValue().address() + question.getValue());
                    var found = ask(asked, round == 0 ? WARMING : MEASURED);
                    assertThat(found.errors()).as(what).isZero();
                    if (round > 0) {
                        measured.computeIfAbsent(what, _ -> new ArrayList<>()).add(found);
                    }
                }
            }
        }
        measured.forEach((what, found) -> {
            table.measured(
                    what, "requests/s", found.stream().map(Found::perSecond).toList());
            table.measured(
                    what + ", p99", "ms", found.stream().map(Found::slowest).toList());
        });
    }

    /// What is asked, by its name.
    private static Map<String, String> questions(URI server) throws IOException, InterruptedException {
        var questions = new LinkedHashMap<String, String>();
        questions.put("quote", "/v1/quote?pool=1&subject=3&amount=50000000000&duration=7776000");
        questions.put("an account's cover", "/v1/accounts/" + holder(server) + "/cover");
        questions.put("pools", "/v1/pools");
        questions.put("100 events", "/v1/events?from=1");
        return questions;
    }

    /// Somebody who is covered.
    private static String holder(URI server) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var asked = URI.create(server + "/v1/policies?state=ACTIVE&limit=1");
            var answer = http.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new JsonMapper()
                    .readTree(answer.body())
                    .required("data")
                    .required(0)
                    .required("holder")
                    .asString();
        }
    }

    /// @param slowest milliseconds that the slowest of a hundred took, at the least
    private record Found(double perSecond, double slowest, long errors) {

        /// @param line the four numbers of {@link #REPORT}: requests, microseconds in all, microseconds of the 99th
        ///     percentile, requests that were not answered by 2xx or 3xx
        static Found parse(String line) {
            var numbers = line.substring("found ".length()).split(" ", -1);
            return new Found(
                    Long.parseLong(numbers[0]) / (Long.parseLong(numbers[1]) / 1e6),
                    Long.parseLong(numbers[2]) / 1e3,
                    Long.parseLong(numbers[3]));
        }
    }

    private Found ask(URI asked, String duration) throws IOException, InterruptedException {
        var report = Files.writeString(folder.resolve("report.lua"), REPORT);
        var process = started(
                "wrk",
                "--threads=" + THREADS,
                "--connections=" + CONNECTIONS,
                "--duration=" + duration,
                "--script=" + report,
                asked.toString());
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines()
                .filter(line -> line.startsWith("found "))
                .map(Found::parse)
                .findFirst()
                .orElseThrow(() -> new IOException(said));
    }

    private static Process started(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new IOException("This benchmark needs wrk on the path: install the package of that name.", missing);
        }
    }
}
