package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.l10n.Numbers;

/// What cover costs across several subjects, basis points of the cover per year.
///
/// @param unsold subjects whose price would be above the ceiling
record RateSpan(BasisPoints least, BasisPoints most, int unsold) implements Comparable<RateSpan> {

    private static final Comparator<RateSpan> DEAREST_FIRST = Comparator.<RateSpan, BigInteger>comparing(
                    span -> span.most.value())
            .thenComparing(span -> span.least.value());

    /// @param rates of the subjects, empty where one is not sold
    /// @return empty where none is sold
    static Optional<RateSpan> of(List<Optional<BigInteger>> rates) {
        var sold = rates.stream().flatMap(Optional::stream).sorted().toList();
        return sold.isEmpty()
                ? Optional.empty()
                : Optional.of(new RateSpan(
                        new BasisPoints(sold.getFirst()), new BasisPoints(sold.getLast()), rates.size() - sold.size()));
    }

    /// `3.10 to 5.60 %`, or one figure where both are the same.
    String words() {
        var high = Numbers.percent(most);
        if (least.equals(most)) {
            return high;
        }
        var low = Numbers.percent(least);
        return low.substring(0, low.length() - 2) + "–" + high;
    }

    @Override
    public int compareTo(RateSpan other) {
        return DEAREST_FIRST.compare(this, other);
    }
}
