package org.breakwater.core.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonDocuments;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The texts that were handed over for hashes on the chain. Whoever hands a text over can hand over another: only one
/// that has the hash itself is the text that the chain knows.
public final class TextLibrary {

    public static final TextLibrary EMPTY = new TextLibrary(Map.of());

    private static final JsonLimits LIMITS = new JsonLimits(64L << 20, 4, 1 << 20, 1_000_000);
    private static final String TITLE = "# ";

    private final Map<Hash32, String> served;

    /// @param served what was handed over for each hash
    public TextLibrary(Map<Hash32, String> served) {
        this.served = Map.copyOf(served);
    }

    /// Reads a JSON list of `hash`, `address` and `content`.
    public static TextLibrary read(JsonDocuments documents, String path) throws ProblemException {
        var served = new LinkedHashMap<Hash32, String>();
        var document = documents.read(path, LIMITS);
        for (var text : document.objects()) {
            text.only(List.of("hash", "address", "content"));
            served.put(hash(text.text("hash"), text.line(), path), text.text("content"));
        }
        return new TextLibrary(served);
    }

    private static Hash32 hash(String hex, int line, String path) throws ProblemException {
        try {
            return Hash32.fromHex(hex);
        } catch (IllegalArgumentException malformed) {
            throw JsonDocument.refused(path, line, "“hash” is no hash of 32 bytes");
        }
    }

    /// What was handed over for a hash, whether it has that hash or not.
    public Optional<String> served(Hash32 hash) {
        return Optional.ofNullable(served.get(hash));
    }

    /// The text that has a hash.
    public Optional<String> text(Hash32 hash) {
        return served(hash).filter(content -> Keccak.hash(content).equals(hash));
    }

    /// The first line of the text that has a hash, where that line is a title in Markdown.
    public Optional<String> title(Hash32 hash) {
        return text(hash)
                .flatMap(content -> content.lines().findFirst())
                .filter(line -> line.startsWith(TITLE))
                .map(line -> line.substring(TITLE.length()).strip())
                .filter(title -> !title.isEmpty());
    }

    /// The text that has a hash, without its title.
    public Optional<String> body(Hash32 hash) {
        return text(hash).map(content -> content.startsWith(TITLE) ? afterFirstLine(content) : content.strip());
    }

    private static String afterFirstLine(String content) {
        var end = content.indexOf('\n');
        return end < 0 ? "" : content.substring(end).strip();
    }
}
