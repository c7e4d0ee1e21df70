package org.breakwater.core.stress;

import java.math.BigInteger;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.Solvency;

/// The rules of {@link Solvency} and {@link ClaimAmount} in 64 bits, equal to them to the unit: a million years ask
/// them some hundred times each. Amounts are checked to fit before a run begins.
final class WholeUnits {

    private static final long BPS = 10_000;
    private static final BigInteger MOST = BigInteger.valueOf(900_000_000_000_000_000L);

    private WholeUnits() {}

    static long of(String what, BigInteger amount) throws StressException {
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw new StressException(new StressFault.TooMuch(what, amount.toString()));
        }
        return amount.longValueExact();
    }

    /// @see Solvency#limit
    static long limit(long value, long bps) {
        return value / BPS * bps + value % BPS * bps / BPS;
    }

    /// @see Solvency#requirement
    static long requirement(long value, long bps) {
        return value / BPS * bps + (value % BPS * bps + BPS - 1) / BPS;
    }

    /// @see ClaimAmount#most
    static long most(long insured, long severityBps, long deductibleBps) {
        var loss = limit(insured, severityBps);
        return loss - requirement(loss, deductibleBps);
    }

    /// @see Solvency#incidentCap
    static long incidentCap(long gross, long capBps, long most, long floor, long reserved) {
        var untouched = Math.max(0, Math.max(0, gross - floor) - reserved);
        return Math.min(Math.min(limit(gross, capBps), most), untouched);
    }
}
