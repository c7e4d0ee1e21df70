package org.breakwater.core.treasury;

import java.math.BigInteger;
import java.util.function.Function;
import org.breakwater.core.projection.view.Health;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.rule.Solvency;

/// The treasury in all its assets together. Assets.
///
/// @param liquid at hand
/// @param deployed in venues, by their own word
/// @param liabilities what pools are short of their minimum capital
/// @param selfReported in venues that value themselves
public record TreasuryTotals(BigInteger liquid, BigInteger deployed, BigInteger liabilities, BigInteger selfReported) {

    public static TreasuryTotals of(TreasuryView treasury) {
        return new TreasuryTotals(
                sum(treasury, Health::liquid),
                sum(treasury, Health::deployed),
                sum(treasury, Health::liabilities),
                treasury.venues().stream()
                        .filter(venue -> venue.state().selfReported())
                        .map(VenueView::value)
                        .reduce(BigInteger.ZERO, BigInteger::add));
    }

    private static BigInteger sum(TreasuryView treasury, Function<Health, BigInteger> part) {
        return treasury.assets().stream().map(AssetView::health).map(part).reduce(BigInteger.ZERO, BigInteger::add);
    }

    public BigInteger assets() {
        return liquid.add(deployed);
    }

    /// Assets / liabilities in basis points, rounded down; {@link Solvency#UNBOUNDED} where there are none.
    public long coverageBps() {
        return Solvency.ratio(assets(), liabilities);
    }

    /// Basis points of the assets that are at hand, rounded down; 0 where there are none.
    public long liquidBps() {
        return assets().signum() == 0 ? 0 : Solvency.ratio(liquid, assets());
    }
}
