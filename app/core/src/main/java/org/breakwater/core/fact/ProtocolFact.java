package org.breakwater.core.fact;

/// Something that happened, as one event of one contract says it. Names and order are the event's own; units are those
/// of the contracts: amounts in the smallest unit of their token, rates and ratios in basis points, times in seconds
/// since 1970, durations in seconds.
public sealed interface ProtocolFact permits DirectoryFact {}
