package org.breakwater.core.policies;

import java.math.BigInteger;

/// Exact sums over policies.
///
/// @param cover assets
/// @param premium assets
public record PolicyTotals(int count, BigInteger cover, BigInteger premium) {}
