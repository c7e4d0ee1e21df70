package org.breakwater.desktop.kit;

import java.util.Optional;

/// One check as it is listed: what was found in a sentence, the evidence, and what can be done about it.
///
/// @param evidence how it is known; empty where the sentence says it
public record Check(Severity severity, String sentence, String evidence, Optional<Act> act) {

    /// Something to do about it.
    public record Act(String words, Runnable run) {}

    public static Check of(Severity severity, String sentence, String evidence) {
        return new Check(severity, sentence, evidence, Optional.empty());
    }
}
