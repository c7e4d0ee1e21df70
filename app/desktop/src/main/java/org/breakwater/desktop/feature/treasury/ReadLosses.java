package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.stress.Assumed;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.Chances;
import org.breakwater.core.stress.Confidence;
import org.breakwater.core.stress.LossDistribution.Estimate;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.ReverseStress;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.StressResult;
import org.breakwater.core.stress.StressRun;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.kit.chart.DistributionChart.Distribution;
import org.breakwater.desktop.kit.chart.DistributionChart.Mark;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// Goes through simulated years with what is known, and makes the page of what comes of it.
///
/// @param names what an address is called
/// @param texts where subjects have their names from
record ReadLosses(Function<Address, String> names, TextLibrary texts, Assumptions assumptions) {

    private static final int BARS = 48;

    /// Blocks until it is done.
    ///
    /// @param executor for all threads but the calling one
    LossPage of(Known known, StressSize size, Executor executor, StressWatch watch) throws StressException {
        var view = known.view();
        var risks = ProtocolRisks.of(List.of(view), assumptions);
        var book = ProtocolBook.of(view, risks, assumptions);
        var named = EventNames.of(known, names, texts);
        var result = StressRun.of(risks.model(), book, size, executor, watch);
        var reverse = ReverseStress.of(risks.model(), book);
        return new LossPage(
                result,
                distribution(result),
                figures(result),
                result.pools(),
                reverse.subjects().stream()
                        .map(subject -> new LossPage.ReverseRow(
                                subject.subjectId(),
                                named.subject(subject.subjectId()),
                                SettlementAsset.amount(subject.loss()),
                                SettlementAsset.amount(subject.sum())))
                        .toList(),
                reverse.exhausted(),
                Assumed.sentence(assumptions, risks.model(), size));
    }

    // ── figures ────────────────────────────────────────────────────────────────────────────────────────────────

    private static List<LossPage.Figure> figures(StressResult result) {
        var loss = result.loss();
        return List.of(
                new LossPage.Figure(
                        "treasury-ruin",
                        "Probability of ruin",
                        Chances.percent(result.ruin().value()),
                        range(Chances.range(result.ruin()))),
                new LossPage.Figure(
                        "treasury-cut",
                        "A claim is cut",
                        Chances.percent(result.anyCut().value()),
                        range(Chances.range(result.anyCut()))),
                new LossPage.Figure("treasury-expected", "Expected loss", written(result.expected()), ""),
                amount("treasury-var-995", "Value at risk, 99.5\u00A0%", loss.valueAtRisk(Confidence.P995)),
                amount("treasury-tvar-99", "Mean beyond 99\u00A0%", loss.tailValueAtRisk(Confidence.P99)),
                amount("treasury-tvar-995", "Mean beyond 99.5\u00A0%", loss.tailValueAtRisk(Confidence.P995)),
                new LossPage.Figure(
                        "treasury-available", "What losses can be paid from", written(result.available()), ""),
                new LossPage.Figure(
                        "treasury-required", "Capital for 1 year in 200", written(result.requiredCapital()), ""));
    }

    /// The part in brackets.
    private static String range(String written) {
        return written.substring(written.indexOf('(') + 1, written.indexOf(')')) + "\u00A0%";
    }

    private static LossPage.Figure amount(String id, String name, Estimate estimate) {
        return new LossPage.Figure(
                id, name, written(estimate.value()), written(estimate.low()) + " to " + written(estimate.high()));
    }

    private static String written(BigInteger units) {
        return Numbers.wholeAmount(SettlementAsset.amount(units), Rounding.DUE);
    }

    // ── the picture ────────────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Distribution> distribution(StressResult result) {
        var loss = result.loss();
        if (loss.valueAtRisk(Confidence.P999).value().signum() == 0) {
            return Optional.empty();
        }
        var end = loss.valueAtRisk(Confidence.P999).value().max(result.available());
        var width = end.multiply(BigInteger.valueOf(11))
                .divide(BigInteger.valueOf(10L * BARS))
                .add(BigInteger.ONE);
        var atRisk = loss.valueAtRisk(Confidence.P995).value();
        var marks = List.of(
                mark(loss.mean(), "Expected", false),
                mark(atRisk, "99.5\u00A0%", false),
                mark(loss.tailValueAtRisk(Confidence.P995).value(), "Mean beyond", false),
                mark(result.available(), "Can be paid, at most", true));
        return Optional.of(new Distribution(
                LongStream.of(loss.bars(width, BARS)).boxed().toList(),
                whole(width),
                atRisk.divide(width).intValueExact(),
                marks,
                value -> Numbers.decimal(value.movePointLeft(6), 2, RoundingMode.HALF_UP) + "\u00A0M"));
    }

    private static Mark mark(BigInteger units, String words, boolean isLimit) {
        return new Mark(whole(units), words + " " + written(units), isLimit);
    }

    private static BigDecimal whole(BigInteger units) {
        TokenAmount amount = SettlementAsset.amount(units);
        return amount.whole();
    }
}
