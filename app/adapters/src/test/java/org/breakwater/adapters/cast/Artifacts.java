package org.breakwater.adapters.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.breakwater.contracts.ProtocolLens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contracts' interfaces as the artifacts have them.
public final class Artifacts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENUMERATION = "enum ";

    private Artifacts() {}

    private static JsonNode resource(String name) {
        try (var input = ProtocolLens.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(input, name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A function of a contract by its name and number of arguments.
    public static JsonNode function(String contract, String name, int arguments) {
        return resource(contract + ".json")
                .required("abi")
                .valueStream()
                .filter(entry -> entry.required("type").asString().equals("function"))
                .filter(entry -> entry.required("name").asString().equals(name))
                .filter(entry -> entry.required("inputs").size() == arguments)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " has no " + name));
    }

    /// As `cast call` wants it: name, types of the arguments, types of the answers.
    public static String signature(JsonNode function) {
        return function.required("name").asString()
                + types(function.required("inputs"))
                + types(function.required("outputs"));
    }

    private static String types(JsonNode parameters) {
        return parameters.valueStream().map(Artifacts::type).collect(Collectors.joining(",", "(", ")"));
    }

    private static String type(JsonNode parameter) {
        var type = parameter.required("type").asString();
        return type.startsWith("tuple")
                ? types(parameter.required("components")) + type.substring("tuple".length())
                : type;
    }

    /// The names of an enumeration's values where a parameter is of one.
    public static List<String> names(JsonNode parameter) {
        var internal = parameter.path("internalType").asString("");
        return internal.startsWith(ENUMERATION) ? enumeration(internal.substring(ENUMERATION.length())) : List.of();
    }

    public static List<String> enumeration(String name) {
        return resource("enums.json")
                .required(name)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
