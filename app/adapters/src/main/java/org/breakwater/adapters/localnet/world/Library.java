package org.breakwater.adapters.localnet.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.breakwater.adapters.localnet.world.Texts.Text;

/// The words of the losses: one Markdown file of many short texts, each under a heading `# key: Title`.
final class Library {

    private static final Pattern HEADING = Pattern.compile("^# ", Pattern.MULTILINE);

    private static final String SUBJECT = "{subject}";

    private final Texts texts;
    private final Map<String, Words> byKey;

    /// A title and what follows it.
    record Words(String title, String body) {

        private Words about(Subject subject) {
            return new Words(title.replace(SUBJECT, subject.name()), body.replace(SUBJECT, subject.name()));
        }
    }

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

    private static Map<String, Words> parsed(String all) {
        var byKey = new HashMap<String, Words>();
        for (var section : HEADING.splitAsStream(all).toList()) {
            var colon = section.indexOf(": ");
            var end = section.indexOf('\n');
            if (colon > 0 && colon < end) {
                var title = section.substring(colon + 2, end);
                byKey.put(
                        section.substring(0, colon),
                        new Words(title, section.substring(end).strip()));
            }
        }
        return byKey;
    }

    /// Someone writes the text of a key.
    Text write(String key) {
        var words = words(key);
        return texts.add(words.title(), words.body());
    }

    /// As `write`, about a subject.
    Text write(String key, Subject subject) {
        var words = words(key).about(subject);
        return texts.add(words.title(), words.body());
    }

    /// As `write`, in the author's own name, so that equal opinions are separate texts.
    Text write(String key, Person author) {
        var words = words(key);
        return texts.add(words.title(), words.body() + "\n\n" + author.name());
    }

    /// Someone gives the hash of one text and serves another.
    Text writeAltered(String key, String served) {
        var words = words(key);
        return texts.addAltered(words.title(), words.body(), words(served).body());
    }

    /// What a key's text says.
    Words words(String key) {
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
