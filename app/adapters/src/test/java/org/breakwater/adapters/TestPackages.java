package org.breakwater.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of the npm packages that the build fetched for the tests, by the list `test-packages.json`.
public final class TestPackages {

    private static final Path FOLDER = Path.of("target/test-packages");
    private static final JsonMapper JSON = new JsonMapper();

    private TestPackages() {}

    /// One of the public vector files of ethers.
    public static JsonNode ethers(String name) {
        var path = FOLDER.resolve("@ethersproject/testcases/5.8.0/testcases").resolve(name + ".json.gz");
        try (var file = new GZIPInputStream(Files.newInputStream(path))) {
            return JSON.readTree(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// A compiled contract of an old Safe release.
    public static JsonNode safe(String version, String contract) {
        var path = FOLDER.resolve("@gnosis.pm/safe-contracts")
                .resolve(version)
                .resolve("build/contracts")
                .resolve(contract + ".json");
        try {
            return JSON.readTree(Files.readAllBytes(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
