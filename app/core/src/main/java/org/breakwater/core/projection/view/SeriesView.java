package org.breakwater.core.projection.view;

import java.math.BigInteger;

/// A series at one moment (`IProtocolLens.SeriesView`).
public record SeriesView(BigInteger seriesId, Series series) {}
