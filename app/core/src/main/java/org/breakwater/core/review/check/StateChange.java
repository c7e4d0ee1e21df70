package org.breakwater.core.review.check;

/// Something that is another once the transaction is executed.
///
/// @param kind what sort of thing it is
/// @param subject whose it is, written out
/// @param before in its own unit; empty where it is not known
/// @param after in its own unit
/// @param sentence the same in words
public record StateChange(Kind kind, String subject, String before, String after, String sentence) {

    public enum Kind {
        /// Money of the network's own, wei.
        BALANCE,
        /// Tokens that move, in the token's units.
        TOKENS,
        /// How much somebody may take, in the token's units.
        ALLOWANCE,
        /// Who may act for the Safe, or its code.
        SAFE,
        /// A word of another contract's storage.
        STORAGE
    }
}
