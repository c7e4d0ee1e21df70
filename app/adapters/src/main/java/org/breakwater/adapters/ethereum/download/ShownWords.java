package org.breakwater.adapters.ethereum.download;

import org.jspecify.annotations.Nullable;

/// Words from outside, made fit for a sentence: short, and without characters that a screen or a log would act on.
public final class ShownWords {

    private static final int MOST = 200;

    private ShownWords() {}

    public static String of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return "no reason given";
        }
        var shown = new StringBuilder();
        words.strip()
                .codePoints()
                .limit(MOST)
                .map(character -> isPlain(character) ? character : ' ')
                .forEach(shown::appendCodePoint);
        return words.strip().codePointCount(0, words.strip().length()) > MOST ? shown + "…" : shown.toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
