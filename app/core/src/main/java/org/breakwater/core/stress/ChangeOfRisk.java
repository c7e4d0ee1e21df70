package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.rule.ParameterBook;

/// What a change does to the chance that the protocol cannot pay: the same years before and after it.
///
/// @param comparison of both
/// @param under pools that have less than their minimum capital because of it, at once
public record ChangeOfRisk(StressComparison comparison, List<Short> under) {

    public ChangeOfRisk {
        under = List.copyOf(under);
    }

    /// A pool that would be under its minimum capital.
    ///
    /// @param missing assets
    public record Short(long poolId, String name, BigInteger missing) {}

    /// What a signer has to know, in a sentence or two.
    public String sentence() {
        var sentence = "Probability of ruin within a year " + Chances.shift(comparison.ruin())
                + ". Probability that a claim is cut " + Chances.shift(comparison.cut()) + ".";
        return under.isEmpty()
                ? sentence
                : sentence + " Under their minimum capital at once: "
                        + under.stream().map(Short::name).collect(Collectors.joining(", ")) + ".";
    }

    /// Compares two moments, each with the parameters in force in it. Blocks until it is done.
    ///
    /// @throws StressException where the runs cannot begin
    public static ChangeOfRisk of(
            ProtocolView before,
            ProtocolView after,
            Assumptions assumptions,
            StressSize size,
            Executor executor,
            StressWatch watch)
            throws StressException {
        var risks = ProtocolRisks.of(List.of(before, after), assumptions);
        return of(
                risks.model(),
                ProtocolBook.of(before, risks, assumptions),
                ProtocolBook.of(after, risks, assumptions),
                size,
                executor,
                watch);
    }

    /// Compares the parameters in force with others.
    ///
    /// @param after the parameters once the change is executed
    public static ChangeOfRisk of(
            ProtocolView view,
            ParameterBook after,
            Assumptions assumptions,
            StressSize size,
            Executor executor,
            StressWatch watch)
            throws StressException {
        var risks = ProtocolRisks.of(List.of(view), assumptions);
        return of(
                risks.model(),
                ProtocolBook.of(view, risks, assumptions),
                ProtocolBook.of(view, after, risks, assumptions),
                size,
                executor,
                watch);
    }

    /// Compares two books.
    public static ChangeOfRisk of(
            RiskModel model, Book before, Book after, StressSize size, Executor executor, StressWatch watch)
            throws StressException {
        var comparison = StressRun.compare(model, before, after, size, executor, watch);
        var already = shortOf(before).stream().map(Short::poolId).toList();
        var under = shortOf(after).stream()
                .filter(pool -> !already.contains(pool.poolId()))
                .toList();
        return new ChangeOfRisk(comparison, under);
    }

    private static List<Short> shortOf(Book book) {
        return book.pools().stream()
                .filter(pool -> pool.available().compareTo(pool.minCapital()) < 0)
                .map(pool ->
                        new Short(pool.poolId(), pool.name(), pool.minCapital().subtract(pool.available())))
                .toList();
    }
}
