package org.breakwater.core.keeping;

import org.breakwater.core.activity.Due;

/// What comes first where several things are due: what somebody loses money by when it is late.
public enum Urgency {
    /// A loss that nobody has recorded yet.
    DETECTION,
    /// Money that somebody waits for.
    PAYMENT,
    /// A step after which somebody can be paid, or that has an end.
    STEP,
    /// What was decided waits to be carried out.
    DECISION,
    /// Everything else.
    HOUSEKEEPING;

    static Urgency of(Due.Task task) {
        return switch (task) {
            case DETECT_INCIDENT -> DETECTION;
            case PAY_CLAIM, REDEEM_SERIES, COLLECT_REDEMPTION -> PAYMENT;
            case CONFIRM_INCIDENT,
                    SETTLE_INCIDENT,
                    SETTLE_COVERS,
                    RESOLVE_CLAIM,
                    SETTLE_SERIES,
                    CLOSE_CASE,
                    ESCALATE_INCIDENT,
                    REOPEN_INCIDENT,
                    REOPEN_CLAIM,
                    DECIDE_ASSERTION,
                    ENFORCE_SUBJECT,
                    UPDATE_PEG,
                    TOP_UP_INTEGRATOR,
                    FILL_REDEMPTIONS -> STEP;
            case EXECUTE_CHANGE, QUEUE_PROPOSAL, EXECUTE_PROPOSAL -> DECISION;
            case LAPSE_INCIDENT,
                    CHALLENGE_INCIDENT,
                    SUBMIT_CLAIMS,
                    CLOSE_INCIDENT,
                    REVIEW_INCIDENT,
                    REVIEW_CLAIM,
                    APPEAL_CLAIM,
                    FINALISE_CLAIM,
                    EXPIRE_CLAIM,
                    ADD_EVIDENCE,
                    VOTE_IN_CASE,
                    VOTE_ON_PROPOSAL,
                    EXECUTE_OPERATION,
                    PAUSE_ENDS,
                    CLOSE_SERIES,
                    CLOSE_POLICIES,
                    RECALL_FROM_VENUE,
                    TAKE_SAMPLE,
                    RELEASE_RESERVE,
                    UPDATE_LEVEL,
                    PASS_FORFEITS,
                    SETTLE_PREMIUM,
                    LAPSE_COVER,
                    RELEASE_COVER -> HOUSEKEEPING;
        };
    }
}
