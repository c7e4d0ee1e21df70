package org.breakwater.adapters.localnet.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the lenses answered at some blocks while the world was told: later nodes have forgotten those blocks' state.
public final class Recordings {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Recording> all = new ArrayList<>();

    /// One block's answers.
    public record Recording(BlockRef block, List<Answer> answers) {

        public Recording {
            answers = List.copyOf(answers);
        }
    }

    /// One call, word for word, and what came back.
    ///
    /// @param function its name
    public record Answer(String function, Address to, Bytes data, Bytes result) {}

    void add(Recording recording) {
        all.add(recording);
    }

    /// In the order of their blocks.
    public List<Recording> all() {
        return List.copyOf(all);
    }

    /// As JSON in which equal answers are written once.
    public JsonNode toJson() {
        var document = JSON.createObjectNode();
        var results = new LinkedHashMap<String, Bytes>();
        var list = document.putArray("recordings");
        for (var recording : all) {
            var entry = list.addObject();
            entry.put("block", recording.block().number());
            entry.put("hash", recording.block().hash().toString());
            entry.put("time", recording.block().time().getEpochSecond());
            var answers = entry.putArray("answers");
            for (var answer : recording.answers()) {
                var key = Keccak.hash(answer.result()).toString();
                results.put(key, answer.result());
                answers.addObject()
                        .put("function", answer.function())
                        .put("to", answer.to().toString())
                        .put("data", answer.data().toHex())
                        .put("result", key);
            }
        }
        var byKey = document.putObject("results");
        results.forEach((key, result) -> byKey.put(key, result.toHex()));
        return document;
    }

    /// From that JSON.
    public static Recordings of(JsonNode document) {
        Map<String, Bytes> results = new TreeMap<>();
        document.required("results")
                .properties()
                .forEach(entry -> results.put(
                        entry.getKey(), Bytes.fromHex(entry.getValue().asString())));
        var recordings = new Recordings();
        for (var entry : document.required("recordings")) {
            var answers = new ArrayList<Answer>();
            for (var answer : entry.required("answers")) {
                answers.add(new Answer(
                        answer.required("function").asString(),
                        Address.parse(answer.required("to").asString()),
                        Bytes.fromHex(answer.required("data").asString()),
                        java.util.Objects.requireNonNull(
                                results.get(answer.required("result").asString()))));
            }
            recordings.add(new Recording(
                    new BlockRef(
                            entry.required("block").asLong(),
                            Hash32.fromHex(entry.required("hash").asString()),
                            java.time.Instant.ofEpochSecond(
                                    entry.required("time").asLong())),
                    answers));
        }
        return recordings;
    }
}
