package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.SeriesFact.SeriesOpened;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.value.Address;

/// What is known of parametric series.
record SeriesRecords(Table<BigInteger, Series> series, Table<UnitKey, BigInteger> units) {

    record UnitKey(BigInteger seriesId, Address holder) {}

    /// @param unitPaid assets a unit
    /// @param incidentId number of the reserve in the pool, 0 when nothing is due
    record Settlement(int severityBps, BigInteger unitPaid, long incidentId, long redeemBy) {

        static final Settlement NONE = new Settlement(0, BigInteger.ZERO, 0, 0);

        Settlement until(long later) {
            return new Settlement(severityBps, unitPaid, incidentId, later);
        }
    }

    /// What pauses of payouts can do to a series, as pinned at settlement, seconds.
    ///
    /// @param before for which payouts had been paused until then
    /// @param most by which pauses delay its redemptions in all
    record PausedTime(long before, long most) {

        static final PausedTime NONE = new PausedTime(0, 0);
    }

    record Series(
            SeriesOpened opened,
            SeriesState state,
            BigInteger unitsSold,
            BigInteger unitsRedeemed,
            BigInteger premiumCollected,
            Settlement settlement,
            PausedTime paused) {

        Series in(SeriesState changed) {
            return new Series(opened, changed, unitsSold, unitsRedeemed, premiumCollected, settlement, paused);
        }

        Series selling(BigInteger units, BigInteger premium) {
            return new Series(
                    opened,
                    state,
                    unitsSold.add(units),
                    unitsRedeemed,
                    premiumCollected.add(premium),
                    settlement,
                    paused);
        }

        Series redeeming(BigInteger units) {
            return new Series(opened, state, unitsSold, unitsRedeemed.add(units), premiumCollected, settlement, paused);
        }

        Series settled(Settlement by, PausedTime pinned) {
            return new Series(opened, SeriesState.SETTLED, unitsSold, unitsRedeemed, premiumCollected, by, pinned);
        }

        Series redeemableUntil(long later) {
            return new Series(
                    opened, state, unitsSold, unitsRedeemed, premiumCollected, settlement.until(later), paused);
        }
    }

    static SeriesRecords in(Journal journal) {
        return new SeriesRecords(Table.in(journal), Table.in(journal));
    }

    SeriesRecords frozen() {
        return new SeriesRecords(series.frozen(), units.frozen());
    }
}
