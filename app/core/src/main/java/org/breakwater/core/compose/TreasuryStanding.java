package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// What limits the treasury now (`Treasury.sol`, `VenueBook.sol`). Assets.
public record TreasuryStanding(TreasuryView treasury, ParameterBook book) {

    public static TreasuryStanding of(ProtocolView view, ParameterBook book) {
        return new TreasuryStanding(view.treasury(), book);
    }

    public Optional<AssetView> asset(Address token) {
        return treasury.assets().stream()
                .filter(asset -> asset.asset().equals(token))
                .findFirst();
    }

    public Optional<VenueView> venue(Address venue) {
        return treasury.venues().stream()
                .filter(one -> one.venue().equals(venue))
                .findFirst();
    }

    /// What the council may still spend within 30 days.
    ///
    /// @param spent by calls that come before
    public BigInteger allowance(BigInteger spent) {
        return Unsigned.saturatingSub(
                treasury.councilLimit(), treasury.councilSpent().add(spent));
    }

    /// What caps and floor are shares of: what is at hand, and in each venue the lesser of principal and worth.
    public BigInteger base(Address token) {
        return treasury.venues().stream()
                .filter(venue -> venue.state().asset().equals(token))
                .map(venue -> venue.state().principal().min(venue.value()))
                .reduce(atHand(token), BigInteger::add);
    }

    public BigInteger atHand(Address token) {
        return asset(token).map(asset -> asset.health().liquid()).orElse(BigInteger.ZERO);
    }

    /// Most that may leave at all while the liquid floor, a share of what remains, is kept.
    public BigInteger mostToSpend(Address token) {
        var floor = book.get(ParameterKey.LIQUID_FLOOR, ParameterScope.GLOBAL);
        // at hand − x ≥ ⌈(base − x) × floor⌉: what is x away from it can be said exactly, rounded down
        var room = atHand(token).multiply(Unsigned.BPS).subtract(base(token).multiply(floor));
        var share = Unsigned.BPS.subtract(floor);
        return share.signum() == 0 || room.signum() <= 0
                ? BigInteger.ZERO
                : room.divide(share).min(atHand(token));
    }

    /// Most that a venue may still be given.
    public BigInteger mostToAllocate(VenueView venue) {
        var token = venue.state().asset();
        var base = base(token);
        var share = Unsigned.of(venue.state().capBps()).min(book.get(ParameterKey.VENUE_CAP, ParameterScope.GLOBAL));
        var underCap = Unsigned.saturatingSub(
                Solvency.limit(base, share), venue.state().principal());
        var floor = Solvency.requirement(base, book.get(ParameterKey.LIQUID_FLOOR, ParameterScope.GLOBAL));
        return underCap.min(Unsigned.saturatingSub(atHand(token), floor));
    }
}
