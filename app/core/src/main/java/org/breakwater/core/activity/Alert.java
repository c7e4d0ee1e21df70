package org.breakwater.core.activity;

import java.math.BigInteger;

/// Something that is not as it should be.
///
/// @param subject whose it is: a pool's, an integrator's or a feed's number or address as a number
/// @param value what was measured, in the unit of its kind
/// @param limit what it should not pass, in the same unit
public record Alert(Level level, Kind kind, Area area, BigInteger subject, BigInteger value, BigInteger limit) {

    /// Worst first.
    public enum Level {
        CRITICAL,
        WARNING
    }

    /// What is measured.
    public enum Kind {
        /// Basis points of minimum capital; the limit is 100 %, or a tenth more.
        SOLVENCY,
        /// Place in `PegState`.
        PEG,
        /// Seconds since a feed's last answer.
        PRICE_AGE,
        /// Seconds since the attestation of a subject that is covered.
        ATTESTATION_AGE,
        /// Basis points of treasury assets in that token.
        VENUE_SHARE,
        /// Basis points of liabilities.
        TREASURY_COVERAGE,
        /// Assets that left a pool in 24 hours.
        PAYOUT_WINDOW,
        REDEMPTION_WINDOW,
        /// Number of accounts that nothing is prepaid for.
        UNFUNDED_ACCOUNTS
    }
}
