package org.breakwater.core.review.check;

/// A check of the signing firewall and how it ended.
public record Check(CheckId id, CheckResult result) {

    /// Whether a transaction must not be signed because of it.
    public boolean blocks() {
        return result instanceof CheckResult.Block;
    }

    /// Whether a transaction must not be signed without a second look because of it. A check on which everything rests
    /// holds when it could not run.
    public boolean holds() {
        return result instanceof CheckResult.Hold || (result instanceof CheckResult.CouldNotRun && id.isEssential());
    }
}
