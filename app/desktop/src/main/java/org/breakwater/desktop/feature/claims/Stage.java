package org.breakwater.desktop.feature.claims;

import org.breakwater.core.protocol.ClaimState;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;

/// Where a claim stands on its way, as the pipeline counts.
enum Stage {
    WAITS("Waits", Icon.CLOCK, Tone.MUTED),
    VOTE("Voting", Icon.DISC, Tone.ACCENT),
    COUNCIL("Council", Icon.COUNCIL, Tone.ACCENT),
    COOL_DOWN("Cool-down", Icon.CLOCK, Tone.MUTED),
    PAYABLE("Payable", Icon.MONEY, Tone.ACCENT),
    PAID("Paid", Icon.PASSED, Tone.SUCCESS),
    DENIED("Denied", Icon.X_CIRCLE, Tone.MUTED),
    ENDED("Ended unpaid", Icon.CIRCLE, Tone.MUTED);

    private final String title;
    private final Icon icon;
    private final Tone tone;

    Stage(String title, Icon icon, Tone tone) {
        this.title = title;
        this.icon = icon;
        this.tone = tone;
    }

    String title() {
        return title;
    }

    Icon icon() {
        return icon;
    }

    Tone tone() {
        return tone;
    }

    boolean isOver() {
        return this == PAID || this == DENIED || this == ENDED;
    }

    static Stage of(ClaimState state) {
        return switch (state) {
            case NONE, SUBMITTED -> WAITS;
            case ESCALATED, IN_VOTE -> VOTE;
            case COUNCIL_REVIEW -> COUNCIL;
            case AUTO_APPROVED, APPROVED -> COOL_DOWN;
            case PAYABLE -> PAYABLE;
            case PAID -> PAID;
            case DENIED -> DENIED;
            case EXPIRED, WITHDRAWN -> ENDED;
        };
    }
}
