package org.breakwater.desktop.feature.treasury;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.chart.Series;

/// All that the treasury's page shows, from one block.
///
/// @param both the treasury and the pools
/// @param history by day
record TreasuryPage(
        BlockRef block,
        Totals totals,
        Ladder both,
        Ladder treasury,
        Ladder pools,
        List<VenueRow> venues,
        List<FeedRow> feeds,
        List<OutflowRow> outflows,
        List<SolvencyRow> solvency,
        List<ConcentrationRow> concentration,
        History history) {

    /// Oldest first, each with the present last.
    ///
    /// @param pools net assets of all of them, whole assets
    /// @param treasury whole assets
    /// @param solvency net assets of all pools by their minimum capital, percent; without days on which nothing was
    ///     covered
    record History(List<Series.Point> pools, List<Series.Point> treasury, List<Series.Point> solvency) {

        History {
            pools = List.copyOf(pools);
            treasury = List.copyOf(treasury);
            solvency = List.copyOf(solvency);
        }
    }

    /// @param liquidShare of all assets
    /// @param floor least share that has to be at hand
    /// @param dueSoon within 30 days, by the treasury and the pools
    /// @param shortfall what pools are short of their minimum capital
    /// @param spent by the council in 30 days
    record Totals(
            TokenAmount assets,
            TokenAmount liquid,
            BasisPoints liquidShare,
            BasisPoints floor,
            TokenAmount dueSoon,
            Optional<VenueRow> largest,
            BasisPoints selfReported,
            String selfReporters,
            TokenAmount shortfall,
            Optional<BasisPoints> coverage,
            TokenAmount spent,
            TokenAmount spendLimit,
            long lateFeeds) {}

    TreasuryPage {
        venues = List.copyOf(venues);
        feeds = List.copyOf(feeds);
        outflows = List.copyOf(outflows);
        solvency = List.copyOf(solvency);
        concentration = List.copyOf(concentration);
    }
}
