package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.fact.DirectoryFact.PoolAdded;
import org.breakwater.core.projection.view.IncidentReserve;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.rule.DrainWindow;
import org.breakwater.core.rule.PremiumSchedule;
import org.breakwater.core.rule.PremiumSchedule.DayEnd;
import org.breakwater.core.value.Address;

/// What is known of pools. Rows belong to a pool's address, because a pool has a history before it has a number.
record PoolRecords(
        Table<Long, PoolAdded> identities,
        Table<Address, Long> numbers,
        Table<Address, PoolLedger> ledgers,
        Table<Midnight, DayEnd> streamEnds,
        Table<LockKey, Lock> locks,
        Table<SubjectKey, SubjectCover> subjects,
        Table<LevelKey, BigInteger> levels,
        Table<RequestKey, RedeemRequest> requests,
        Table<ControllerKey, BigInteger> owed,
        Table<Address, DrainWindow> drains,
        Table<ReserveKey, IncidentReserve> reserves) {

    record Midnight(Address pool, long at) {}

    record LockKey(Address pool, Address module, BigInteger lockId) {}

    record SubjectKey(Address pool, long subjectId) {}

    record LevelKey(Address pool, RiskLevel level) {}

    record RequestKey(Address pool, BigInteger requestId) {}

    record ControllerKey(Address pool, Address controller) {}

    record ReserveKey(Address pool, long incidentId) {}

    /// @param premium of the stream that runs, as it was when it began, assets; 0 when none runs
    record Lock(long subjectId, BigInteger amount, BigInteger premium, long from, long until) {

        static final Lock NONE = new Lock(0, BigInteger.ZERO, BigInteger.ZERO, 0, 0);

        Lock plus(long subject, BigInteger cover) {
            return new Lock(subject, amount.add(cover), premium, from, until);
        }

        Lock streaming(BigInteger assets, long since, long end) {
            return new Lock(subjectId, amount, assets, since, end);
        }
    }

    /// Cover of one subject, kept in the bucket of the level it was last seen at.
    record SubjectCover(BigInteger amount, RiskLevel level) {

        static final SubjectCover NONE = new SubjectCover(BigInteger.ZERO, RiskLevel.UNRATED);
    }

    /// @param shares still waiting
    record RedeemRequest(Address controller, long claimableAt, BigInteger shares, boolean cancelled) {}

    static PoolRecords in(Journal journal) {
        return new PoolRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    PoolRecords frozen() {
        return new PoolRecords(
                identities.frozen(),
                numbers.frozen(),
                ledgers.frozen(),
                streamEnds.frozen(),
                locks.frozen(),
                subjects.frozen(),
                levels.frozen(),
                requests.frozen(),
                owed.frozen(),
                drains.frozen(),
                reserves.frozen());
    }

    PoolLedger ledger(Address pool) {
        return ledgers.get(pool, PoolLedger.EMPTY);
    }

    DayEnd streamEnd(Address pool, long midnight) {
        return streamEnds.get(new Midnight(pool, midnight), DayEnd.NONE);
    }

    /// Premium earned up to a time and not booked yet.
    BigInteger earned(Address pool, long at) {
        return settled(pool, at).earned();
    }

    PremiumSchedule.Settled settled(Address pool, long at) {
        return ledger(pool).premiums().settle(at, midnight -> streamEnd(pool, midnight));
    }

    /// What shares are worth in all: with the premium earned up to a time, without the reserve of open incidents.
    BigInteger totalAssets(Address pool, long at) {
        return ledger(pool).totalAssets(earned(pool, at));
    }

    BigInteger levelCover(Address pool, RiskLevel level) {
        return levels.get(new LevelKey(pool, level), BigInteger.ZERO);
    }

    DrainWindow drain(Address pool) {
        return drains.get(pool, DrainWindow.UNUSED);
    }

    Optional<Address> address(long poolId) {
        return identities.find(poolId).map(PoolAdded::pool);
    }

    /// @throws HistoryGap for a number that no pool has
    PoolAdded identity(long poolId) {
        return identities.require(poolId, () -> "there is no pool " + poolId);
    }
}
