package org.breakwater.core.decoding;

/// In which way bytes were not what they should be.
public enum Flaw {
    /// They end before what they hold does.
    CUT_SHORT,
    /// Something follows the end of what they hold.
    LEFT_OVER,
    /// Bits that carry nothing are set.
    DIRTY_PADDING,
    /// A position is not the one that the standard encoding gives: it overlaps, repeats, loops or leaves a gap.
    MISPLACED,
    /// A size or a count lies above its bound.
    TOO_LARGE,
    /// They nest deeper than the bound.
    TOO_DEEP,
    /// A value lies outside of its type.
    OUT_OF_RANGE,
    /// They are of another kind than what was asked for.
    OTHER_KIND
}
