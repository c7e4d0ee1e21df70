package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.Unsigned;

/// The smallest set of subjects whose whole loss is more than there is: the largest first, until their sum passes
/// it. No other set is smaller, since no other of the same size loses more.
///
/// @param subjects largest first; all of them where even they are not enough
/// @param available what losses can be paid from, assets
/// @param exhausted whether their loss is more
public record ReverseStress(List<Subject> subjects, BigInteger available, boolean exhausted) {

    public ReverseStress {
        subjects = List.copyOf(subjects);
    }

    /// @param loss of all its cover, less the holders' own part, assets
    /// @param sum with those before it, assets
    public record Subject(long subjectId, BigInteger loss, BigInteger sum) {}

    /// Of everything together.
    public static ReverseStress of(RiskModel model, Book book) {
        return of(model, book.pools(), book.available());
    }

    /// Of one pool alone.
    public static ReverseStress of(RiskModel model, Book.Pool pool) {
        return of(model, List.of(pool), pool.available());
    }

    private static ReverseStress of(RiskModel model, List<Book.Pool> pools, BigInteger available) {
        var losses = new TreeMap<Long, BigInteger>();
        for (var pool : pools) {
            for (var cover : pool.covers()) {
                if (model.risks().get(cover.risk()).target() instanceof RiskTarget.Subject(var subjectId)) {
                    var loss = ClaimAmount.of(cover.amount(), Unsigned.BPS, Unsigned.of(pool.deductibleBps()))
                            .most();
                    losses.merge(subjectId, loss, BigInteger::add);
                }
            }
        }
        var largestFirst = losses.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Long, BigInteger> entry) -> entry.getValue())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var subjects = new ArrayList<Subject>();
        var sum = BigInteger.ZERO;
        for (var entry : largestFirst) {
            if (sum.compareTo(available) > 0 || entry.getValue().signum() == 0) {
                break;
            }
            sum = sum.add(entry.getValue());
            subjects.add(new Subject(entry.getKey(), entry.getValue(), sum));
        }
        return new ReverseStress(subjects, available, sum.compareTo(available) > 0);
    }
}
