package org.breakwater.core.exchange;

import java.util.Comparator;
import java.util.regex.Pattern;

/// Why somebody wants a transaction, in their words. Nobody signs it: whoever has the file may have written it.
///
/// @param by who says it, as they call themselves; at most {@link #MOST_NAME} characters
/// @param words at most {@link #MOST_WORDS} characters
public record Reason(String by, String words) implements Comparable<Reason> {

    public static final int MOST_NAME = 100;
    public static final int MOST_WORDS = 4_000;

    /// Characters that cannot be seen, that turn the direction of writing, or that are half of one.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}&&[^\n]]");

    private static final Comparator<Reason> ORDER =
            Comparator.comparing(Reason::by).thenComparing(Reason::words);

    public Reason {
        require(by, MOST_NAME, "who gives a reason");
        require(words, MOST_WORDS, "a reason");
        if (by.contains("\n")) {
            throw new IllegalArgumentException("who gives a reason is named in one line");
        }
    }

    private static void require(String text, int most, String what) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(what + " has 1 to " + most + " characters");
        }
        if (UNSEEN.matcher(text).find()) {
            throw new IllegalArgumentException(what + " holds a character that cannot be seen");
        }
    }

    @Override
    public int compareTo(Reason other) {
        return ORDER.compare(this, other);
    }
}
