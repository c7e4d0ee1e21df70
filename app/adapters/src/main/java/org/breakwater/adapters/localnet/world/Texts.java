package org.breakwater.adapters.localnet.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breakwater.core.text.ContentAddress;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Everything that was written: terms, evidence, reasons, rationales. The chain has the hash, the world keeps the words.
final class Texts {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Hash32, String> byHash = new LinkedHashMap<>();

    /// Writes a text down.
    ///
    /// @return keccak256 of its UTF-8 bytes
    Hash32 write(String text) {
        var hash = Keccak.hash(text);
        byHash.put(hash, text);
        return hash;
    }

    /// Puts other words in the place of those a hash was made of: what a careless or dishonest author serves.
    void misplace(Hash32 hash, String text) {
        byHash.put(hash, text);
    }

    /// Where the words of a hash are found.
    String address(Hash32 hash) {
        return new ContentAddress(hash).toString();
    }

    /// What is served for a hash.
    String words(Hash32 hash) {
        var words = byHash.get(hash);
        if (words == null) {
            throw new IllegalArgumentException("nobody wrote " + hash);
        }
        return words;
    }

    /// In the order in which they were written.
    Map<Hash32, String> all() {
        return Collections.unmodifiableMap(byHash);
    }

    /// A JSON list of `hash`, `address` and `content`.
    ArrayNode toJson() {
        var list = JSON.createArrayNode();
        byHash.forEach((hash, content) -> list.addObject()
                .put("hash", hash.toString())
                .put("address", address(hash))
                .put("content", content));
        return list;
    }
}
