package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.SeriesRecords.PausedTime;
import org.breakwater.core.projection.SeriesRecords.Series;
import org.breakwater.core.projection.SeriesRecords.Settlement;
import org.breakwater.core.projection.SeriesRecords.UnitKey;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.value.Address;

/// Folds parametric series.
record SeriesFold(SeriesRecords records, GuardianRecords guardian, ParameterRecords parameters) {

    void apply(SeriesFact fact, LoggedFact logged) {
        switch (fact) {
            case SeriesFact.SeriesOpened opened -> opened(opened);
            case SeriesFact.UnitsMinted minted ->
                change(minted.id(), series -> series.selling(minted.units(), minted.premium()));
            case SeriesFact.SeriesSettled settled -> settled(settled, logged.time());
            case SeriesFact.Redeemed redeemed -> change(redeemed.id(), series -> series.redeeming(redeemed.units()));
            case SeriesFact.SeriesClosed closed -> change(closed.id(), series -> series.in(SeriesState.OVER));
            case SeriesFact.RedemptionWaits waits ->
                change(waits.id(), series -> series.redeemableUntil(waits.redeemBy()));
            case SeriesFact.TransferSingle moved -> moved(moved.from(), moved.to(), moved.id(), moved.value());
            case SeriesFact.TransferBatch batch -> {
                for (int i = 0; i < batch.ids().size(); i++) {
                    moved(
                            batch.from(),
                            batch.to(),
                            batch.ids().get(i),
                            batch.values().get(i));
                }
            }
        }
    }

    private void opened(SeriesFact.SeriesOpened opened) {
        records.series()
                .put(
                        opened.id(),
                        new Series(
                                opened,
                                SeriesState.OPEN,
                                BigInteger.ZERO,
                                BigInteger.ZERO,
                                BigInteger.ZERO,
                                Settlement.NONE,
                                PausedTime.NONE));
    }

    /// Pauses count for a series that owes something.
    private void settled(SeriesFact.SeriesSettled settled, long at) {
        change(settled.id(), series -> {
            var owes = settled.unitPaid().signum() != 0 && series.unitsSold().signum() != 0;
            var paused = owes
                    ? new PausedTime(
                            guardian.pausedSeconds(
                                    PauseScope.PAYOUT, series.opened().poolId(), at),
                            parameters
                                    .get(ParameterKey.PAUSE_MAX, ParameterScope.GLOBAL)
                                    .longValueExact())
                    : PausedTime.NONE;
            return series.settled(
                    new Settlement(settled.severityBps(), settled.unitPaid(), settled.incidentId(), settled.redeemBy()),
                    paused);
        });
    }

    private void moved(Address from, Address to, BigInteger id, BigInteger units) {
        add(from, id, units.negate());
        add(to, id, units);
    }

    private void add(Address holder, BigInteger id, BigInteger units) {
        if (!holder.isZero()) {
            records.units().change(new UnitKey(id, holder), BigInteger.ZERO, held -> held.add(units));
        }
    }

    private void change(BigInteger id, UnaryOperator<Series> change) {
        records.series().change(id, () -> "series " + id + " was never opened", change);
    }
}
