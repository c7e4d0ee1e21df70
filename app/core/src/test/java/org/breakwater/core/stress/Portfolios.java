package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.breakwater.core.stress.chance.Severity;

/// Books and models whose losses are known exactly.
final class Portfolios {

    /// So that means are told to six digits of one loss.
    static final BigInteger UNIT = BigInteger.valueOf(1_000_000);

    static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    private static final Book.Treasury EMPTY = new Book.Treasury(List.of(), BigInteger.ZERO);

    private Portfolios() {}

    static Risk risk(int place, double yearly, int sector, Severity severity) {
        return new Risk("risk " + place, new RiskTarget.Subject(place + 1), yearly, sector, severity);
    }

    /// Risks that are all alike.
    static List<Risk> alike(int count, double yearly) {
        var whole = Severity.always(Severity.WHOLE);
        return IntStream.range(0, count)
                .mapToObj(place -> risk(place, yearly, place % 2, whole))
                .toList();
    }

    static RiskModel dependent(int count, double yearly, Dependence dependence) throws StressException {
        return RiskModel.of(alike(count, yearly), List.of(), new Occurrence.AtMostOnce(dependence));
    }

    /// A pool that covers every risk for ever, without deductible.
    ///
    /// @param amounts in {@link #UNIT}
    static Book covering(List<Integer> amounts) {
        var covers = new ArrayList<Book.Cover>();
        for (int i = 0; i < amounts.size(); i++) {
            var amount = UNIT.multiply(BigInteger.valueOf(amounts.get(i)));
            covers.add(new Book.Cover(i, 0, List.of(new Book.Term(Double.POSITIVE_INFINITY, amount))));
        }
        var pool = new Book.Pool(
                1, "a pool", 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, 10_000, 0, 0, 0, covers);
        return new Book(List.of(pool), EMPTY);
    }

    static Book covering(int count) {
        return covering(IntStream.range(0, count).mapToObj(_ -> 1).toList());
    }

    /// Severities such that a cover of so many units loses each size with the given chance.
    ///
    /// @param sizes chance of each size, from 0, which has none
    static Severity sizes(double[] sizes) {
        var weights = new TreeMap<Integer, Double>();
        var most = sizes.length - 1;
        for (int size = 1; size <= most; size++) {
            weights.put(Severity.WHOLE / most * size, sizes[size]);
        }
        return Severity.observed(weights);
    }

    static StressResult run(RiskModel model, Book book, int years, long seed, int threads) throws StressException {
        return StressRun.of(model, book, new StressSize(years, seed, threads), THREADS, StressWatch.NOBODY);
    }
}
