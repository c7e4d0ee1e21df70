package org.breakwater.core.stress;

import org.breakwater.core.value.Address;

/// What can be hit.
public sealed interface RiskTarget {

    /// A subject of the registry, which pools cover.
    record Subject(long subjectId) implements RiskTarget {}

    /// A venue in which the treasury has money.
    record Venue(Address venue) implements RiskTarget {}

    /// A settlement asset, by losing its peg.
    record Peg(Address asset) implements RiskTarget {}
}
