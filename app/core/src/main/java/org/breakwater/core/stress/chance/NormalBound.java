package org.breakwater.core.stress.chance;

/// Upper bounds of the normal distribution function from a table, where an exact value is seldom needed. Between two
/// places of the table the bound is the value at the upper one.
public final class NormalBound {

    private static final double FARTHEST = 9;
    private static final int PLACES_A_UNIT = 128;
    private static final int LAST = (int) (2 * FARTHEST * PLACES_A_UNIT) + 1;
    private static final double[] CHANCES = new double[LAST + 1];
    private static final double[] RATES = new double[LAST + 1];

    static {
        for (int place = 0; place < LAST; place++) {
            CHANCES[place] = Normal.probability((double) (place + 1) / PLACES_A_UNIT - FARTHEST);
            RATES[place] = -Math.log1p(-CHANCES[place]);
        }
        CHANCES[LAST] = 1;
        RATES[LAST] = Double.POSITIVE_INFINITY;
    }

    private NormalBound() {}

    /// Where a number stands in the table.
    public static int place(double x) {
        return (int) Math.clamp((x + FARTHEST) * PLACES_A_UNIT, 0, LAST);
    }

    /// Not below the distribution function at any number that has this place.
    public static double chance(int place) {
        return CHANCES[place];
    }

    /// The rate at which what has this chance comes: −ln(1 − chance).
    public static double rate(int place) {
        return RATES[place];
    }
}
