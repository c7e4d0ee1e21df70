package org.breakwater.core.decoding;

import org.breakwater.core.problem.Problem;

/// Why bytes were not decoded.
///
/// @param subject what the bytes are, as a noun with its article: `the calldata`
/// @param offset where in the subject, in bytes from its start
/// @param why the rest of the sentence, without a full stop
public record Refusal(Flaw flaw, String subject, int offset, String why) {

    public Refusal {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not below zero: " + offset);
        }
    }

    public Problem problem() {
        return new Problem(
                toString(), "It is not shown as something that it may not be.", "Get it again from its author.");
    }

    /// One sentence.
    @Override
    public String toString() {
        return "Byte " + offset + " of " + subject + ": " + why + ".";
    }
}
