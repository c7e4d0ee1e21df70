package org.breakwater.core.alert;

/// What may be so at one block and calls for attention.
public enum Condition {
    /// A price is older than anything may rely on, or is not there.
    FEED_LATE("IPriceFeed.latestRoundData"),
    /// A settlement asset is watched, or has lost its peg.
    PEG_LOST("ITreasury.health"),
    /// The treasury has less at hand than it must.
    LIQUID_FLOOR("ITreasury.health"),
    /// The treasury could not fill every pool up to its minimum.
    COVERAGE("ITreasury.health"),
    /// A venue is at its cap or over it.
    VENUE_CAP("ITreasury.venue"),
    /// A venue is worth less than was put in.
    VENUE_IMPAIRED("IVenue.convertToAssets"),
    /// The council has nearly used its spending limit.
    COUNCIL_BUDGET("ITreasury.councilEpoch"),
    /// The guardian has no pause left.
    PAUSE_BUDGET("IEmergencyGuardian.budget"),
    /// A pool comes near its minimum capital, or is under it.
    SOLVENCY("IRiskPool.capital"),
    PAYOUT_WINDOW("IRiskPool.drainWindow"),
    REDEMPTION_WINDOW("IRiskPool.drainWindow"),
    /// Cover of one subject is over its limit.
    SUBJECT_LIMIT("IRiskPool.coverOfSubject"),
    /// An incident waits for something.
    INCIDENT_OPEN("IIncidents.incident"),
    PAUSE_RUNNING("IEmergencyGuardian.pause"),
    ATTESTATION_LATE("IRiskRegistry.inputs"),
    /// Accounts are not covered because nothing is prepaid.
    INTEGRATOR_UNFUNDED("IAccountCover.integrator");

    private final String source;

    Condition(String source) {
        this.source = source;
    }

    /// What gives the figures it follows from.
    public String source() {
        return source;
    }
}
