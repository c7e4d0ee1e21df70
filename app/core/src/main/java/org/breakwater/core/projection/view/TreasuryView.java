package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.value.Address;

/// The treasury at one moment (`IProtocolLens.TreasuryView`).
///
/// @param councilSpent assets in the last 30 days
/// @param pausesUsed in the last 90 days
/// @param pauseWindowEnds when the oldest of them leaves the window
public record TreasuryView(
        List<AssetView> assets,
        List<VenueView> venues,
        BigInteger councilSpent,
        BigInteger councilLimit,
        int pausesUsed,
        int pausesMax,
        long pauseWindowEnds) {

    public TreasuryView {
        assets = List.copyOf(assets);
        venues = List.copyOf(venues);
    }

    /// A settlement asset.
    public record AssetView(Address asset, Health health, PegFeed peg) {}

    /// @param value assets, by the venue's own word
    public record VenueView(Address venue, BigInteger value, Venue state) {}
}
