package org.breakwater.core.alert;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Health;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.value.Address;

/// Pegs, venues, the liquid floor, and the budgets of the council and the guardian.
record TreasuryAlerts(ProtocolView view, AlertNames names) {

    /// From this part of a limit on it is told that it comes near.
    private static final long NEAR_BPS = 9_500;

    private static final long WHOLE = 10_000;

    List<Alert> all() {
        var treasury = view.treasury();
        var alerts = new ArrayList<Alert>();
        for (var asset : treasury.assets()) {
            peg(asset, marks(asset.asset())).ifPresent(alerts::add);
            floor(asset).ifPresent(alerts::add);
            coverage(asset.health()).ifPresent(alerts::add);
            treasury.venues().stream()
                    .filter(venue -> venue.state().asset().equals(asset.asset()))
                    .forEach(venue -> alerts.addAll(venue(venue, asset.health())));
        }
        council(treasury).ifPresent(alerts::add);
        guardian(treasury).ifPresent(alerts::add);
        return alerts;
    }

    /// Of one condition.
    List<Alert> of(Condition condition) {
        var treasury = view.treasury();
        return switch (condition) {
            case PEG_LOST -> each(asset -> peg(asset, marks(asset.asset())));
            case LIQUID_FLOOR -> each(this::floor);
            case COVERAGE -> each(asset -> coverage(asset.health()));
            case VENUE_CAP -> venues((venue, health) -> cap(venue, health, names.address(venue.venue())));
            case VENUE_IMPAIRED -> venues((venue, _) -> impaired(venue, names.address(venue.venue())));
            case COUNCIL_BUDGET -> council(treasury).stream().toList();
            case PAUSE_BUDGET -> guardian(treasury).stream().toList();
            default -> throw new IllegalArgumentException(condition + " is none of the treasury's");
        };
    }

    private List<Alert> each(Function<AssetView, Optional<Alert>> condition) {
        return view.treasury().assets().stream()
                .flatMap(asset -> condition.apply(asset).stream())
                .toList();
    }

    private List<Alert> venues(BiFunction<VenueView, Health, Optional<Alert>> condition) {
        var treasury = view.treasury();
        return treasury.assets().stream()
                .flatMap(asset -> treasury.venues().stream()
                        .filter(venue -> venue.state().asset().equals(asset.asset()))
                        .flatMap(venue -> condition.apply(venue, asset.health()).stream()))
                .toList();
    }

    private BigInteger marks(Address asset) {
        return view.parameterBook().get(ParameterKey.PEG_RECOVER, ParameterScope.account(asset));
    }

    private Optional<Alert> peg(AssetView asset, BigInteger recover) {
        var name = names.address(asset.asset());
        var until = "It is normal again at " + Phrase.price(recover) + "; its last good price is "
                + Phrase.price(asset.peg().price8());
        var about = new Subject.Asset(asset.asset());
        return switch (asset.health().worstPeg()) {
            case PegState.NORMAL -> Optional.empty();
            case PegState.WATCH -> Optional.of(new Alert(Severity.WARNING, about, name + " is in Watch", until));
            case PegState.DEPEGGED -> Optional.of(new Alert(Severity.HOLD, about, name + " has lost its peg", until));
        };
    }

    private Optional<Alert> floor(AssetView asset) {
        var health = asset.health();
        var assets = health.liquid().add(health.deployed());
        var floor = view.parameterBook()
                .get(ParameterKey.LIQUID_FLOOR, ParameterScope.GLOBAL)
                .longValueExact();
        var liquid = Solvency.ratio(health.liquid(), assets);
        return assets.signum() == 0 || liquid >= floor
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.WARNING,
                        new Subject.Treasury(),
                        "Only " + Phrase.ratio(liquid) + " of the treasury is at hand",
                        "Under the floor of " + Phrase.ratio(floor) + " it can neither spend nor allocate"));
    }

    static Optional<Alert> coverage(Health health) {
        return health.coverageBps() >= WHOLE
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.HOLD,
                        new Subject.Treasury(),
                        "The treasury covers " + Phrase.ratio(health.coverageBps()) + " of what the pools are short of",
                        "It could not back every pool up to its minimum capital"));
    }

    static List<Alert> venue(VenueView venue, Health health, String name) {
        return Stream.of(cap(venue, health, name), impaired(venue, name))
                .flatMap(Optional::stream)
                .toList();
    }

    /// A venue's part of what the treasury has in the token, by the venue's word, against its cap.
    private static Optional<Alert> cap(VenueView venue, Health health, String name) {
        var about = new Subject.Venue(venue.venue());
        var assets = health.liquid().add(health.deployed());
        var share = assets.signum() == 0 ? 0 : Solvency.ratio(venue.value(), assets);
        var cap = venue.state().capBps();
        var ofCap = Phrase.ratio(share) + " of a cap of " + Phrase.ratio(cap);
        if (share > cap) {
            return Optional.of(
                    new Alert(Severity.HOLD, about, name + " is over its cap", ofCap + "; recalling is always open"));
        }
        return share * 10_000 >= cap * NEAR_BPS
                ? Optional.of(new Alert(Severity.WARNING, about, name + " is near its cap", ofCap))
                : Optional.empty();
    }

    private static Optional<Alert> impaired(VenueView venue, String name) {
        if (venue.value().compareTo(venue.state().principal()) >= 0) {
            return Optional.empty();
        }
        var kept = Solvency.ratio(venue.value(), venue.state().principal());
        return Optional.of(new Alert(
                Severity.WARNING,
                new Subject.Venue(venue.venue()),
                name + " is worth less than was put in",
                Phrase.ratio(kept) + " of the principal; the council has to write the loss off"));
    }

    private List<Alert> venue(VenueView venue, Health health) {
        return venue(venue, health, names.address(venue.venue()));
    }

    static Optional<Alert> council(TreasuryView treasury) {
        var used = Solvency.ratio(treasury.councilSpent(), treasury.councilLimit());
        return treasury.councilLimit().signum() == 0 || used < NEAR_BPS
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.WARNING,
                        new Subject.Treasury(),
                        "The council has spent " + Phrase.ratio(used) + " of its limit of 30 days",
                        "What leaves the window frees it again"));
    }

    static Optional<Alert> guardian(TreasuryView treasury) {
        return treasury.pausesUsed() < treasury.pausesMax()
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.HOLD,
                        new Subject.Treasury(),
                        "No pause is left: " + treasury.pausesUsed() + " of " + treasury.pausesMax()
                                + " were made in 90 days",
                        "Only the DAO can act until the oldest leaves the window"));
    }
}
