package org.breakwater.core.compose;

import java.util.Optional;

/// Why an input cannot be used as it stands.
///
/// @param kind whether it is missing or wrong
/// @param sentence what is so, and what would work
/// @param works a text that would work, where there is one
public record InputProblem(Input input, Kind kind, String sentence, Optional<String> works) {

    /// What kind of problem it is.
    public enum Kind {
        /// Nothing stands there yet.
        MISSING,
        /// What stands there cannot be read.
        MALFORMED,
        /// The chain would refuse it, as it stands now.
        REFUSED
    }

    public static InputProblem missing(Input input, String sentence) {
        return new InputProblem(input, Kind.MISSING, sentence, Optional.empty());
    }

    public static InputProblem malformed(Input input, String sentence) {
        return new InputProblem(input, Kind.MALFORMED, sentence, Optional.empty());
    }

    public static InputProblem refused(Input input, String sentence) {
        return new InputProblem(input, Kind.REFUSED, sentence, Optional.empty());
    }

    public static InputProblem refused(Input input, String sentence, String works) {
        return new InputProblem(input, Kind.REFUSED, sentence, Optional.of(works));
    }
}
