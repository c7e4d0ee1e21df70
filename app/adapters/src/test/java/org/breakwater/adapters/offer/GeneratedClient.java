package org.breakwater.adapters.offer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that npm's `openapi-typescript` makes of the description, in the program of an integrator,
/// `src/test/node/integrator.mts`. The compiler of TypeScript holds the program to the description before it runs.
record GeneratedClient(Path folder) implements AutoCloseable {

    private static final Path NODE = Path.of("src", "test", "node").toAbsolutePath();
    private static final Path PACKAGES = NODE.resolve("node_modules");

    /// @param folder an empty one, for what is generated
    /// @param description an OpenAPI document
    static GeneratedClient of(Path folder, Path description) throws IOException, InterruptedException {
        var client = new GeneratedClient(folder);
        Files.createSymbolicLink(client.packages(), PACKAGES);
        Files.copy(NODE.resolve("integrator.mts"), folder.resolve("integrator.mts"));
        client.run("openapi-typescript/bin/cli.js", description.toAbsolutePath().toString(), "--output", "schema.d.ts");
        client.run(
                "typescript/bin/tsc",
                "--strict",
                "--skipLibCheck",
                "--noEmitOnError",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--lib",
                "es2022,dom",
                "integrator.mts");
        return client;
    }

    /// What the integrator's program was answered by a server.
    JsonNode asks(URI server) throws IOException, InterruptedException {
        return new JsonMapper().readTree(execute(List.of("node", "integrator.mjs", server.toString())));
    }

    /// Where the compiler and Node.js look for packages.
    private Path packages() {
        return folder.resolve("node_modules");
    }

    private void run(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", PACKAGES.resolve(script).toString()));
        command.addAll(List.of(arguments));
        execute(command);
    }

    private String execute(List<String> command) throws IOException, InterruptedException {
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said + Files.readString(errors));
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        Files.delete(packages());
    }
}
