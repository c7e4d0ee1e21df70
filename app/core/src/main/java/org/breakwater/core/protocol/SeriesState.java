package org.breakwater.core.protocol;

/// Where a parametric series stands. (`ICoverSeries.SeriesState`)
public enum SeriesState {
    NONE,
    OPEN,
    SETTLED,
    OVER
}
