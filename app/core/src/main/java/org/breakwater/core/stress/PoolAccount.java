package org.breakwater.core.stress;

import java.util.Arrays;

/// One pool within a year. Incidents that stand open at the same time share its assets, as in `PoolIncidents.sol`.
final class PoolAccount {

    final int asset;
    final int deductibleBps;

    private final long grossAtStart;
    private final long reservedAtStart;
    private final long minCapitalAtStart;
    private final int capBps;
    private final int floorBps;
    private final double settling;

    private long gross;
    private long reserved;
    private long floor;
    private long claims;
    private long paid;
    private long minCapital;
    private boolean isCut;

    private int open;
    private double[] closes = new double[8];
    private long[] caps = new long[8];
    private long[] toPay = new long[8];

    PoolAccount(Book.Pool pool) throws StressException {
        asset = pool.asset();
        deductibleBps = pool.deductibleBps();
        grossAtStart = WholeUnits.of(pool.name(), pool.gross());
        reservedAtStart = WholeUnits.of("the reserves of " + pool.name(), pool.reserved());
        minCapitalAtStart = WholeUnits.of("the minimum capital of " + pool.name(), pool.minCapital());
        capBps = pool.incidentCapBps();
        floorBps = pool.floorBps();
        settling = pool.settling();
    }

    void begin() {
        gross = grossAtStart;
        reserved = reservedAtStart;
        floor = 0;
        claims = 0;
        paid = 0;
        minCapital = minCapitalAtStart;
        isCut = false;
        open = 0;
    }

    /// Sets aside for an incident what the rules allow.
    long reserve(long covered, double time) {
        close(time);
        floor = Math.max(WholeUnits.requirement(gross, floorBps), open == 0 ? 0 : floor);
        var cap = WholeUnits.incidentCap(gross, capBps, covered, floor, reserved);
        reserved += cap;
        if (open == closes.length) {
            closes = Arrays.copyOf(closes, 2 * open);
            caps = Arrays.copyOf(caps, 2 * open);
            toPay = Arrays.copyOf(toPay, 2 * open);
        }
        closes[open] = time + settling;
        caps[open] = cap;
        return cap;
    }

    /// Books the incident that was reserved for last.
    ///
    /// @param due by the policies
    /// @param own part from the pool itself
    /// @param inAll with what the treasury added
    void book(long due, long own, long inAll, int ratioBps) {
        toPay[open] = own;
        open++;
        claims += due;
        paid += own;
        isCut |= inAll < due;
        minCapital = Math.max(0, minCapital - WholeUnits.limit(inAll, ratioBps));
    }

    /// Incidents that have run their time are paid, and the rest of their reserves is free again.
    private void close(double time) {
        var kept = 0;
        for (int i = 0; i < open; i++) {
            if (closes[i] <= time) {
                gross -= toPay[i];
                reserved -= caps[i];
            } else {
                closes[kept] = closes[i];
                caps[kept] = caps[i];
                toPay[kept] = toPay[i];
                kept++;
            }
        }
        open = kept;
    }

    /// Assets once everything is paid.
    long left() {
        return grossAtStart - reservedAtStart - paid;
    }

    long claims() {
        return claims;
    }

    boolean isCut() {
        return isCut;
    }

    /// Whether claims are more than what it had.
    boolean isRuin() {
        return claims > grossAtStart - reservedAtStart;
    }

    /// Whether what is left is less than what the rest of its cover needs.
    boolean isUnderMinimum() {
        return left() < minCapital;
    }
}
