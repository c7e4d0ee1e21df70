package org.breakwater.adapters.ethereum.download;

import java.util.regex.Pattern;

/// What came back for a {@link Question}.
sealed interface Answer<T> {

    int TOO_MANY_REQUESTS = 429;
    Pattern IN_WORDS = Pattern.compile("(?i)rate.?limit|too many requests|per second");

    /// The result.
    record Given<T>(T value) implements Answer<T> {}

    /// The endpoint said no.
    ///
    /// @param words its own, made safe to show
    record Denied<T>(long code, String words) implements Answer<T> {

        /// Whether it is about how often it was asked and not about what: some providers say so with the code of HTTP,
        /// others in words alone.
        boolean asksForFewer() {
            return code == TOO_MANY_REQUESTS || IN_WORDS.matcher(words).find();
        }
    }
}
