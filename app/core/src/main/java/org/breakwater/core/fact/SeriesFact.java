package org.breakwater.core.fact;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What CoverSeries says: small parametric cover in units.
public sealed interface SeriesFact extends ProtocolFact {

    /// @param unitPayout assets a unit at full severity
    record SeriesOpened(
            BigInteger id,
            long poolId,
            long subjectId,
            Address adapter,
            BigInteger unitPayout,
            BigInteger maxUnits,
            long salesEnd,
            long eventEnd,
            Hash32 termsHash)
            implements SeriesFact {}

    record UnitsMinted(BigInteger id, Address to, BigInteger units, BigInteger premium) implements SeriesFact {}

    /// @param unitPaid assets a unit
    /// @param incidentId number of the reserve in the pool, 0 when nothing is due
    record SeriesSettled(BigInteger id, int severityBps, BigInteger unitPaid, long incidentId, long redeemBy)
            implements SeriesFact {}

    record Redeemed(BigInteger id, Address holder, BigInteger units, BigInteger assets) implements SeriesFact {}

    record SeriesClosed(BigInteger id, BigInteger unitsUnredeemed) implements SeriesFact {}

    /// The pool's drain window was empty: the time to redeem is longer.
    record RedemptionWaits(BigInteger id, Address holder, long redeemBy) implements SeriesFact {}

    /// Units have another holder.
    record TransferSingle(Address operator, Address from, Address to, BigInteger id, BigInteger value)
            implements SeriesFact {}

    /// @param ids as many as values
    record TransferBatch(Address operator, Address from, Address to, List<BigInteger> ids, List<BigInteger> values)
            implements SeriesFact {

        public TransferBatch {
            ids = List.copyOf(ids);
            values = List.copyOf(values);
        }
    }
}
