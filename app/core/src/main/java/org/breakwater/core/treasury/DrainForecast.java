package org.breakwater.core.treasury;

import java.math.BigInteger;
import org.breakwater.core.rule.DrainWindow;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;

/// The most that a pool's two 24-hour windows let out over some days, if as much as possible left as early as possible
/// and nothing came in. A window that was filled is empty 24 hours later; its limit is a share of what the pool then
/// has.
///
/// @param gross assets of the pool now
/// @param payoutsUsed of the last 24 hours
/// @param redemptionsUsed of the last 24 hours
/// @param bps `DRAIN_LIMIT_24H`
/// @param least a limit is never below this
public record DrainForecast(
        BigInteger gross, BigInteger payoutsUsed, BigInteger redemptionsUsed, BigInteger bps, BigInteger least) {

    /// Assets that can have left after so many whole days; 0 for at once.
    public BigInteger within(int days) {
        var limit = limit(gross.add(payoutsUsed).add(redemptionsUsed));
        var left = Unsigned.saturatingSub(limit, payoutsUsed).add(Unsigned.saturatingSub(limit, redemptionsUsed));
        var gone = left.min(gross);
        for (int day = 1; day <= days && gone.compareTo(gross) < 0; day++) {
            var rest = gross.subtract(gone);
            gone = gone.add(limit(rest).multiply(BigInteger.TWO).min(rest));
        }
        return gone;
    }

    /// @see DrainWindow#limit
    private BigInteger limit(BigInteger before) {
        return Solvency.limit(before, bps).max(least);
    }
}
