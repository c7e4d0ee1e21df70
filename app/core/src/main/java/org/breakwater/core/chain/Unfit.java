package org.breakwater.core.chain;

/// Why an endpoint is not used.
public enum Unfit {
    SILENT("does not answer"),
    STALLED("does not finish its answers"),
    GARBAGE("sends what is no answer"),
    REFUSING("refuses what is asked"),
    BUSY("takes no more questions"),
    BEHIND("is behind"),
    /// At a height that both have, it has another block than the endpoint that is used.
    OTHER_BRANCH("has another branch"),
    OTHER_CHAIN("is on another chain"),
    /// On the same chain id, but without the deployment's contracts or with another first block.
    OTHER_PROTOCOL("has not this protocol"),
    /// It is well, and not yet for long enough.
    RECOVERING("was unfit until lately");

    private final String words;

    Unfit(String words) {
        this.words = words;
    }

    /// The rest of a sentence that begins with the endpoint's name.
    public String words() {
        return words;
    }
}
