package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.time.Duration;

/// How a keeper sends.
///
/// @param mostPerDay wei that it spends on fees in a day of UTC, at most
/// @param mostFee wei that it offers for a unit of gas, at most
/// @param forgottenAfter how long an endpoint may not know what it took before another gets it
/// @param raiseAfter how long a fee may be too low before a higher one is offered
/// @param patience how long one transaction is waited for; the next look goes on waiting
public record KeeperRules(
        BigInteger mostPerDay, BigInteger mostFee, Duration forgottenAfter, Duration raiseAfter, Duration patience) {

    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    /// Half an ether a day, 200 gwei a unit of gas.
    public static final KeeperRules USUAL = new KeeperRules(
            BigInteger.TEN.pow(18).divide(BigInteger.TWO),
            GWEI.multiply(BigInteger.valueOf(200)),
            Duration.ofSeconds(10),
            Duration.ofSeconds(45),
            Duration.ofMinutes(5));

    public KeeperRules {
        if (mostPerDay.signum() <= 0 || mostFee.signum() <= 0) {
            throw new IllegalArgumentException("a limit is above zero");
        }
    }

    public KeeperRules spending(BigInteger other) {
        return new KeeperRules(other, mostFee, forgottenAfter, raiseAfter, patience);
    }

    public KeeperRules offering(BigInteger other) {
        return new KeeperRules(mostPerDay, other, forgottenAfter, raiseAfter, patience);
    }
}
