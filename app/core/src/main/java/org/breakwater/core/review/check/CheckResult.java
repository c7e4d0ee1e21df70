package org.breakwater.core.review.check;

/// How a check ended. One that did not run is never a pass.
public sealed interface CheckResult {

    /// What was found, or why nothing could be; one sentence or more.
    String evidence();

    /// Nothing is wrong.
    record Passed(String evidence) implements CheckResult {}

    /// Worth knowing.
    record Note(String evidence) implements CheckResult {}

    /// To be looked at.
    record Warning(String evidence) implements CheckResult {}

    /// Not to be signed without a typed phrase or a second person.
    record Hold(String evidence) implements CheckResult {}

    /// Not to be signed.
    record Block(String evidence) implements CheckResult {}

    /// It has what it needs, and failed.
    record CouldNotRun(String evidence) implements CheckResult {}

    /// It has nothing to say about this transaction.
    record NotApplicable(String evidence) implements CheckResult {}

    /// Something that it needs is not there.
    record NotAvailable(String evidence) implements CheckResult {}
}
