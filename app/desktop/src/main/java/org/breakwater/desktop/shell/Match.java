package org.breakwater.desktop.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// How well a text answers a query: every word of the query has to occur in it.
final class Match {

    private static final int AT_START = 3;
    private static final int AT_WORD = 2;
    private static final int INSIDE = 1;

    private Match() {}

    static List<String> words(String query) {
        return Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// @return higher is better; empty where a word is not found
    static OptionalInt score(List<String> words, String title, List<String> keywords) {
        var text = title.toLowerCase(Locale.ROOT);
        int score = 0;
        for (var word : words) {
            int found = Math.max(
                    score(word, text), score(word, String.join(" ", keywords).toLowerCase(Locale.ROOT)) - 1);
            if (found <= 0) {
                return OptionalInt.empty();
            }
            score += found;
        }
        return OptionalInt.of(score);
    }

    private static int score(String word, String text) {
        var at = text.indexOf(word);
        if (at < 0) {
            return 0;
        }
        if (at == 0) {
            return AT_START + 1;
        }
        return Character.isLetterOrDigit(text.charAt(at - 1)) ? INSIDE + 1 : AT_WORD + 1;
    }
}
