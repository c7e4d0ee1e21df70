package org.breakwater.adapters.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breakwater.adapters.offer.OfferedWorld.Answer;
import org.breakwater.core.offer.Cursor;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests that nobody would think of, made from the description itself: none breaks the server, and every answer fits
/// the schema that the description has for it.
final class RandomRequests {

    private static final long SEED = 20_261_130;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ODD = List.of(
            "",
            "0",
            "-1",
            "1e9",
            "0x",
            "null",
            "%00",
            "../..",
            "a".repeat(200),
            "9".repeat(78),
            "9".repeat(79),
            "٣",
            "\"<>");

    /// Of a branch of the chain that never was, for each list.
    private static final List<String> GONE = Stream.of(Cursor.Kind.values())
            .map(list -> new Cursor(list, 1, new Hash32(Bytes.fromHex("0x" + "ab".repeat(32))), 1).toString())
            .toList();

    private final OfferedWorld world;
    private final JsonNode description;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Random random = new Random(SEED);

    RandomRequests(OfferedWorld world) throws IOException, InterruptedException {
        this.world = world;
        description = world.get("/v1/openapi.json").body();
    }

    /// @return how many had each status
    Map<Integer, Integer> ask(int count) throws IOException, InterruptedException {
        var templates = new ArrayList<String>();
        description.path("paths").propertyNames().forEach(templates::add);
        templates.remove(Paths.EVENTS);
        var statuses = new TreeMap<Integer, Integer>();
        for (int i = 0; i < count; i++) {
            var template = templates.get(random.nextInt(templates.size()));
            var path = path(template);
            var answer = world.get(path);
            assertThat(answer.status()).as(path).isLessThan(500);
            assertFits(template, path, answer);
            statuses.merge(answer.status(), 1, Integer::sum);
        }
        return statuses;
    }

    private void assertFits(String template, String path, Answer answer) {
        var type = answer.header("Content-Type");
        // What stands at no path of the description is refused as any path may refuse.
        var schema = answer.status() == 404 || type.contains("problem") ? problem() : schema(template, answer.status());
        assertThat(schema.validate(answer.body()))
                .as(path + ": " + answer.body())
                .isEmpty();
    }

    private Schema schema(String template, int status) {
        return schemas.computeIfAbsent(
                template + status,
                _ -> made(description
                        .path("paths")
                        .path(template)
                        .path("get")
                        .path("responses")
                        .path(Integer.toString(status))
                        .path("content")
                        .path("application/json")
                        .path("schema")));
    }

    private Schema problem() {
        return schemas.computeIfAbsent(
                "problem", _ -> made(JSON.createObjectNode().put("$ref", "#/components/schemas/ProblemDocument")));
    }

    private Schema made(JsonNode schema) {
        assertThat(schema.isObject()).isTrue();
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.putArray("allOf").add(schema);
        whole.set("components", description.path("components"));
        return registry.getSchema(whole);
    }

    private String path(String template) {
        var path = template;
        var query = new ArrayList<String>();
        for (var parameter :
                description.path("paths").path(template).path("get").path("parameters")) {
            var name = parameter.path("name").asString();
            var value = URLEncoder.encode(value(parameter.path("schema")), StandardCharsets.UTF_8);
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", value);
            } else if (parameter.path("required").asBoolean() ? random.nextInt(30) != 0 : random.nextInt(3) == 0) {
                query.add(name + "=" + value);
            }
        }
        if (random.nextInt(40) == 0) {
            query.add("more=1");
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String value(JsonNode schema) {
        if (random.nextInt(12) == 0) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asString();
        }
        if (schema.path("type").asString().equals("integer")) {
            var most = schema.path("maximum").asLong();
            return Long.toString(random.nextBoolean() ? 1 + random.nextInt(8) : random.nextLong(most) + 1);
        }
        var pattern = schema.path("pattern").asString();
        if (pattern.contains("{" + Cursor.LENGTH + "}")) {
            return GONE.get(random.nextInt(GONE.size()));
        }
        if (pattern.contains("{40}")) {
            return world.network().deployment().contracts().getFirst().address().toString();
        }
        if (pattern.contains("{64}")) {
            return "0x" + "ab".repeat(32);
        }
        if (pattern.contains("A-Z0-9_]{1,32}")) {
            return "MIN_DURATION";
        }
        return pattern.startsWith("^0x") ? "0x00ff" : new BigInteger(1 + random.nextInt(60), random).toString();
    }
}
