package org.breakwater.core.stress;

import java.util.Arrays;

/// Amounts above 0, in the order in which they were added; the others take no room.
final class PositiveUnits {

    private long[] units = new long[16];
    private int count;

    void add(long amount) {
        if (amount > 0) {
            if (count == units.length) {
                units = Arrays.copyOf(units, 2 * count);
            }
            units[count] = amount;
            count++;
        }
    }

    void add(PositiveUnits others) {
        if (units.length - count < others.count) {
            units = Arrays.copyOf(units, Math.max(2 * units.length, count + others.count));
        }
        System.arraycopy(others.units, 0, units, count, others.count);
        count += others.count;
    }

    long[] toArray() {
        return Arrays.copyOf(units, count);
    }
}
