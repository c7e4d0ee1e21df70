package org.breakwater.adapters.localnet;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.adapters.localnet.world.EventLog;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a prepared world says of itself.
///
/// @param contracts hash of the recorded deployment script that it was made with
/// @param prefix the world after its first days, by which a rebuild is known to be on the way to the same
/// @param files SHA-256 of each other file, as it is stored
record WorldManifest(long seed, Hash32 contracts, Milestone prefix, Milestone head, Map<String, Hash32> files) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "breakwater-world/1";

    private static final JsonMapper JSON = new JsonMapper();

    WorldManifest {
        files = Map.copyOf(files);
    }

    /// Where the world stood at a block.
    record Milestone(BlockRef block, EventLog log) {

        private JsonNode toJson() {
            return JSON.createObjectNode()
                    .put("block", block.number())
                    .put("hash", block.hash().toString())
                    .put("time", block.time().getEpochSecond())
                    .put("events", log.events())
                    .put("log", log.hash().toString());
        }

        private static Milestone of(JsonNode node) {
            return new Milestone(
                    new BlockRef(
                            node.required("block").asLong(),
                            Hash32.fromHex(node.required("hash").asString()),
                            Instant.ofEpochSecond(node.required("time").asLong())),
                    new EventLog(
                            node.required("events").asLong(),
                            Hash32.fromHex(node.required("log").asString())));
        }
    }

    JsonNode toJson() {
        var document = JSON.createObjectNode();
        document.put("format", FORMAT).put("seed", seed).put("contracts", contracts.toString());
        document.set("prefix", prefix.toJson());
        document.set("head", head.toJson());
        var hashes = document.putObject("files");
        new TreeMap<>(files).forEach((name, hash) -> hashes.put(name, hash.toString()));
        return document;
    }

    static boolean isOfThisFormat(JsonNode document) {
        return document.path("format").asString("").equals(FORMAT);
    }

    /// @throws IllegalArgumentException and Jackson's own where something is missing or not what it should be
    static WorldManifest of(JsonNode document) {
        var files = new TreeMap<String, Hash32>();
        document.required("files")
                .properties()
                .forEach(entry -> files.put(
                        entry.getKey(), Hash32.fromHex(entry.getValue().asString())));
        return new WorldManifest(
                document.required("seed").asLong(),
                Hash32.fromHex(document.required("contracts").asString()),
                Milestone.of(document.required("prefix")),
                Milestone.of(document.required("head")),
                files);
    }
}
