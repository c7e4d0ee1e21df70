package org.breakwater.core.keeping;

import org.breakwater.core.value.Address;

/// A sign that something was lost, for which an adapter is asked. What it says counts, and this never does.
///
/// @param isFirstReading whether the adapter wants a breach recorded first and seen again later
/// @param sentence what was seen, and by which threshold
public record Anomaly(
        Kind kind, long poolId, long subjectId, Address adapter, boolean isFirstReading, String sentence) {

    /// What was seen.
    public enum Kind {
        /// The adapter's own rule says that it is triggered, or that a breach begins.
        TRIGGERED,
        /// A large part of what a contract holds went out since the last look.
        OUTFLOW,
        /// It holds less, and what it owes did not fall with it.
        UNMATCHED_WITHDRAWAL,
        /// What a share is worth broke.
        SHARE_PRICE,
        /// The price and its second source are apart.
        SOURCES_APART
    }
}
