package org.breakwater.desktop.boot;

import java.util.function.Function;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.feature.settings.SettingsView;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.navigation.Screen;

/// Which screen stands at which place.
final class Screens implements Function<Place, Screen> {

    private final OverviewViewModel overview;
    private final SettingsViewModel settings;
    private final Router router;
    private final Commands commands;

    Screens(OverviewViewModel overview, SettingsViewModel settings, Router router, Commands commands) {
        this.overview = overview;
        this.settings = settings;
        this.router = router;
        this.commands = commands;
    }

    @Override
    public Screen apply(Place place) {
        return switch (place) {
            case Place.Pools _ -> new OverviewScreen(overview);
            case Place.Settings(var part) -> new SettingsView(part, settings, router, commands);
            case Place.Inbox _,
                    Place.Pool _,
                    Place.Registry _,
                    Place.Subject _,
                    Place.Policies _,
                    Place.Policy _,
                    Place.Claims _,
                    Place.Claim _,
                    Place.Incident _,
                    Place.Proposals _,
                    Place.Proposal _,
                    Place.Council _,
                    Place.Safe _,
                    Place.SafeTransaction _,
                    Place.Treasury _,
                    Place.Emergency _,
                    Place.AddressBook _,
                    Place.KnownAddress _,
                    Place.Activity _ -> new UnreadScreen(place.section());
        };
    }
}
