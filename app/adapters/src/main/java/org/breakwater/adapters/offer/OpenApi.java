package org.breakwater.adapters.offer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.offer.AsOf;
import org.breakwater.core.offer.Event;
import org.breakwater.core.offer.ProblemDocument;
import org.breakwater.core.shape.JsonSchema;
import org.breakwater.core.shape.Shapes;

/// The interface described as OpenAPI 3.1, from the list of paths and the types of what they give.
final class OpenApi {

    private static final List<ProblemType> ALWAYS = List.of(
            ProblemType.PARAMETER,
            ProblemType.BODY,
            ProblemType.METHOD,
            ProblemType.TOO_LONG,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.BROKEN,
            ProblemType.BUSY,
            ProblemType.NOT_READY);

    private OpenApi() {}

    /// The document, a value to a line.
    static String text(List<Paths.Path> paths) {
        return JsonPrinter.indented(document(paths)) + "\n";
    }

    static JsonValue.Fields document(List<Paths.Path> paths) {
        var described = new WrittenObject();
        paths.forEach(path -> described.with(path.template(), item(operation(path))));
        described.with(Paths.EVENTS, item(stream()));
        return new WrittenObject()
                .text("openapi", "3.1.0")
                .with("info", info())
                .text("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema")
                .with("paths", described.value())
                .with(
                        "components",
                        new WrittenObject().with("schemas", schemas(paths)).value())
                .value();
    }

    private static JsonValue.Fields info() {
        return new WrittenObject()
                .text("title", "Breakwater for integrators")
                .text("version", "1")
                .text(
                        "description",
                        "What the protocol says, read from the chain. Every answer names the block that it is true of."
                                + " Amounts are decimal texts in the smallest unit of the asset beside them, times"
                                + " seconds since 1970, names that end in Bps basis points. Fields may be added.")
                .with(
                        "license",
                        new WrittenObject()
                                .text("name", "Apache-2.0")
                                .text("identifier", "Apache-2.0")
                                .value())
                .value();
    }

    private static JsonValue.Fields item(JsonValue.Fields get) {
        return new WrittenObject().with("get", get).value();
    }

    private static JsonValue.Fields operation(Paths.Path path) {
        var responses = new WrittenObject();
        responses.with("200", json("The answer.", "application/json", answer(path)));
        responses.with("304", described("What If-None-Match names is still so."));
        var isHealth = path.shape().document() == org.breakwater.core.offer.Health.class;
        problems(responses, path.problems(), isHealth);
        if (isHealth) {
            responses.with("503", json("There is nothing to answer from.", "application/json", answer(path)));
        }
        return operation(path.operation(), path.summary(), path.parameters(), responses.value());
    }

    private static JsonValue.Fields operation(
            String id, String summary, List<Parameter> parameters, JsonValue.Fields responses) {
        return new WrittenObject()
                .text("operationId", id)
                .text("summary", summary)
                .items("parameters", parameters.stream().map(OpenApi::parameter).toList())
                .with("responses", responses)
                .value();
    }

    private static JsonValue.Fields stream() {
        var responses = new WrittenObject();
        responses.with(
                "200",
                json(
                        "Server-sent events without end: `id` is a cursor, `data` an event as in /v1/events.",
                        "text/event-stream",
                        new WrittenObject().text("type", "string").value()));
        problems(responses, List.of(ProblemType.CURSOR_MALFORMED, ProblemType.CURSOR_GONE), false);
        return operation(
                "streamEvents",
                "What happens, as it happens, after the cursor or the header Last-Event-ID; from now on without"
                        + " either.",
                Paths.streamed(),
                responses.value());
    }

    private static JsonValue.Fields parameter(Parameter parameter) {
        return new WrittenObject()
                .text("name", parameter.name())
                .text("in", parameter.place() == Parameter.Place.PATH ? "path" : "query")
                .with("required", new JsonValue.Flag(1, parameter.required()))
                .text("description", parameter.meaning())
                .with("schema", parameter.schema())
                .value();
    }

    private static void problems(WrittenObject responses, List<ProblemType> own, boolean isHealth) {
        var all = new LinkedHashSet<>(ALWAYS);
        all.addAll(own);
        var statuses = new TreeSet<Integer>();
        all.forEach(type -> statuses.add(type.status()));
        if (isHealth) {
            statuses.remove(ProblemType.NOT_READY.status());
        }
        for (var status : statuses) {
            var uris = all.stream()
                    .filter(type -> type.status() == status)
                    .map(ProblemType::uri)
                    .toList();
            responses.with(
                    status.toString(),
                    json(
                            String.join(", ", uris) + ".",
                            "application/problem+json",
                            JsonSchema.of(Shapes.of(ProblemDocument.class))));
        }
    }

    private static JsonValue.Fields described(String words) {
        return new WrittenObject().text("description", words).value();
    }

    private static JsonValue.Fields json(String words, String type, JsonValue.Fields schema) {
        return new WrittenObject()
                .text("description", words)
                .with(
                        "content",
                        new WrittenObject()
                                .with(
                                        type,
                                        new WrittenObject()
                                                .with("schema", schema)
                                                .value())
                                .value())
                .value();
    }

    /// What a path gives: its document with the block beside it, except for what is true of now alone.
    private static JsonValue.Fields answer(Paths.Path path) {
        var shape = path.shape();
        var document = JsonSchema.of(Shapes.of(shape.document()));
        if (shape.document() == org.breakwater.core.offer.Health.class) {
            return document;
        }
        var properties = new WrittenObject()
                .with(
                        "data",
                        shape.isList()
                                ? new WrittenObject()
                                        .text("type", "array")
                                        .with("items", document)
                                        .value()
                                : document);
        if (shape.isPart()) {
            properties.with("next", next());
        }
        return JsonSchema.object(
                properties.with("asOf", JsonSchema.of(Shapes.of(AsOf.class))).value(), "");
    }

    private static JsonValue.Fields next() {
        return new WrittenObject()
                .items("type", List.of(WrittenObject.textValue("string"), WrittenObject.textValue("null")))
                .text("description", "Give it as cursor to go on; null at the end.")
                .value();
    }

    private static JsonValue.Fields schemas(List<Paths.Path> paths) {
        var documents = new ArrayList<Class<?>>(List.of(AsOf.class, ProblemDocument.class, Event.class));
        paths.forEach(
                path -> documents.addAll(JsonSchema.named(Shapes.of(path.shape().document()))));
        return JsonSchema.definitions(documents);
    }
}
