package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.shape.Meaning;

@Meaning("What stands behind the pools.")
public record TreasurySummary(
        List<TreasuryAsset> assets,
        List<TreasuryVenue> venues,

        @Meaning("By the council in the last 30 days, assets.")
        BigInteger councilSpent,

        BigInteger councilLimit,
        @Meaning("In the last 90 days.") int pausesUsed,
        int pausesMax) {

    public TreasurySummary {
        assets = List.copyOf(assets);
        venues = List.copyOf(venues);
    }
}
