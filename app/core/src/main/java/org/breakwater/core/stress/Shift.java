package org.breakwater.core.stress;

/// The same years with two books: in how many something is so with the one and not with the other. The years that
/// agree say nothing about the difference, and their chance does not blur it.
///
/// @param before years that have it before
/// @param after years that have it after
/// @param onlyBefore and no more after
/// @param onlyAfter and not yet before
public record Shift(Proportion before, Proportion after, long onlyBefore, long onlyAfter) {

    private static final double TWO_SIDED_95 = 1.959963984540054;

    public double difference() {
        return ((double) onlyAfter - onlyBefore) / before.of();
    }

    /// Half of the width of the difference's 95 % interval.
    public double give() {
        var count = (double) before.of();
        var difference = difference();
        var spread = (onlyAfter + onlyBefore) / count - difference * difference;
        return TWO_SIDED_95 * Math.sqrt(Math.max(0, spread) / count);
    }

    /// Whether the difference is larger than what chance explains.
    public boolean isCertain() {
        return Math.abs(difference()) > give();
    }
}
