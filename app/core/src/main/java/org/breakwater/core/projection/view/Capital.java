package org.breakwater.core.projection.view;

import java.math.BigInteger;

/// The capital of a pool (`IRiskPool.Capital`). Assets.
///
/// @param free what is above minimum capital
/// @param solvencyBps totalAssets / minCapital, 2^32 − 1 when nothing is insured
/// @param utilisationBps minCapital / totalAssets, at most 2^32 − 1
/// @param openIncidents whose loss is not known yet
public record Capital(
        BigInteger grossAssets,
        BigInteger totalAssets,
        BigInteger activeCover,
        BigInteger reserved,
        BigInteger minCapital,
        BigInteger free,
        BigInteger unearnedPremium,
        BigInteger owedToRedeemers,
        BigInteger queuedShares,
        long solvencyBps,
        long utilisationBps,
        long openIncidents) {}
