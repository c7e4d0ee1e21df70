package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.Optional;

/// A balance that pays by the second until it is used up (`PrepaidBalance.sol`). Charging is exact: what is
/// charged for a time does not depend on how often it was charged in between.
///
/// @param prepaid assets left at `chargedAt`, before what `fraction` says is used already
/// @param due assets charged and not yet sent to pool and treasury
/// @param rate assets × 1e18 per second
/// @param fraction assets × 1e18 used and not yet charged, below 1e18
/// @param chargedAt seconds since 1970
/// @param funded whether it pays now
/// @param changedAt when `funded` last changed; 0 when it never did
public record PrepaidBalance(
        BigInteger prepaid,
        BigInteger due,
        BigInteger rate,
        BigInteger fraction,
        long chargedAt,
        boolean funded,
        long changedAt) {

    /// A time that does not come.
    public static final long NEVER = 0xffff_ffff_ffffL;

    /// What an increase must leave, and a withdrawal too, seconds.
    private static final BigInteger RESERVE = BigInteger.valueOf(7 * 86_400);

    public static PrepaidBalance opened(long at) {
        return new PrepaidBalance(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, at, false, 0);
    }

    /// Charged up to `at`, which is not before `chargedAt`.
    public PrepaidBalance charged(long at) {
        if (!funded || rate.signum() == 0) {
            return new PrepaidBalance(prepaid, due, rate, fraction, at, funded, changedAt);
        }
        var used = fraction.add(rate.multiply(BigInteger.valueOf(at - chargedAt)));
        if (used.compareTo(prepaid.multiply(PremiumSchedule.SCALE)) >= 0) {
            return new PrepaidBalance(BigInteger.ZERO, due.add(prepaid), rate, BigInteger.ZERO, at, false, usedUpAt());
        }
        var parts = used.divideAndRemainder(PremiumSchedule.SCALE);
        return new PrepaidBalance(prepaid.subtract(parts[0]), due.add(parts[0]), rate, parts[1], at, true, changedAt);
    }

    public PrepaidBalance started(long at) {
        return new PrepaidBalance(prepaid, due, rate, fraction, chargedAt, true, at);
    }

    public PrepaidBalance withPrepaid(BigInteger assets) {
        return new PrepaidBalance(assets, due, rate, fraction, chargedAt, funded, changedAt);
    }

    public PrepaidBalance withRate(BigInteger assetsPerSecond) {
        return new PrepaidBalance(prepaid, due, assetsPerSecond, fraction, chargedAt, funded, changedAt);
    }

    public PrepaidBalance settled() {
        return new PrepaidBalance(prepaid, BigInteger.ZERO, rate, fraction, chargedAt, funded, changedAt);
    }

    /// Assets for 7 days at a rate, rounded up.
    public static BigInteger reserve(BigInteger rate) {
        return Unsigned.ceilDiv(rate.multiply(RESERVE), PremiumSchedule.SCALE);
    }

    /// When it is used up at the rate of now, or was; {@link #NEVER} when nothing runs, 0 when it never could pay.
    public long usedUpAt() {
        if (!funded) {
            return changedAt;
        }
        if (rate.signum() == 0) {
            return NEVER;
        }
        var left = Unsigned.saturatingSub(prepaid.multiply(PremiumSchedule.SCALE), fraction)
                .divide(rate);
        return left.add(BigInteger.valueOf(chargedAt))
                .min(BigInteger.valueOf(NEVER))
                .longValueExact();
    }

    /// Start of the stretch in which it pays and in which a time lies, not before the last change; empty where it
    /// cannot pay then.
    public Optional<Long> fundedSince(long at) {
        return funded && at < usedUpAt() ? Optional.of(changedAt) : Optional.empty();
    }
}
