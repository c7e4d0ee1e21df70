package org.breakwater.core.projection.view;

/// A time by which something has to be done, or from which it can be (`IClaimsLens.Deadline`).
///
/// @param at seconds since 1970
/// @param id of the incident, claim or case
public record Deadline(long at, Kind kind, long id) {

    /// What a deadline is about.
    public enum Kind {
        INCIDENT_LAPSES,
        CHALLENGE_ENDS,
        CLAIMS_END,
        INCIDENT_REVIEW_ENDS,
        CLAIM_REVIEW_ENDS,
        CLAIM_PAYABLE,
        REDEEM_BY,
        EVIDENCE_ENDS,
        CASE_CLOSES
    }
}
