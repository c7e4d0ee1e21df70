package org.breakwater.core.review.check;

/// What only a proposal is looked at for, and how that ended.
public record ProposalCheck(ProposalCheckId id, CheckResult result) {

    public boolean blocks() {
        return result instanceof CheckResult.Block;
    }

    /// Whether it is not to be voted for without a second look. What could not be looked at holds, too.
    public boolean holds() {
        return result instanceof CheckResult.Hold || result instanceof CheckResult.CouldNotRun;
    }
}
