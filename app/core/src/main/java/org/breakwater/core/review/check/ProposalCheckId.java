package org.breakwater.core.review.check;

/// What a proposal is looked at for besides what holds for every call.
public enum ProposalCheckId {
    P1("The proposal is the one that is hashed"),
    P2("It would be carried out"),
    P3("Text and actions agree"),
    P4("The code at every target is known"),
    P5("Roles stay as they are"),
    P6("Nothing flows out"),
    P7("The timelock has what it sends"),
    P8("It is decided on what holds today"),
    P9("Its votes are not borrowed for it"),
    P10("No other proposal looks like it"),
    P11("The rules of voting stay as they are"),
    P12("It is not turned at the last moment");

    private final String title;

    ProposalCheckId(String title) {
        this.title = title;
    }

    /// What holds when it passes.
    public String title() {
        return title;
    }
}
