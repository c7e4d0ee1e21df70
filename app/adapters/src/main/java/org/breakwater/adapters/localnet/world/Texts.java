package org.breakwater.adapters.localnet.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breakwater.core.text.ContentAddress;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// What people wrote: the chain has each text's hash, and sometimes its address; here are the words.
final class Texts {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Hash32, String> served = new LinkedHashMap<>();

    /// A text as the chain is told of it.
    ///
    /// @param hash Keccak-256 of its UTF-8 bytes
    record Text(Hash32 hash, String content) {

        static Text of(String content) {
            return new Text(Keccak.hash(content), content);
        }

        String address() {
            return new ContentAddress(hash).toString();
        }

        byte[] hashBytes() {
            return hash.bytes().toArray();
        }
    }

    /// Keeps a text in Markdown: a title, an empty line, the body.
    Text add(String title, String body) {
        var text = Text.of(titled(title, body));
        served.put(text.hash(), text.content());
        return text;
    }

    /// A text whose hash went on chain, and in whose place another is served.
    Text addAltered(String title, String body, String servedBody) {
        var text = Text.of(titled(title, body));
        served.put(text.hash(), titled(title, servedBody));
        return text;
    }

    private static String titled(String title, String body) {
        return "# " + title + "\n\n" + body.strip() + "\n";
    }

    /// What is served for a hash.
    String words(Hash32 hash) {
        var words = served.get(hash);
        if (words == null) {
            throw new IllegalArgumentException("nobody wrote " + hash);
        }
        return words;
    }

    /// What is served, by the hash that it is served for, in the order in which it was written.
    Map<Hash32, String> served() {
        return Collections.unmodifiableMap(served);
    }

    /// The texts as a JSON list of `hash`, `address` and `content`.
    ArrayNode toJson() {
        var list = JSON.createArrayNode();
        served.forEach((hash, content) -> list.addObject()
                .put("hash", hash.toString())
                .put("address", new ContentAddress(hash).toString())
                .put("content", content));
        return list;
    }
}
