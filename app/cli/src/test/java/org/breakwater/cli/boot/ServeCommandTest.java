package org.breakwater.cli.boot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater serve` from an index of the world.
@Timeout(120)
class ServeCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static LocalNetwork network;

    @BeforeAll
    static void start() throws Exception {
        network = LocalNetwork.start();
        assertThat(run(new StringWriter(), new StringWriter(), "sync", index())).isZero();
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static String index() {
        return folder.resolve("index.sqlite").toString();
    }

    private static int run(Writer out, Writer errors, String command, String index, String... more) {
        var arguments = new ArrayList<>(List.of(
                command,
                "--rpc",
                network.description().rpc(),
                "--deployment",
                network.description().deployment(),
                "--db",
                index));
        arguments.addAll(List.of(more));
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void itSaysWhereItAnswersAndStopsWhenItIsAskedTo() throws Exception {
        var exitCode = new CompletableFuture<Integer>();
        try (var out = new PipedWriter();
                var said = new BufferedReader(new PipedReader(out));
                var http = HttpClient.newHttpClient()) {
            var serving = Thread.ofPlatform()
                    .start(() ->
                            exitCode.complete(run(out, new StringWriter(), "serve", index(), "--port", "0", "--json")));
            var told = JSON.readTree(requireNonNull(said.readLine()));
            var address = told.required("address").asString();
            assertThat(address).startsWith("http://127.0.0.1:");
            assertThat(told.required("description").asString()).isEqualTo(address + "/v1/openapi.json");

            var pools =
                    HttpRequest.newBuilder(URI.create(address + "/v1/pools")).build();
            var answer = http.send(pools, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body())
                            .required("asOf")
                            .required("hash")
                            .asString())
                    .isEqualTo(network.node().head().hash().toString());

            serving.interrupt();
            assertThat(exitCode.get(1, TimeUnit.MINUTES)).isZero();
            assertThatIOException().isThrownBy(() -> http.send(pools, BodyHandlers.ofString()));
        }
    }

    @Test
    void whatCannotBeServedIsASentenceAndExitCode1() {
        assertRefused("There is no index at ", folder.resolve("none.sqlite").toString());
        assertRefused("has a password in it", "postgresql://keeper:secret@localhost/cover");
        assertRefused("A port lies between 0 and 65535, not at 65536.", index(), "--port", "65536");
        assertRefused("A rate is not below zero: -1.", index(), "--rate=-1");
        assertRefused("“localhost” is no address of IP.", index(), "--listen", "localhost");
    }

    private static void assertRefused(String sentence, String index, String... more) {
        var out = new StringWriter();
        var errors = new StringWriter();
        assertThat(run(out, errors, "serve", index, more)).as(errors.toString()).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(errors.toString())
                .startsWith("breakwater: ")
                .contains(sentence)
                .doesNotContain("Exception");
    }
}
