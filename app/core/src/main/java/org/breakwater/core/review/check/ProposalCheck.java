package org.breakwater.core.review.check;

/// What only a proposal is looked at for, and how that ended.
public record ProposalCheck(Id id, CheckResult result) {

    /// What a proposal is looked at for besides what holds for every call.
    public enum Id {
        P1("The proposal is the one that is hashed"),
        P2("It would be carried out"),
        P3("Text and actions agree"),
        P4("The code at every target is known"),
        P5("Roles stay as they are"),
        P6("Nothing flows out"),
        P7("The timelock has what it sends"),
        P8("It is decided on what holds today");

        private final String title;

        Id(String title) {
            this.title = title;
        }

        /// What holds when it passes.
        public String title() {
            return title;
        }
    }

    public boolean blocks() {
        return result instanceof CheckResult.Block;
    }

    /// Whether it is not to be voted for without a second look. What could not be looked at holds, too.
    public boolean holds() {
        return result instanceof CheckResult.Hold || result instanceof CheckResult.CouldNotRun;
    }
}
