package org.breakwater.core.stress;

/// A level of confidence of a distribution, in ten-thousandths.
public enum Confidence {
    P90(9_000),
    P95(9_500),
    P99(9_900),
    /// One year in 200: Solvency II.
    P995(9_950),
    P999(9_990);

    private static final int WHOLE = 10_000;

    private final int tenThousandths;

    Confidence(int tenThousandths) {
        this.tenThousandths = tenThousandths;
    }

    public double level() {
        return (double) tenThousandths / WHOLE;
    }

    /// The place of the value at this level among so many in ascending order, from 1.
    long rank(long count) {
        return (count * tenThousandths + WHOLE - 1) / WHOLE;
    }

    /// (count − rank): whole places above, times 10,000, of which this level leaves `count × (10,000 − level)`.
    long beyond(long count) {
        return count * (WHOLE - tenThousandths);
    }

    static int whole() {
        return WHOLE;
    }
}
