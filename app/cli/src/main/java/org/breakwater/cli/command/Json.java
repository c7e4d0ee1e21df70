package org.breakwater.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breakwater.core.localnet.NetworkDescription;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.snapshot.Snapshot;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.verification.Area;
import org.breakwater.core.verification.Difference;
import org.breakwater.core.verification.Verification;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One JSON document, as `--json` prints it. Numbers of more than 48 bits are texts, because many readers of JSON would
/// round them.
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String print(Object document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    /// Without any line break.
    static String line(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    /// Fields in the order in which they are given: name, value, name, value.
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    static Object of(Verification verification) {
        var checks = object();
        verification.checks().forEach((area, count) -> checks.put(word(area), count));
        return object(
                "block", of(verification.asOf()),
                "passed", verification.passed(),
                "checks", checks,
                "differences", verification.differences().stream().map(Json::of).toList());
    }

    private static Object of(Difference difference) {
        return object(
                "area", word(difference.area()),
                "subject", difference.subject(),
                "expected", difference.expected(),
                "found", difference.found(),
                "sentence", difference.toString());
    }

    private static String word(Area area) {
        return area.name().toLowerCase(Locale.ROOT);
    }

    static Object of(BlockRef block) {
        return object(
                "number", block.number(),
                "hash", block.hash().toString(),
                "time", block.time().getEpochSecond());
    }

    static Object of(Snapshot snapshot) {
        var document = object("chainId", snapshot.chain().number(), "block", of(snapshot.block()));
        snapshot.sections().forEach((name, fact) -> document.put(name, of(fact)));
        return document;
    }

    private static Object of(Fact fact) {
        return switch (fact) {
            case Fact.Text(var text) -> text;
            case Fact.Count(var number) -> number;
            case Fact.Amount(var number) -> number.toString();
            case Fact.Flag(var flag) -> flag;
            case Fact.Items(var items) -> items.stream().map(Json::of).toList();
            case Fact.Fields(var fields) -> {
                var object = object();
                fields.forEach((name, value) -> object.put(name, of(value)));
                yield object;
            }
        };
    }

    static Object of(NetworkDescription network) {
        return object(
                "rpc",
                network.rpc(),
                "chainId",
                network.chain().number(),
                "seed",
                network.seed(),
                "deployment",
                network.deployment(),
                "phrase",
                network.phrase(),
                "accounts",
                accounts(network),
                "safes",
                safes(network),
                "safeQueue",
                network.safeQueue(),
                "serviceUrl",
                network.serviceUrl(),
                "texts",
                network.texts());
    }

    private static List<Map<String, @Nullable Object>> accounts(NetworkDescription network) {
        return network.accounts().stream()
                .map(account -> object(
                        "name", account.name(),
                        "part", account.part(),
                        "address", account.address().toString(),
                        "path", account.path(),
                        "votes", account.votes()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> safes(NetworkDescription network) {
        return network.safes().stream()
                .map(safe -> object(
                        "name", safe.name(),
                        "address", safe.state().address().toString(),
                        "version", safe.state().version(),
                        "threshold", safe.state().threshold(),
                        "owners",
                                safe.state().owners().stream()
                                        .map(Object::toString)
                                        .toList()))
                .toList();
    }
}
