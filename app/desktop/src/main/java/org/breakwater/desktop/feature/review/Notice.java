package org.breakwater.desktop.feature.review;

import org.breakwater.core.acting.HandedOn;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Severity;

/// What came of an act.
///
/// @param canBeHandedInAgain whether the service lacks something that is kept here
record Notice(Severity severity, String title, String words, boolean canBeHandedInAgain) {

    Notice(Severity severity, String title, String words) {
        this(severity, title, words, false);
    }

    static Notice of(Problem problem) {
        return new Notice(Severity.BLOCK, problem.happened(), (problem.meaning() + " " + problem.remedy()).strip());
    }

    /// How far a signature came.
    ///
    /// @param done what was done, a sentence
    static Notice of(HandedOn handedOn, String done) {
        return switch (handedOn) {
            case HandedOn.Served(var service) ->
                new Notice(Severity.PASSED, done, "The service " + service + " has the signature.");
            case HandedOn.OnlyHere _ ->
                new Notice(
                        Severity.NOTE,
                        done,
                        "Only this machine has it. Hand it on as a file or as text, or approve on chain.");
            case HandedOn.NotServed(var problem) ->
                new Notice(
                        Severity.WARNING,
                        done,
                        "It is kept here, and the service did not take it: " + problem.happened()
                                + " Hand it in again, or hand it on as a file.",
                        true);
        };
    }
}
