package org.breakwater.adapters.localnet.world;

/// How the voters see a case: what votes, and how it is split.
///
/// @param turnout whole tokens
/// @param pay percent of the turnout for paying everything
/// @param partial percent of it for paying a part
/// @param deny percent of it against
/// @param abstain percent of it that takes no side
/// @param share the part that those for a part would pay, percent
record Mood(long turnout, int pay, int partial, int deny, int abstain, int share) {

    Mood {
        if (pay + partial + deny + abstain != 100) {
            throw new IllegalArgumentException("a mood has a hundred percent");
        }
    }

    /// Most would pay.
    static Mood paying(long turnout) {
        return new Mood(turnout, 84, 0, 11, 5, 0);
    }

    /// Most would pay, and many of them a part.
    static Mood payingPart(long turnout, int share) {
        return new Mood(turnout, 24, 56, 14, 6, share);
    }

    /// It happened, and what was lost is this part of what is insured: in the case of an incident the share is its
    /// severity.
    static Mood severity(long turnout, int percent) {
        return new Mood(turnout, 5, 79, 11, 5, percent);
    }

    /// Most would not pay.
    static Mood denying(long turnout) {
        return new Mood(turnout, 14, 0, 80, 6, 0);
    }
}
