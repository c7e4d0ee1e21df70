package org.breakwater.core.projection.view;

import java.math.BigInteger;

/// What a pool and its shares are worth at one moment: the part of {@link PoolView} that does not depend on what may be
/// done with the pool then.
///
/// @param sharePrice assets for 10^shareDecimals of shares, rounded down
public record PoolWorth(long poolId, BigInteger sharePrice, Capital capital) {}
