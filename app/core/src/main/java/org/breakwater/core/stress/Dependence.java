package org.breakwater.core.stress;

/// How losses go together beyond the causes that they share by name.
public sealed interface Dependence {

    /// Not at all.
    record Independent() implements Dependence {}

    /// Through one normal factor: the Gaussian copula with one correlation.
    ///
    /// @param correlation of any two, from 0 to below 1
    record OneFactor(double correlation) implements Dependence {}

    /// Through one factor with a t copula: bad years are bad for many at once, however rare the losses are.
    ///
    /// @param correlation of any two, from 0 to below 1
    /// @param degrees of freedom, from 1; the fewer, the more happens together
    record OneFactorT(double correlation, double degrees) implements Dependence {}

    /// Through a normal factor for each sector.
    ///
    /// @param within correlation of two of one sector, from 0 to below 1
    /// @param between correlations of the sectors' factors
    record Sectors(double within, CorrelationMatrix between) implements Dependence {}
}
