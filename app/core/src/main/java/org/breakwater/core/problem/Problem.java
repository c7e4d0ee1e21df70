package org.breakwater.core.problem;

/// What the console says when something could not be done.
///
/// @param happened what happened, one sentence
/// @param meaning what it means for the person, one sentence, or empty where the first one says it all
/// @param remedy what to do, one sentence
public record Problem(String happened, String meaning, String remedy) {

    public Problem {
        if (happened.isBlank()) {
            throw new IllegalArgumentException("a problem says what happened");
        }
    }

    public static Problem of(String happened, String remedy) {
        return new Problem(happened, "", remedy);
    }

    /// Everything in one line.
    @Override
    public String toString() {
        return (happened + " " + meaning + " " + remedy).strip().replaceAll("\\s+", " ");
    }
}
