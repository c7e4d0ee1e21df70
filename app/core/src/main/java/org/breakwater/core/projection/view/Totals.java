package org.breakwater.core.projection.view;

import java.math.BigInteger;

/// Sums of an incident's claims (`IClaims.Totals`). Assets.
///
/// @param undecided the most that claims not finally decided can still be granted
/// @param open claims that are not over
public record Totals(
        BigInteger requested, BigInteger undecided, BigInteger approved, BigInteger paid, long claims, long open) {

    public static final Totals NONE =
            new Totals(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, 0, 0);

    public Totals submitted(BigInteger amount) {
        return new Totals(requested.add(amount), undecided.add(amount), approved, paid, claims + 1, open + 1);
    }

    public Totals withdrawn(BigInteger amount) {
        return new Totals(requested.subtract(amount), undecided.subtract(amount), approved, paid, claims, open - 1);
    }

    public Totals approved(BigInteger ceiling, BigInteger amount) {
        return new Totals(requested, undecided.subtract(ceiling), approved.add(amount), paid, claims, open);
    }

    public Totals reopened(BigInteger amount) {
        return new Totals(requested, undecided.add(amount), approved.subtract(amount), paid, claims, open);
    }

    public Totals denied(BigInteger ceiling) {
        return new Totals(requested, undecided.subtract(ceiling), approved, paid, claims, open - 1);
    }

    public Totals paid(BigInteger amount) {
        return new Totals(requested, undecided, approved, paid.add(amount), claims, open);
    }

    public Totals over() {
        return new Totals(requested, undecided, approved, paid, claims, open - 1);
    }
}
