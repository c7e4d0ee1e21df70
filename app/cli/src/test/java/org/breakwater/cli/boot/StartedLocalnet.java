package org.breakwater.cli.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/// One `breakwater localnet` for all tests of a class, and a folder that goes with it.
final class StartedLocalnet implements BeforeAllCallback, AfterAllCallback {

    private Optional<LocalnetProgram> program = Optional.empty();
    private Optional<Path> folder = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Optional.of(Files.createTempDirectory("breakwater-localnet"));
        program = Optional.of(LocalnetProgram.start(folder()));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        program.ifPresent(LocalnetProgram::close);
        if (folder.isPresent()) {
            List<Path> all;
            try (var files = Files.walk(folder())) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (var file : all) {
                Files.deleteIfExists(file);
            }
        }
    }

    private LocalnetProgram program() {
        return program.orElseThrow();
    }

    /// For files of the tests.
    Path folder() {
        return folder.orElseThrow();
    }

    JsonNode document() {
        return program().document();
    }

    String rpc() {
        return program().rpc();
    }

    String deployment() {
        return program().deployment();
    }

    String safe(String name) {
        return program().safe(name);
    }
}
