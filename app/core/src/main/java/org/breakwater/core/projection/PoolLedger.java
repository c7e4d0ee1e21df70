package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.rule.PremiumSchedule;

/// The sums of a pool, assets unless they are called shares.
///
/// @param gross what belongs to the pool, up to where `premiums` is settled
/// @param reserved what open incidents have set aside and not paid
/// @param owed what filled requests have not collected
/// @param activeCover cover locked
/// @param openIncidents whose loss is not known yet
/// @param floorInForce highest floor among them
/// @param queuedShares what waits in the queue
/// @param queueHead first request that is not over
/// @param queueTail number after the last request
record PoolLedger(
        BigInteger gross,
        BigInteger reserved,
        BigInteger owed,
        BigInteger activeCover,
        long openIncidents,
        BigInteger floorInForce,
        BigInteger queuedShares,
        BigInteger queueHead,
        BigInteger queueTail,
        PremiumSchedule premiums) {

    static final PoolLedger EMPTY = new PoolLedger(
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            0,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.ONE,
            PremiumSchedule.EMPTY);

    /// What shares are worth in all: without the reserve of open incidents.
    ///
    /// @param earned premium that is not booked yet
    BigInteger totalAssets(BigInteger earned) {
        return gross.add(earned).subtract(reserved);
    }

    PoolLedger plusGross(BigInteger assets) {
        return withGross(gross.add(assets));
    }

    PoolLedger withGross(BigInteger assets) {
        return new PoolLedger(
                assets,
                reserved,
                owed,
                activeCover,
                openIncidents,
                floorInForce,
                queuedShares,
                queueHead,
                queueTail,
                premiums);
    }

    PoolLedger plusReserved(BigInteger assets) {
        return new PoolLedger(
                gross,
                reserved.add(assets),
                owed,
                activeCover,
                openIncidents,
                floorInForce,
                queuedShares,
                queueHead,
                queueTail,
                premiums);
    }

    PoolLedger plusOwed(BigInteger assets) {
        return new PoolLedger(
                gross,
                reserved,
                owed.add(assets),
                activeCover,
                openIncidents,
                floorInForce,
                queuedShares,
                queueHead,
                queueTail,
                premiums);
    }

    PoolLedger withActiveCover(BigInteger assets) {
        return new PoolLedger(
                gross,
                reserved,
                owed,
                assets,
                openIncidents,
                floorInForce,
                queuedShares,
                queueHead,
                queueTail,
                premiums);
    }

    PoolLedger withIncidents(long open, BigInteger floor) {
        return new PoolLedger(
                gross, reserved, owed, activeCover, open, floor, queuedShares, queueHead, queueTail, premiums);
    }

    PoolLedger plusQueued(BigInteger shares) {
        return withQueue(queuedShares.add(shares), queueHead, queueTail);
    }

    PoolLedger withQueue(BigInteger shares, BigInteger head, BigInteger tail) {
        return new PoolLedger(
                gross, reserved, owed, activeCover, openIncidents, floorInForce, shares, head, tail, premiums);
    }

    PoolLedger withPremiums(PremiumSchedule schedule) {
        return new PoolLedger(
                gross,
                reserved,
                owed,
                activeCover,
                openIncidents,
                floorInForce,
                queuedShares,
                queueHead,
                queueTail,
                schedule);
    }
}
