package org.breakwater.core.offer;

import org.breakwater.core.projection.view.TreasuryView;

/// The treasury as a document.
final class TreasuryDocuments {

    private TreasuryDocuments() {}

    static TreasurySummary summary(TreasuryView treasury) {
        return new TreasurySummary(
                treasury.assets().stream().map(TreasuryDocuments::asset).toList(),
                treasury.venues().stream().map(TreasuryDocuments::venue).toList(),
                treasury.councilSpent(),
                treasury.councilLimit(),
                treasury.pausesUsed(),
                treasury.pausesMax());
    }

    private static TreasuryAsset asset(TreasuryView.AssetView known) {
        var health = known.health();
        return new TreasuryAsset(
                known.asset(),
                Settled.DECIMALS,
                health.liquid(),
                health.deployed(),
                health.liabilities(),
                Settled.unlessUnbounded(health.coverageBps()),
                health.largestVenueBps(),
                health.selfReportedBps(),
                health.worstPeg(),
                Settled.unlessZero(health.oldestPrice()));
    }

    private static TreasuryVenue venue(TreasuryView.VenueView known) {
        var state = known.state();
        return new TreasuryVenue(
                known.venue(),
                state.asset(),
                Settled.DECIMALS,
                state.principal(),
                known.value(),
                state.capBps(),
                state.exitDelay(),
                state.selfReported(),
                state.closed());
    }
}
