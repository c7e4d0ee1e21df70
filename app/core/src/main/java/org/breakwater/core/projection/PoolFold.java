package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.projection.PoolRecords.ControllerKey;
import org.breakwater.core.projection.PoolRecords.LevelKey;
import org.breakwater.core.projection.PoolRecords.Lock;
import org.breakwater.core.projection.PoolRecords.LockKey;
import org.breakwater.core.projection.PoolRecords.Midnight;
import org.breakwater.core.projection.PoolRecords.RedeemRequest;
import org.breakwater.core.projection.PoolRecords.RequestKey;
import org.breakwater.core.projection.PoolRecords.ReserveKey;
import org.breakwater.core.projection.PoolRecords.SubjectCover;
import org.breakwater.core.projection.PoolRecords.SubjectKey;
import org.breakwater.core.projection.view.IncidentReserve;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.rule.DrainWindow;
import org.breakwater.core.rule.PremiumSchedule;
import org.breakwater.core.rule.PremiumSchedule.DayEnd;
import org.breakwater.core.value.Address;

/// Folds what pools say.
record PoolFold(PoolRecords records) {

    void apply(PoolFact fact, LoggedFact logged) {
        var pool = logged.contract();
        var at = logged.time();
        switch (fact) {
            case PoolFact.Deposit deposit -> ledger(pool, at, deposit.assets());
            case PoolFact.Forfeited forfeited -> ledger(pool, at, forfeited.amount());
            case PoolFact.PremiumAccrued accrued -> accrued(pool, at, accrued);
            case PoolFact.PremiumStreamed streamed -> streamed(pool, at, streamed);
            case PoolFact.PremiumRefunded refunded -> refunded(pool, at, refunded);
            case PoolFact.CoverLocked locked -> locked(pool, locked);
            case PoolFact.CoverReleased released -> released(pool, released);
            case PoolFact.CoverRelevelled relevelled -> relevelled(pool, relevelled);
            case PoolFact.RedeemRequested requested -> requested(pool, requested);
            case PoolFact.RedeemFilled filled -> filled(pool, at, filled);
            case PoolFact.RedeemCancelled cancelled -> cancelled(pool, cancelled);
            case PoolFact.RedeemCollected collected -> collected(pool, collected);
            case PoolFact.QueueAdvanced advanced -> advanced(pool, advanced);
            case PoolFact.IncidentReserved reserved -> reserved(pool, at, reserved);
            case PoolFact.IncidentBackstopped backstopped -> backstopped(pool, at, backstopped);
            case PoolFact.IncidentReleased released -> released(pool, at, released);
            case PoolFact.Payout payout -> payout(pool, at, payout);
            // The window says so itself.
            case PoolFact.DrainBreakerTripped _ -> {}
        }
    }

    /// Books the premium earned up to now, as the pool does before it books anything else.
    private PoolLedger accrue(Address pool, long at) {
        var settled = records.settled(pool, at);
        var ledger = records.ledger(pool).plusGross(settled.earned()).withPremiums(settled.schedule());
        records.ledgers().put(pool, ledger);
        return ledger;
    }

    private void ledger(Address pool, long at, BigInteger cameIn) {
        records.ledgers().put(pool, accrue(pool, at).plusGross(cameIn));
    }

    /// Either what time earned, which is booked already, or an amount that is earned at once.
    private void accrued(Address pool, long at, PoolFact.PremiumAccrued accrued) {
        var ledger = accrue(pool, at);
        if (ledger.gross().equals(accrued.grossAssets())) {
            return;
        }
        var booked = ledger.plusGross(accrued.amount());
        if (!booked.gross().equals(accrued.grossAssets())) {
            throw new HistoryGap("pool " + pool + " has " + accrued.grossAssets() + " and not " + booked.gross());
        }
        records.ledgers().put(pool, booked);
    }

    private void streamed(Address pool, long at, PoolFact.PremiumStreamed streamed) {
        if (streamed.until() <= at) {
            return;
        }
        var key = new LockKey(pool, streamed.module(), streamed.lockId());
        var ledger = accrue(pool, at);
        var ended = endStream(pool, key, ledger.premiums());
        var sum = streamed.amount().add(ended.earned());
        var end = PremiumSchedule.endOf(sum, at, streamed.until());
        records.ledgers().put(pool, ledger.withPremiums(ended.schedule().plus(sum, end)));
        changeEnd(pool, PremiumSchedule.midnightOf(streamed.until()), end, true);
        records.locks().change(key, Lock.NONE, lock -> lock.streaming(sum, at, streamed.until()));
    }

    private void refunded(Address pool, long at, PoolFact.PremiumRefunded refunded) {
        var key = new LockKey(pool, refunded.module(), refunded.lockId());
        var ledger = accrue(pool, at);
        var ended = endStream(pool, key, ledger.premiums());
        records.ledgers().put(pool, ledger.withPremiums(ended.schedule()));
        records.locks().change(key, Lock.NONE, lock -> lock.streaming(BigInteger.ZERO, 0, 0));
    }

    /// Takes a lock's stream out of the schedule, which is settled up to now.
    private PremiumSchedule.Settled endStream(Address pool, LockKey key, PremiumSchedule premiums) {
        var lock = records.locks().get(key, Lock.NONE);
        var midnight = PremiumSchedule.midnightOf(lock.until());
        if (lock.premium().signum() == 0 || premiums.settledAt() >= midnight) {
            return new PremiumSchedule.Settled(premiums, BigInteger.ZERO);
        }
        var end = PremiumSchedule.endOf(lock.premium(), lock.from(), lock.until());
        changeEnd(pool, midnight, end, false);
        return premiums.minus(end, midnight);
    }

    private void changeEnd(Address pool, long midnight, DayEnd end, boolean added) {
        var key = new Midnight(pool, midnight);
        records.streamEnds().change(key, DayEnd.NONE, day -> added ? day.plus(end) : day.minus(end));
    }

    private void locked(Address pool, PoolFact.CoverLocked locked) {
        var key = new LockKey(pool, locked.module(), locked.lockId());
        records.locks().change(key, Lock.NONE, lock -> lock.plus(locked.subjectId(), locked.amount()));
        addCover(pool, locked.subjectId(), locked.amount(), locked.activeCover());
    }

    private void released(Address pool, PoolFact.CoverReleased released) {
        var key = new LockKey(pool, released.module(), released.lockId());
        var less = released.amount().negate();
        records.locks().change(key, () -> "nothing is locked as " + key, lock -> lock.plus(lock.subjectId(), less));
        addCover(pool, released.subjectId(), less, released.activeCover());
    }

    private void addCover(Address pool, long subjectId, BigInteger amount, BigInteger activeCover) {
        var key = new SubjectKey(pool, subjectId);
        var subject = records.subjects().get(key, SubjectCover.NONE);
        records.subjects().put(key, new SubjectCover(subject.amount().add(amount), subject.level()));
        addToLevel(pool, subject.level(), amount);
        var ledger = records.ledger(pool);
        if (!ledger.activeCover().add(amount).equals(activeCover)) {
            throw new HistoryGap("pool " + pool + " covers " + activeCover + " after a change of " + amount + " to "
                    + ledger.activeCover());
        }
        records.ledgers().put(pool, ledger.withActiveCover(activeCover));
    }

    private void relevelled(Address pool, PoolFact.CoverRelevelled relevelled) {
        var key = new SubjectKey(pool, relevelled.subjectId());
        var subject = records.subjects().get(key, SubjectCover.NONE);
        records.subjects().put(key, new SubjectCover(subject.amount(), relevelled.to()));
        addToLevel(pool, relevelled.from(), relevelled.amount().negate());
        addToLevel(pool, relevelled.to(), relevelled.amount());
    }

    private void addToLevel(Address pool, RiskLevel level, BigInteger amount) {
        records.levels().change(new LevelKey(pool, level), BigInteger.ZERO, cover -> cover.add(amount));
    }

    private void requested(Address pool, PoolFact.RedeemRequested requested) {
        records.requests()
                .put(
                        new RequestKey(pool, requested.requestId()),
                        new RedeemRequest(requested.controller(), requested.claimableAt(), requested.shares(), false));
        var ledger = records.ledger(pool).plusQueued(requested.shares());
        var tail = requested.requestId().add(BigInteger.ONE);
        records.ledgers().put(pool, ledger.withQueue(ledger.queuedShares(), ledger.queueHead(), tail));
    }

    private void filled(Address pool, long at, PoolFact.RedeemFilled filled) {
        changeRequest(pool, filled.requestId(), filled.shares(), false);
        var ledger = accrue(pool, at)
                .plusQueued(filled.shares().negate())
                .plusGross(filled.assets().negate())
                .plusOwed(filled.assets());
        records.ledgers().put(pool, ledger);
        var key = new ControllerKey(pool, filled.controller());
        records.owed().change(key, BigInteger.ZERO, owed -> owed.add(filled.assets()));
        records.drains().change(pool, DrainWindow.UNUSED, drain -> drain.plusRedemption(at, filled.assets()));
    }

    private void cancelled(Address pool, PoolFact.RedeemCancelled cancelled) {
        changeRequest(pool, cancelled.requestId(), cancelled.sharesReturned(), true);
        var less = cancelled.sharesReturned().negate();
        records.ledgers().put(pool, records.ledger(pool).plusQueued(less));
    }

    private void changeRequest(Address pool, BigInteger requestId, BigInteger less, boolean cancelled) {
        records.requests()
                .change(
                        new RequestKey(pool, requestId),
                        () -> "there is no request " + requestId + " in the queue of " + pool,
                        request -> new RedeemRequest(
                                request.controller(),
                                request.claimableAt(),
                                request.shares().subtract(less),
                                cancelled));
    }

    private void collected(Address pool, PoolFact.RedeemCollected collected) {
        var key = new ControllerKey(pool, collected.controller());
        records.owed().change(key, BigInteger.ZERO, owed -> owed.subtract(collected.assets()));
        var less = collected.assets().negate();
        records.ledgers().put(pool, records.ledger(pool).plusOwed(less));
    }

    private void advanced(Address pool, PoolFact.QueueAdvanced advanced) {
        var ledger = records.ledger(pool);
        records.ledgers().put(pool, ledger.withQueue(ledger.queuedShares(), advanced.head(), ledger.queueTail()));
    }

    private void reserved(Address pool, long at, PoolFact.IncidentReserved reserved) {
        records.reserves()
                .put(
                        new ReserveKey(pool, reserved.incidentId()),
                        new IncidentReserve(
                                reserved.subjectId(),
                                reserved.snapshotAssets(),
                                reserved.affectedCover(),
                                reserved.floor(),
                                reserved.cap(),
                                BigInteger.ZERO,
                                BigInteger.ZERO,
                                reserved.exact(),
                                true));
        var ledger = accrue(pool, at).plusReserved(reserved.cap());
        records.ledgers()
                .put(
                        pool,
                        reserved.exact() ? ledger : ledger.withIncidents(ledger.openIncidents() + 1, reserved.floor()));
    }

    private void backstopped(Address pool, long at, PoolFact.IncidentBackstopped backstopped) {
        changeReserve(pool, backstopped.incidentId(), backstopped.amount(), BigInteger.ZERO, true);
        var ledger = accrue(pool, at).plusGross(backstopped.amount()).plusReserved(backstopped.amount());
        records.ledgers().put(pool, ledger);
    }

    private void payout(Address pool, long at, PoolFact.Payout payout) {
        changeReserve(pool, payout.incidentId(), BigInteger.ZERO, payout.assets(), true);
        var less = payout.assets().negate();
        records.ledgers().put(pool, accrue(pool, at).plusGross(less).plusReserved(less));
        records.drains().change(pool, DrainWindow.UNUSED, drain -> drain.plusPayout(at, payout.assets()));
    }

    private void released(Address pool, long at, PoolFact.IncidentReleased released) {
        var reserve = changeReserve(pool, released.incidentId(), BigInteger.ZERO, BigInteger.ZERO, false);
        var ledger = accrue(pool, at)
                .plusReserved(released.unused().negate())
                .plusGross(released.returnedToTreasury().negate());
        var open = ledger.openIncidents() - (reserve.exact() ? 0 : 1);
        records.ledgers().put(pool, ledger.withIncidents(open, open == 0 ? BigInteger.ZERO : ledger.floorInForce()));
    }

    private IncidentReserve changeReserve(
            Address pool, long incidentId, BigInteger backstop, BigInteger paid, boolean open) {
        var key = new ReserveKey(pool, incidentId);
        var reserve = records.reserves()
                .require(
                        key,
                        () -> "pool " + pool + " has no reserve for incident " + Long.toUnsignedString(incidentId));
        var changed = new IncidentReserve(
                reserve.subjectId(),
                reserve.snapshotAssets(),
                reserve.affectedCover(),
                reserve.floor(),
                reserve.ownCap(),
                reserve.backstop().add(backstop),
                reserve.paid().add(paid),
                reserve.exact(),
                open);
        records.reserves().put(key, changed);
        return changed;
    }
}
