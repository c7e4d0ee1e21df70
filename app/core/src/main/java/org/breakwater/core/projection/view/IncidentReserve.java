package org.breakwater.core.projection.view;

import java.math.BigInteger;

/// What a pool set aside for an incident (`IRiskPool.IncidentReserve`). Assets.
///
/// @param snapshotAssets of the whole pool, when it was set aside
/// @param affectedCover most that could be asked for
/// @param floor what no payout may touch
/// @param ownCap the pool's own money
/// @param backstop the treasury's money on top
/// @param exact a loss known to the unit, which closes nothing
public record IncidentReserve(
        long subjectId,
        BigInteger snapshotAssets,
        BigInteger affectedCover,
        BigInteger floor,
        BigInteger ownCap,
        BigInteger backstop,
        BigInteger paid,
        boolean exact,
        boolean open) {

    public static final IncidentReserve NONE = new IncidentReserve(
            0,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            false,
            false);

    public BigInteger funds() {
        return ownCap.add(backstop);
    }
}
