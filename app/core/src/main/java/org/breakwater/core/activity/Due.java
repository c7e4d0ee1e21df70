package org.breakwater.core.activity;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Something that can be done, or ends, now or soon.
///
/// @param task what
/// @param area to which it belongs
/// @param number of the incident, claim, case, change, proposal, series, pool, subject, assertion or pause; of an
///     integrator or an asset its address; for policies how many
/// @param amount that it moves or frees, assets; empty where none
/// @param from seconds since 1970, from when it can be done; 0 where that is no matter
/// @param until when it ends or is too late; empty where it never is
public record Due(
        Task task, Area area, BigInteger number, Optional<BigInteger> amount, long from, Optional<Long> until) {

    /// What there is to do.
    public enum Task {
        CONFIRM_INCIDENT,
        LAPSE_INCIDENT,
        CHALLENGE_INCIDENT,
        SETTLE_INCIDENT,
        SUBMIT_CLAIMS,
        CLOSE_INCIDENT,
        REVIEW_INCIDENT,
        REOPEN_INCIDENT,
        REVIEW_CLAIM,
        REOPEN_CLAIM,
        APPEAL_CLAIM,
        FINALISE_CLAIM,
        PAY_CLAIM,
        EXPIRE_CLAIM,
        ADD_EVIDENCE,
        VOTE_IN_CASE,
        CLOSE_CASE,
        EXECUTE_CHANGE,
        VOTE_ON_PROPOSAL,
        QUEUE_PROPOSAL,
        EXECUTE_PROPOSAL,
        EXECUTE_OPERATION,
        PAUSE_ENDS,
        FILL_REDEMPTIONS,
        SETTLE_SERIES,
        REDEEM_SERIES,
        CLOSE_SERIES,
        CLOSE_POLICIES,
        RECALL_FROM_VENUE,
        TOP_UP_INTEGRATOR,
        DETECT_INCIDENT,
        TAKE_SAMPLE,
        ESCALATE_INCIDENT,
        SETTLE_COVERS,
        RESOLVE_CLAIM,
        RELEASE_RESERVE,
        DECIDE_ASSERTION,
        ENFORCE_SUBJECT,
        UPDATE_PEG,
        UPDATE_LEVEL,
        COLLECT_REDEMPTION,
        PASS_FORFEITS,
        SETTLE_PREMIUM,
        LAPSE_COVER,
        RELEASE_COVER;

        private static final Set<Task> UPKEEP = EnumSet.range(DETECT_INCIDENT, RELEASE_COVER);

        /// Whether it is the business of whoever keeps the protocol running, and of no one's inbox.
        public boolean isUpkeep() {
            return UPKEEP.contains(this);
        }
    }

    /// How it stands at a time.
    public enum Standing {
        /// Its end is less than a day away, or it should have been done.
        CLOSING,
        NOW,
        SOON
    }

    private static final long DAY = 86_400;

    public Standing at(long time) {
        if (from > time) {
            return Standing.SOON;
        }
        return until.filter(end -> end - time < DAY).isPresent() ? Standing.CLOSING : Standing.NOW;
    }

    /// What it is ordered by: its end once it can be done, else when it can.
    public long decisive(long time) {
        return from > time ? from : until.orElse(Long.MAX_VALUE);
    }
}
