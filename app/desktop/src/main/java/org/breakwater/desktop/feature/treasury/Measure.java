package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.BlockRef;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// A figure as it is shown.
///
/// @param about what it is of, in words; may be empty
/// @param value in the kind's unit; empty where there is none
/// @param written the value in words, or that it is missing
/// @param missing why there is none; empty where there is one
/// @param asOf time of the oldest thing that it rests on
record Measure(
        MetricKind kind,
        String about,
        Optional<BigInteger> value,
        String written,
        String missing,
        BlockRef block,
        Instant asOf) {

    static Measure of(Metric metric, String about) {
        return new Measure(
                metric.kind(),
                about,
                metric.value(),
                metric.value().map(value -> written(metric.kind(), value)).orElse(Numbers.MISSING),
                metric.missing(),
                metric.block(),
                metric.asOf());
    }

    private static String written(MetricKind kind, BigInteger value) {
        return switch (kind.unit()) {
            case ASSETS ->
                Numbers.decimal(new BigDecimal(value, SettlementAsset.DECIMALS), 0, rounding(kind)); // may be below 0
            case BASIS_POINTS -> Numbers.ratio(new BasisPoints(value));
            case SECONDS -> Times.duration(Duration.ofSeconds(value.longValueExact()));
            case DAYS, INDEX, COUNT -> Numbers.count(value);
        };
    }

    private static RoundingMode rounding(MetricKind kind) {
        return kind == MetricKind.OWN_FUNDS ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    String name() {
        return about.isEmpty() ? kind.title() : kind.title() + ", " + about;
    }

    String unit() {
        return switch (kind.unit()) {
            case ASSETS -> SettlementAsset.SYMBOL;
            case BASIS_POINTS, SECONDS -> "";
            case DAYS -> "days";
            case INDEX -> "of 10,000";
            case COUNT -> "subjects";
        };
    }

    /// `52,437,729 USDC`.
    String withUnit() {
        return value.isEmpty() || unit().isEmpty() ? written : written + Numbers.NO_BREAK + unit();
    }

    /// Under its name: how it is made, or why it is not there.
    String explained() {
        return missing.isEmpty() ? kind.formula() : missing;
    }

    /// All that can be said of it.
    String whole() {
        return (missing.isEmpty() ? "" : missing + "\n") + "It is " + kind.formula() + ".\nTrue of " + truth() + ".";
    }

    /// What it is true of.
    String truth() {
        var age = Duration.between(asOf, block.time());
        return "block " + Numbers.count(block.number())
                + (age.isZero() || age.isNegative() ? "" : ", oldest part " + Times.duration(age) + " before");
    }

    String id() {
        return "measure-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (about.isEmpty() ? "" : "-" + about.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }
}
