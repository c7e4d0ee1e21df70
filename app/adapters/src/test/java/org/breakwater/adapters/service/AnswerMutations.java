package org.breakwater.adapters.service;

import static org.breakwater.adapters.service.SampleSafe.JSON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.breakwater.adapters.service.HonestAnswers.Endpoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Ways to spoil an honest answer: at one value of it, in its text, or on its way.
final class AnswerMutations {

    private static final String MARK = "@@here@@";

    private AnswerMutations() {}

    /// A value in an honest answer.
    ///
    /// @param path names and numbers from the root to it; never empty
    record Site(Endpoint endpoint, List<Object> path) {

        @Override
        public String toString() {
            return endpoint.path() + " " + path;
        }

        private JsonNode value() {
            return at(endpoint.answer(), path);
        }

        private static JsonNode at(JsonNode root, List<Object> path) {
            var node = root;
            for (var step : path) {
                node = step instanceof Integer index ? node.get(index) : node.get((String) step);
            }
            return node;
        }

        /// The whole answer with something else in this place.
        ///
        /// @param raw need not be JSON
        private String with(String raw) {
            var root = endpoint.answer().deepCopy();
            var parent = at(root, path.subList(0, path.size() - 1));
            if (path.getLast() instanceof Integer index) {
                ((ArrayNode) parent).set(index, MARK);
            } else {
                ((ObjectNode) parent).put((String) path.getLast(), MARK);
            }
            return root.toString().replace("\"" + MARK + "\"", raw);
        }

        /// The name before the value, or nothing where the value is an item of a list.
        private @Nullable String name() {
            return path.getLast() instanceof String name ? name : null;
        }

        private String without() {
            var root = endpoint.answer().deepCopy();
            var parent = at(root, path.subList(0, path.size() - 1));
            if (path.getLast() instanceof Integer index) {
                ((ArrayNode) parent).remove(index);
            } else {
                ((ObjectNode) parent).remove((String) path.getLast());
            }
            return root.toString();
        }
    }

    /// @param name of the operator
    record Operator(String name, Spoiling spoiling) {

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Spoiling {
        MockResponse spoil(Site site, RandomGenerator random);
    }

    /// Replaces the value by a raw text, which may depend on it.
    @FunctionalInterface
    private interface Replacing {
        String raw(JsonNode value, RandomGenerator random);
    }

    /// Every value of an answer, containers too.
    static List<Site> sites(Endpoint endpoint) {
        var sites = new ArrayList<Site>();
        collect(endpoint, endpoint.answer(), List.of(), sites);
        return sites;
    }

    private static void collect(Endpoint endpoint, JsonNode node, List<Object> path, List<Site> sites) {
        if (!path.isEmpty()) {
            sites.add(new Site(endpoint, path));
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(endpoint, field.getValue(), with(path, field.getKey()), sites));
        } else if (node.isArray()) {
            IntStream.range(0, node.size()).forEach(i -> collect(endpoint, node.get(i), with(path, i), sites));
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    static List<Operator> all() {
        var operators = new ArrayList<Operator>();
        addValues(operators);
        addTexts(operators);
        addNotations(operators);
        addStructures(operators);
        addDocuments(operators);
        addWays(operators);
        return operators;
    }

    private static void replace(List<Operator> operators, String name, Replacing replacing) {
        operators.add(new Operator(
                name, (site, random) -> ScriptedService.json(200, site.with(replacing.raw(site.value(), random)))));
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().stringNode(text).toString();
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    /// Another value of JSON.
    private static void addValues(List<Operator> operators) {
        for (var raw : List.of(
                "null", "true", "false", "0", "1", "-1", "0.5", "1e400", "1E2", "-0", "[]", "{}", "\"\"", "\" \"")) {
            replace(operators, "becomes " + raw, (_, _) -> raw);
        }
        replace(operators, "2^64", (_, _) -> "18446744073709551616");
        replace(
                operators,
                "2^256",
                (_, _) -> "1157920892373161954235709850086879078532699846656405640394575840079131296" + "39936");
        replace(
                operators,
                "2^256 as text",
                (_, _) -> "\"1157920892373161954235709850086879078532699846656405640394575" + "84007913129639936\"");
        replace(operators, "a number of 5,000 digits", (_, _) -> "9".repeat(5_000));
        replace(operators, "a text of 5,000 digits", (_, _) -> "\"" + "9".repeat(5_000) + "\"");
        replace(operators, "is put into a list", (value, _) -> "[" + value + "]");
        replace(operators, "is put into an object", (value, _) -> "{\"value\":" + value + "}");
        replace(
                operators,
                "1,100 of it in a list",
                (value, _) -> "[" + String.join(",", Collections.nCopies(1_100, value.toString())) + "]");
        replace(operators, "100,000 zeros in a list", (_, _) -> "[" + "0,".repeat(99_999) + "0]");
        replace(operators, "2,000 lists in each other", (_, _) -> "[".repeat(2_000) + "]".repeat(2_000));
        replace(operators, "2,000 objects in each other", (_, _) -> "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
        replace(
                operators,
                "an object of 2,000 fields",
                (_, _) -> IntStream.range(0, 2_000)
                        .mapToObj(i -> "\"f" + i + "\":" + i)
                        .collect(Collectors.joining(",", "{", "}")));
    }

    /// Another text.
    private static void addTexts(List<Operator> operators) {
        replace(operators, "0x", (_, _) -> "\"0x\"");
        replace(operators, "0x0", (_, _) -> "\"0x0\"");
        replace(operators, "the zero address", (_, _) -> "\"0x" + "0".repeat(40) + "\"");
        replace(operators, "zeros of 32 bytes", (_, _) -> "\"0x" + "0".repeat(64) + "\"");
        replace(operators, "hex with a letter that is none", (value, _) -> quoted(plain(value) + "g"));
        replace(operators, "one digit less", (value, _) -> quoted(cut(plain(value), 1)));
        replace(operators, "one byte less", (value, _) -> quoted(cut(plain(value), 2)));
        replace(operators, "one byte more", (value, _) -> quoted(plain(value) + "00"));
        replace(operators, "its last digit changed", (value, _) -> quoted(lastChanged(plain(value))));
        replace(operators, "a digit changed somewhere", AnswerMutations::oneChanged);
        replace(operators, "lower case", (value, _) -> quoted(plain(value).toLowerCase(Locale.ROOT)));
        replace(operators, "upper case", (value, _) -> quoted(plain(value).toUpperCase(Locale.ROOT)));
        replace(operators, "200,000 bytes of hex", (_, _) -> "\"0x" + "ab".repeat(200_000) + "\"");
        replace(operators, "a text of 1.5 million characters", (_, _) -> "\"" + "x".repeat(1_500_000) + "\"");
        replace(operators, "a text of 9 million characters", (_, _) -> "\"" + "x".repeat(9_000_000) + "\"");
        replace(operators, "half a surrogate pair", (_, _) -> "\"\\ud800\"");
        replace(operators, "a zero character", (value, _) -> quoted("\u0000" + plain(value)));
        replace(operators, "the direction of writing turned", (value, _) -> quoted("\u202e" + plain(value)));
        replace(operators, "a space before it", (value, _) -> quoted(" " + plain(value)));
        replace(operators, "a plus before it", (value, _) -> quoted("+" + plain(value)));
        replace(operators, "a minus before it", (value, _) -> quoted("-" + plain(value)));
        replace(operators, "a zero before it", (value, _) -> quoted("0" + plain(value)));
        replace(operators, "a fraction", (value, _) -> quoted(plain(value) + ".0"));
        replace(operators, "digits of another script", (_, _) -> quoted("\u0661\u0662"));
        replace(operators, "a number in hex", (_, _) -> "\"0x10\"");
        replace(operators, "a date that is none", (_, _) -> "\"2026-13-45T99:00:00Z\"");
        replace(operators, "a date without a zone", (_, _) -> "\"2026-11-20T10:00:00\"");
        replace(operators, "a date beyond all dates", (_, _) -> "\"+1000000000-12-31T23:59:59Z\"");
        replace(operators, "the last date", (_, _) -> "\"+999999999-12-31T23:59:59Z\"");
        replace(operators, "markup", (_, _) -> quoted("<script>alert(1)</script>'; DROP TABLE x; --"));
        operators.add(new Operator("another value of the answer", (site, random) -> {
            var sites = sites(site.endpoint());
            var other = sites.get(random.nextInt(sites.size()));
            return ScriptedService.json(200, site.with(other.value().toString()));
        }));
    }

    private static String cut(String text, int count) {
        return text.substring(0, Math.max(0, text.length() - count));
    }

    private static String lastChanged(String text) {
        return text.isEmpty() ? "0" : cut(text, 1) + (text.endsWith("0") ? "1" : "0");
    }

    private static String oneChanged(JsonNode value, RandomGenerator random) {
        var text = new StringBuilder(plain(value));
        if (!text.isEmpty()) {
            var at = random.nextInt(text.length());
            text.setCharAt(at, text.charAt(at) == '7' ? '8' : '7');
        }
        return quoted(text.toString());
    }

    /// What is no JSON, or JSON in another notation than any service's.
    private static void addNotations(List<Operator> operators) {
        for (var raw : List.of("NaN", "-Infinity", "007", "+1", ".5", "'single'", "undefined", "0x10", "nul", "1 2")) {
            replace(operators, "notation " + raw, (_, _) -> raw);
        }
        replace(operators, "a comment before it", (value, _) -> "/* nothing */" + value);
        replace(operators, "a text that does not end", (_, _) -> "\"abc");
        replace(operators, "a line break in a text", (_, _) -> "\"a\nb\"");
        replace(operators, "an escape that is none", (_, _) -> "\"\\x41\"");
        replace(operators, "half an escape", (_, _) -> "\"\\u00\"");
        replace(operators, "a comma too many", (value, _) -> value + ",");
    }

    /// Another structure around the value.
    private static void addStructures(List<Operator> operators) {
        operators.add(new Operator("is missing", (site, _) -> ScriptedService.json(200, site.without())));
        operators.add(new Operator(
                "stands twice", (site, _) -> twice(site, site.value().toString())));
        operators.add(new Operator("stands twice with two values", (site, _) -> twice(site, "\"other\"")));
        operators.add(new Operator(
                "has another name",
                (site, _) -> ScriptedService.json(
                        200,
                        site.name() == null
                                ? site.without()
                                : site.with("1")
                                        .replaceFirst("\"" + site.name() + "\":1", "\"" + site.name() + "X\":1"))));
        operators.add(new Operator(
                "its name is spelled with an escape",
                (site, _) -> ScriptedService.json(
                        200, site.endpoint().answer().toString().replace("\"safe", "\"\\u0073afe"))));
    }

    private static MockResponse twice(Site site, String other) {
        var body = site.with(
                site.name() == null ? site.value() + "," + other : site.value() + ",\"" + site.name() + "\":" + other);
        return ScriptedService.json(200, body);
    }

    /// The whole text of the answer.
    private static void addDocuments(List<Operator> operators) {
        document(operators, "nothing", (_, _) -> "");
        document(operators, "a page of HTML", (_, _) -> "<html><body>Bad gateway</body></html>");
        document(operators, "null", (_, _) -> "null");
        document(operators, "a text", (_, _) -> "\"ok\"");
        document(operators, "an empty list", (_, _) -> "[]");
        document(operators, "an empty object", (_, _) -> "{}");
        document(operators, "in a list", (text, _) -> "[" + text + "]");
        document(operators, "twice", (text, _) -> text + text);
        document(operators, "something behind the end", (text, _) -> text + " x");
        document(operators, "a byte order mark", (text, _) -> "\ufeff" + text);
        document(operators, "cut", (text, random) -> text.substring(0, random.nextInt(text.length())));
        document(operators, "a character less", (text, random) -> {
            var at = random.nextInt(text.length());
            return text.substring(0, at) + text.substring(at + 1);
        });
        document(operators, "a character more", (text, random) -> {
            var at = random.nextInt(text.length());
            return text.substring(0, at) + (char) random.nextInt(32, 127) + text.substring(at);
        });
        operators.add(new Operator("no UTF-8", (site, random) -> {
            var bytes = site.endpoint().answer().toString().getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) 0xff;
            return body(bytes).build();
        }));
        operators.add(new Operator(
                "UTF-16",
                (site, _) -> body(site.endpoint().answer().toString().getBytes(StandardCharsets.UTF_16))
                        .build()));
    }

    private static void document(List<Operator> operators, String name, Document document) {
        operators.add(new Operator(
                "the whole is " + name,
                (site, random) -> ScriptedService.json(
                        200, document.of(site.endpoint().answer().toString(), random))));
    }

    @FunctionalInterface
    private interface Document {
        String of(String text, RandomGenerator random);
    }

    private static MockResponse.Builder body(byte[] bytes) {
        return new MockResponse.Builder().body(new Buffer().write(bytes));
    }

    /// The way on which the answer comes.
    private static void addWays(List<Operator> operators) {
        for (var status : List.of(204, 302, 400, 403, 404, 418, 422, 429, 451, 500, 503, 599)) {
            operators.add(new Operator(
                    "status " + status,
                    (site, _) -> new MockResponse.Builder()
                            .code(status)
                            .setHeader("Location", "http://127.0.0.2:1/")
                            .setHeader("Retry-After", "999999999")
                            .body(site.endpoint().answer().toString())
                            .build()));
        }
        operators.add(new Operator(
                "breaks off",
                (site, _) -> body(site.endpoint().answer().toString().getBytes(StandardCharsets.UTF_8))
                        .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
                        .build()));
        operators.add(new Operator(
                "does not begin",
                (_, _) -> new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
                        .build()));
        operators.add(new Operator(
                "says that it is packed and is not",
                (site, _) -> body(site.endpoint().answer().toString().getBytes(StandardCharsets.UTF_8))
                        .setHeader("Content-Encoding", "gzip")
                        .build()));
        operators.add(new Operator("is packed and broken", (site, random) -> {
            var bytes = packed(site.endpoint().answer().toString());
            bytes[random.nextInt(10, bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return body(bytes).setHeader("Content-Encoding", "gzip").build();
        }));
        operators.add(new Operator(
                "is packed and unpacks to 20 MiB",
                (_, _) -> body(packed(" ".repeat(20 << 20)))
                        .setHeader("Content-Encoding", "gzip")
                        .build()));
        operators.add(new Operator(
                "in pieces of three bytes",
                (site, _) -> new MockResponse.Builder()
                        .chunkedBody(site.endpoint().answer().toString(), 3)
                        .build()));
    }

    private static byte[] packed(String text) {
        var packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.readByteArray();
    }
}
