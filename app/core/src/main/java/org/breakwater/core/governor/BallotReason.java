package org.breakwater.core.governor;

import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Why somebody votes as they do in a case. The chain keeps the hash of the text; the text itself goes by file.
///
/// @param clause of the policy's wording that it rests on; empty for none
/// @param words at least one
public record BallotReason(long caseId, String clause, String words) {

    /// The longest that a text may be, in characters.
    public static final int MOST = 20_000;

    public BallotReason {
        clause = clause.strip();
        words = words.strip();
        if (words.isEmpty() || words.length() > MOST || clause.length() > MOST || clause.contains("\n")) {
            throw new IllegalArgumentException("a reason has words, and a clause is one line");
        }
    }

    /// The text whose hash is in the ballot, to the byte.
    public String text() {
        return "# Ballot in case " + caseId + "\n\n" + (clause.isEmpty() ? "" : "Clause: " + clause + "\n\n") + words
                + "\n";
    }

    public Hash32 hash() {
        return Keccak.hash(text());
    }
}
