package org.breakwater.core.stress;

import java.util.OptionalDouble;

/// How often something can be hit within a year, and what a risk's yearly number means.
public sealed interface Occurrence {

    /// At most once: its first loss ends its cover. The yearly number of a risk is the chance of a loss that nothing
    /// else shares.
    record AtMostOnce(Dependence dependence) implements Occurrence {}

    /// As often as it comes (compound Poisson). The yearly number of a risk is its expected number of losses.
    ///
    /// @param shape of a gamma factor with mean 1 that all numbers share (as in CreditRisk+), above 0; empty for
    ///     none
    record Repeated(OptionalDouble shape) implements Occurrence {}
}
