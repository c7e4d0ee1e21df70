package org.breakwater.desktop.feature.treasury;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.PoolName;

/// Makes the page of figures of what is known.
///
/// @param names what an address is called
record ReadMeasures(Function<Address, String> names, Assumptions assumptions) {

    private static final Set<MetricKind> FALLS =
            EnumSet.of(MetricKind.DRAWDOWN, MetricKind.FALL, MetricKind.PEG_LOSS, MetricKind.PEG_STRESS);
    private static final Set<MetricKind> CONCENTRATION = EnumSet.of(
            MetricKind.BY_VENUE,
            MetricKind.BY_ISSUER,
            MetricKind.BY_ORACLE,
            MetricKind.BY_SUBJECT,
            MetricKind.BY_VOTER);

    /// @param past empty while the treasury's events are being read
    /// @throws StressException where nothing is assumed about something that is covered
    MeasuresPage of(Known known, Optional<TreasuryPast> past) throws StressException {
        var all = new ArrayList<>(Metrics.of(known, assumptions));
        past.ifPresentOrElse(told -> all.addAll(Metrics.of(known, told)), () -> {
            all.add(unread(known, MetricKind.RUNWAY, new Scope.Treasury()));
            all.add(unread(known, MetricKind.COMBINED_RATIO, new Scope.Protocol()));
        });
        return new MeasuresPage(
                known.block(),
                shown(
                        known,
                        all,
                        metric -> !isOfPool(metric)
                                && !FALLS.contains(metric.kind())
                                && !CONCENTRATION.contains(metric.kind())
                                && metric.kind() != MetricKind.ORACLE_AGE),
                shown(known, all, metric -> !isOfPool(metric) && FALLS.contains(metric.kind())),
                shown(known, all, ReadMeasures::isOfPool),
                shown(known, all, metric -> CONCENTRATION.contains(metric.kind())));
    }

    private static Metric unread(Known known, MetricKind kind, Scope scope) {
        return new Metric(
                kind,
                scope,
                Optional.empty(),
                "The treasury's events are not read yet.",
                known.block(),
                known.block().time());
    }

    private static boolean isOfPool(Metric metric) {
        return metric.scope() instanceof Scope.Pool;
    }

    private List<Measure> shown(Known known, List<Metric> all, Predicate<Metric> wanted) {
        return all.stream()
                .filter(wanted)
                .map(metric -> Measure.of(metric, about(known, metric.scope())))
                .toList();
    }

    private String about(Known known, Scope scope) {
        return switch (scope) {
            case Scope.Protocol _, Scope.Treasury _ -> "";
            case Scope.Pool(var id) ->
                known.view().pool(id).map(PoolView::name).map(PoolName::inRow).orElse("pool " + id);
            case Scope.Asset(var asset) -> names.apply(asset);
            case Scope.Feed(var feed) -> names.apply(feed);
            case Scope.Within(var horizon) -> within(horizon);
            case Scope.Fallen(var asset, var bps) -> names.apply(asset) + " by " + Numbers.ratio(BasisPoints.of(bps));
            case Scope.Span(var span) -> "within " + Times.duration(span);
        };
    }

    private static String within(Horizon horizon) {
        return switch (horizon.days()) {
            case 0 -> "now";
            case 1 -> "in 1 day";
            default -> "in " + horizon.days() + " days";
        };
    }
}
