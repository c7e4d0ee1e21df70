package org.breakwater.core.watch.rule;

import java.util.Optional;
import org.breakwater.core.alert.Condition;

/// What may be so at a block.
public enum StateKind {
    FEED_LATE(Condition.FEED_LATE),
    PEG_LOST(Condition.PEG_LOST),
    LIQUID_FLOOR(Condition.LIQUID_FLOOR),
    COVERAGE(Condition.COVERAGE),
    VENUE_CAP(Condition.VENUE_CAP),
    VENUE_IMPAIRED(Condition.VENUE_IMPAIRED),
    COUNCIL_BUDGET(Condition.COUNCIL_BUDGET),
    PAUSE_BUDGET(Condition.PAUSE_BUDGET),
    SOLVENCY(Condition.SOLVENCY),
    PAYOUT_WINDOW(Condition.PAYOUT_WINDOW),
    REDEMPTION_WINDOW(Condition.REDEMPTION_WINDOW),
    SUBJECT_LIMIT(Condition.SUBJECT_LIMIT),
    INCIDENT_OPEN(Condition.INCIDENT_OPEN),
    PAUSE_RUNNING(Condition.PAUSE_RUNNING),
    ATTESTATION_LATE(Condition.ATTESTATION_LATE),
    INTEGRATOR_UNFUNDED(Condition.INTEGRATOR_UNFUNDED),
    /// A feed answers with its lowest or highest possible answer: the market may be anywhere beyond it.
    FEED_AT_BOUNDS,
    /// A feed answers zero or less.
    PRICE_NOT_POSITIVE,
    /// The time to challenge an incident is nearly over.
    CHALLENGE_ENDING(true),
    /// The council's time to decide is nearly over.
    REVIEW_ENDING(true),
    /// A granted claim must be paid out soon, or not at all.
    REDEMPTION_ENDING(true),
    /// A case is decided soon.
    CASE_CLOSING(true),
    /// A change of a parameter can be executed.
    PARAMETER_DUE,
    /// A change of a parameter that can be executed expires soon.
    PARAMETER_EXPIRING(true),
    /// A proposal to the DAO can be executed.
    PROPOSAL_EXECUTABLE,
    /// The vote on a proposal ends soon.
    VOTE_ENDING(true),
    /// Money of which notice was given can be recalled from a venue.
    EXIT_READY,
    /// What an integrator prepaid is used up soon.
    INTEGRATOR_LOW(true),
    /// A running pause ends by itself soon.
    PAUSE_ENDING(true);

    private final Optional<Condition> condition;
    private final boolean looksAhead;

    StateKind(Condition condition) {
        this.condition = Optional.of(condition);
        this.looksAhead = false;
    }

    StateKind() {
        this(false);
    }

    StateKind(boolean looksAhead) {
        this.condition = Optional.empty();
        this.looksAhead = looksAhead;
    }

    /// What the console shows of one block by the same name; such a state has a severity of its own.
    public Optional<Condition> condition() {
        return condition;
    }

    /// Whether a rule says how far ahead it looks.
    public boolean looksAhead() {
        return looksAhead;
    }
}
