package org.breakwater.adapters.localnet.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.value.Hash32;

/// The words of the losses: one Markdown file of many short texts, each under a heading `# key: Title`.
final class Library {

    private static final String SUBJECT = "{subject}";

    private final Texts texts;
    private final Map<String, String> byKey;

    Library(Texts texts) {
        this.texts = texts;
        this.byKey = parsed(read());
    }

    private static String read() {
        try (var input = Library.class.getResourceAsStream("losses.md")) {
            if (input == null) {
                throw new IllegalStateException("the texts of the losses are missing");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, String> parsed(String all) {
        var byKey = new HashMap<String, String>();
        for (var section : all.split("(?m)^# ")) {
            var colon = section.indexOf(": ");
            if (colon > 0) {
                byKey.put(section.substring(0, colon), "# " + section.substring(colon + 2).strip() + "\n");
            }
        }
        return byKey;
    }

    /// Someone writes the text of a key.
    ///
    /// @return its hash
    Hash32 write(String key) {
        return texts.write(words(key));
    }

    /// As `write`, about a subject.
    Hash32 write(String key, Listed subject) {
        return texts.write(words(key, subject));
    }

    /// Someone writes the text of a key in their own name, so that equal opinions are separate texts.
    Hash32 write(String key, Person author) {
        return texts.write(words(key) + "\n" + author.name() + "\n");
    }

    /// Someone gives the hash of one text and serves another.
    Hash32 writeAltered(String key, String served) {
        var hash = texts.write(words(key));
        texts.misplace(hash, words(served));
        return hash;
    }

    /// The address of a text that was written.
    String address(Hash32 hash) {
        return texts.address(hash);
    }

    String words(String key, Listed subject) {
        return words(key).replace(SUBJECT, subject.name());
    }

    private String words(String key) {
        var words = byKey.get(key);
        if (words == null) {
            throw new IllegalArgumentException("no text has the key " + key);
        }
        return words;
    }

    /// The keys that begin with a word and a dot, in order.
    List<String> keys(String first) {
        return byKey.keySet().stream()
                .filter(key -> key.startsWith(first + "."))
                .sorted()
                .toList();
    }
}
