package org.breakwater.core.rule;

import java.math.BigInteger;

/// Which part of what was approved is payable when a reserve does not reach for all (`ProRata.sol`). A fraction, so
/// that
/// nothing but the last unit is lost to rounding, and that in the pool's favour.
///
/// @param denominator above 0
public record ProRata(BigInteger numerator, BigInteger denominator) {

    private static final ProRata WHOLE = new ProRata(BigInteger.ONE, BigInteger.ONE);

    public ProRata {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a part is of something, not of " + denominator);
        }
    }

    /// Part payable while claims still come in: all of it where the cap covers everything that can be claimed, else at
    /// most the first tranche and at most what would be left if everybody claimed.
    ///
    /// @param cap assets set aside by the pool
    /// @param loss affected cover × severity, assets
    /// @param trancheBps first tranche, basis points
    public static ProRata first(BigInteger cap, BigInteger loss, BigInteger trancheBps) {
        if (cap.compareTo(loss) >= 0) {
            return WHOLE;
        }
        var below = cap.multiply(Unsigned.BPS).compareTo(loss.multiply(trancheBps)) < 0;
        return below ? new ProRata(cap, loss) : new ProRata(trancheBps, Unsigned.BPS);
    }

    /// Part payable once no claim can be added.
    ///
    /// @param funds cap and backstop, assets
    /// @param sum everything approved or still undecided, assets
    public static ProRata last(BigInteger funds, BigInteger sum) {
        return funds.compareTo(sum) >= 0 ? WHOLE : new ProRata(funds, sum);
    }

    /// The part of an amount, rounded down.
    public BigInteger of(BigInteger amount) {
        return Unsigned.mulDiv(amount, numerator, denominator);
    }

    /// What is due now.
    ///
    /// @param approved assets granted to the claim
    /// @param paid assets paid to it
    /// @param left assets left in the reserve
    public BigInteger due(BigInteger approved, BigInteger paid, BigInteger left) {
        return Unsigned.saturatingSub(of(approved), paid).min(left);
    }

    /// Basis points, rounded down.
    public int bps() {
        return of(Unsigned.BPS).intValueExact();
    }
}
