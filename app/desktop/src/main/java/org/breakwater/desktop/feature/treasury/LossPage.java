package org.breakwater.desktop.feature.treasury;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.stress.StressResult;
import org.breakwater.core.stress.StressResult.PoolResult;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.chart.DistributionChart.Distribution;

/// What may be lost within a year, from one block.
///
/// @param distribution empty where nothing was ever lost
/// @param reverse largest first
/// @param exhausted whether their loss is more than there is
/// @param assumed what the run assumes, in a sentence
record LossPage(
        StressResult result,
        Optional<Distribution> distribution,
        List<Figure> figures,
        List<PoolResult> pools,
        List<ReverseRow> reverse,
        boolean exhausted,
        String assumed) {

    LossPage {
        figures = List.copyOf(figures);
        pools = List.copyOf(pools);
        reverse = List.copyOf(reverse);
    }

    /// A figure with what chance leaves open.
    ///
    /// @param id of its node
    /// @param range empty where it is exact
    record Figure(String id, String name, String value, String range) {}

    /// @param sum with those before it
    record ReverseRow(long subjectId, String name, TokenAmount loss, TokenAmount sum) {}
}
