package org.breakwater.adapters.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Foundry's `cast call` as of one block.
public final class Cast {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String IN_CHECKOUT = "governance-contracts/node_modules/@foundry-rs/cast-linux-amd64/bin/cast";

    private final String rpc;
    private final String block;
    private final Map<List<String>, JsonNode> asked = new HashMap<>();

    public Cast(String rpc, long block) {
        this.rpc = rpc;
        this.block = Long.toString(block);
    }

    public static Path binary() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .map(folder -> folder.resolve(IN_CHECKOUT))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /// What a contract's function answers.
    public Answer call(String address, String contract, String function, String... arguments) {
        var described = Artifacts.function(contract, function, arguments.length);
        var command = new ArrayList<>(List.of(
                binary().toString(),
                "call",
                "--json",
                "--rpc-url",
                rpc,
                "--block",
                block,
                address,
                Artifacts.signature(described)));
        command.addAll(List.of(arguments));
        return new Answer(asked.computeIfAbsent(command, Cast::run), described.required("outputs"));
    }

    /// How many different calls were made.
    public int calls() {
        return asked.size();
    }

    private static JsonNode run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(String.join(" ", command) + "\n" + output)
                    .isZero();
            return JSON.readTree(output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Several values with their descriptions: the answers of a function, or the fields of a struct.
    public record Answer(JsonNode values, JsonNode described) {

        public Value at(int index) {
            return new Value(values.required(index), described.required(index));
        }

        public Value only() {
            return at(0);
        }
    }

    /// One value with its description.
    public record Value(JsonNode value, JsonNode described) {

        /// A field of a struct, by its name.
        public Value field(String name) {
            var components = described.required("components");
            for (int i = 0; i < components.size(); i++) {
                if (components.required(i).required("name").asString().equals(name)) {
                    return new Value(value.required(i), components.required(i));
                }
            }
            throw new IllegalArgumentException("no field " + name);
        }

        /// A field of a field, by their names.
        public Value path(List<String> names) {
            var found = this;
            for (var name : names) {
                found = found.field(name);
            }
            return found;
        }

        /// An item of a list.
        public Value item(int index) {
            return new Value(value.required(index), described);
        }

        /// As the snapshot prints it: an enumeration's value by its name, every number in decimal.
        public String text() {
            var names = Artifacts.names(described);
            return names.isEmpty() ? value.asString() : names.get(value.asInt());
        }
    }
}
