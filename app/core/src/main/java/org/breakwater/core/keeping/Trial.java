package org.breakwater.core.keeping;

/// What became of a call that was tried on the newest block; nothing was sent.
public sealed interface Trial {

    /// It would be carried out.
    record Ready() implements Trial {}

    /// It would be carried out and change nothing.
    record NoEffect() implements Trial {}

    /// It would be refused.
    ///
    /// @param why a sentence, in the contract's words
    record Refused(String why) implements Trial {}

    /// Its time has not come, so that it was not tried.
    record NotYet() implements Trial {}
}
