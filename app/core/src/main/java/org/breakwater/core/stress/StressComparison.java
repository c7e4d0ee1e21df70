package org.breakwater.core.stress;

/// The same years with the book as it is and as it would be.
public record StressComparison(StressResult before, StressResult after, Shift ruin, Shift cut) {}
